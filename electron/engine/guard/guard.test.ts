import {
  chmodSync,
  existsSync,
  mkdirSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { epochMs, type EpochMs } from '../../../shared/ids.ts';
import { failureFrom, noonMs, valueOf } from '../store/testing/temp-store.ts';
import type { Sighting } from '../store/snapshots.ts';
import { keepContent } from '../store/snapshots.ts';
import { applyWrites, plainWrite, undoApply } from '../writeback/index.ts';
import { hoursLater, madeUpToken, tempHome, type TempHome } from '../writeback/testing/home.ts';
import {
  diffSightings,
  fileHistory,
  foreignChanges,
  foreignSentences,
  pin,
  restoreSightings,
  scanFiles,
  sightingsBefore,
  spent,
  thinOut,
  type ScanReport,
} from './index.ts';

const memory = '.claude/projects/shop/memory';
const scan = (home: TempHome, paths: readonly string[], hours = 0): ScanReport =>
  valueOf(
    scanFiles(
      home.deps(undefined, hoursLater(hours)),
      paths.map((path) => ({ agent: 'claude-code', path: home.at(path) })),
    ),
  );

describe('the guard', () => {
  it('says what others did overnight, and brings it all back to the byte', () => {
    const home = tempHome();
    const paths = Array.from({ length: 23 }, (_, index) => `${memory}/fact-${index}.md`);
    paths.forEach((path, index) => home.put(path, Buffer.from([0xe9, 0x0d, 0x0a, index + 1])));
    home.put('.claude/CLAUDE.md', '- a\n- b\n');
    const all = [...paths, '.claude/CLAUDE.md'];
    expect(scan(home, all)).toMatchObject({ files: 24, firstSeen: 24, foreign: [] });
    rmSync(home.at(memory), { recursive: true });
    home.put('.claude/CLAUDE.md', '- a\n- c\n- d\n');
    home.put('.claude/rules/new.md', 'x\n');
    const night = scan(home, ['.claude/CLAUDE.md', '.claude/rules/new.md'], 15);
    expect(night.foreign.length).toBe(25);
    const since = foreignChanges(home.store.db, hoursLater(12));
    expect(foreignSentences(since)).toEqual([
      'Claude Code’s memory: 23 files removed, 1 file changed, 1 file added (+3 −47 lines), not by Slowwave.',
    ]);
    const back = sightingsBefore(
      home.store.db,
      since.filter((one) => one.what !== 'added'),
      hoursLater(12),
    );
    expect(back.length).toBe(24);
    const receipt = valueOf(restoreSightings(home.deps(undefined, hoursLater(16)), back));
    expect(receipt.written.length).toBe(24);
    paths.forEach((path, index) => expect([...home.read(path)]).toEqual([0xe9, 0x0d, 0x0a, index + 1]));
    expect(home.read('.claude/CLAUDE.md').toString()).toBe('- a\n- b\n');
    // And what stood there before is kept as well.
    valueOf(undoApply(home.deps(), receipt.number ?? 0));
    expect(home.read('.claude/CLAUDE.md').toString()).toBe('- a\n- c\n- d\n');
    expect(existsSync(home.at(paths[0] ?? ''))).toBe(false);
  });

  it('knows our own hand', () => {
    const home = tempHome();
    home.put('a.md', 'old\n');
    scan(home, ['a.md']);
    const sides = { before: home.read('a.md'), after: Buffer.from('ours\n') };
    const writes = [plainWrite('a.md', 'claude-code', sides, { mode: null })];
    const { number } = valueOf(applyWrites(home.deps(), { writes, reason: 'x', undoes: null }));
    expect(scan(home, ['a.md'], 1).foreign).toEqual([]);
    valueOf(undoApply(home.deps(undefined, hoursLater(2)), number ?? 0));
    expect(scan(home, ['a.md'], 3).foreign).toEqual([]);
    home.put('a.md', 'theirs\n');
    expect(scan(home, ['a.md'], 4).foreign).toMatchObject([
      { what: 'changed', linesAdded: 1, linesRemoved: 1 },
    ]);
    expect(fileHistory(home.store.db, 'a.md').map((one) => one.madeBy)).toEqual([
      'others',
      'us',
      'us',
      'first-seen',
    ]);
    expect(foreignChanges(home.store.db, hoursLater(1))).toMatchObject([{ path: 'a.md', linesAdded: 1 }]);
  });

  it('does not say of a file that it was added which it merely did not know', () => {
    const home = tempHome();
    home.put('a.md', 'x\n');
    home.put('b.md', 'y\n');
    const after = Math.trunc(statSync(home.at('b.md')).ctimeMs) + 60_000;
    const at = (ms: number, ...paths: readonly string[]): ScanReport =>
      valueOf(
        scanFiles(
          home.deps(undefined, epochMs(ms)),
          paths.map((path) => ({ agent: 'codex', path: home.at(path) })),
        ),
      );
    at(after, 'a.md');
    expect(at(after + 1, 'a.md', 'b.md')).toMatchObject({ firstSeen: 1, foreign: [] });
  });

  it('reads a file again only where the file system says that it changed', () => {
    const home = tempHome();
    home.put('a.md', 'old\n');
    const past = new Date(noonMs - 3_600_000);
    utimesSync(home.at('a.md'), past, past);
    // ctime cannot be set: the clock of the scan stands well after it instead.
    const soon = epochMs(Math.trunc(statSync(home.at('a.md')).ctimeMs) + 60_000);
    const files = [{ agent: 'codex', path: home.at('a.md') }] as const;
    const at = (ms: number): ScanReport => valueOf(scanFiles(home.deps(undefined, epochMs(ms)), files));
    expect(at(soon).read).toBe(1);
    expect(at(soon + 1).read).toBe(0);
    writeFileSync(home.at('a.md'), 'new\n');
    expect(at(soon + 2)).toMatchObject({ read: 1, foreign: [{ what: 'changed' }] });
  });

  it('does not trust times that are as young as the look itself', () => {
    const home = tempHome();
    home.put('a.md', 'old\n');
    const now = epochMs(Math.trunc(statSync(home.at('a.md')).ctimeMs));
    const files = [{ agent: 'codex', path: home.at('a.md') }] as const;
    expect(valueOf(scanFiles(home.deps(undefined, now), files)).read).toBe(1);
    expect(valueOf(scanFiles(home.deps(undefined, now), files)).read).toBe(1);
  });

  it('names what it cannot read, and takes nothing for gone that is behind a closed door', () => {
    const home = tempHome();
    home.put('a.md', 'x');
    home.put('huge.md', '');
    truncateSync(home.at('huge.md'), 50 * 1024 * 1024);
    mkdirSync(home.at('folder.md'));
    const report = scan(home, ['a.md', 'huge.md', 'folder.md', 'nothing.md']);
    expect(report).toMatchObject({ firstSeen: 1, foreign: [] });
    expect(report.unread).toEqual([
      { path: 'huge.md', why: 'is larger than 8 MB' },
      { path: 'folder.md', why: 'is a folder, not a file' },
    ]);
    rmSync(home.at('a.md'));
    mkdirSync(home.at('a.md'));
    expect(scan(home, ['a.md'], 1).foreign).toEqual([]);
  });

  it('shows differences, with secrets by their kind', () => {
    const home = tempHome();
    const token = madeUpToken;
    home.put('a.md', `- token ${token}\n- a\n`);
    scan(home, ['a.md']);
    home.put('a.md', `- token ${token}\n- b\n`);
    const [change] = scan(home, ['a.md'], 1).foreign;
    const diff = valueOf(diffSightings(home.deps(), change?.sighting ?? 0, null));
    expect(diff).toContain('-- a\n+- b');
    expect(diff).toContain('⟦masked:');
    expect(diff).not.toContain(token);
    expect(failureFrom(diffSightings(home.deps(), 99, null)).kind).toBe('not-found');
    valueOf(restoreSightings(home.deps(), [1]));
    expect(home.read('a.md').toString()).toBe(`- token ${token}\n- a\n`);
  });

  it('brings a file back with its rights, into a folder that is gone', () => {
    const home = tempHome();
    home.put('notes/a.md', 'x\n');
    chmodSync(home.at('notes/a.md'), 0o600);
    scan(home, ['notes/a.md']);
    rmSync(dirname(home.at('notes/a.md')), { recursive: true });
    const [change] = scan(home, [], 1).foreign;
    expect(change).toMatchObject({ what: 'removed', linesRemoved: 1 });
    valueOf(restoreSightings(home.deps(undefined, hoursLater(2)), [1]));
    expect(home.read('notes/a.md').toString()).toBe('x\n');
    expect(statSync(home.at('notes/a.md')).mode & 0o777).toBe(0o600);
  });
});

describe('how long copies are kept', () => {
  const dayMs = 86_400_000;
  const now = epochMs(Date.UTC(2025, 9, 1, 12));
  const sightingAt = (number: number, seenAtMs: number, isPinned = false): Sighting => ({
    number,
    path: 'a.md',
    agent: 'codex',
    address: null,
    mode: null,
    linesAdded: 0,
    linesRemoved: 0,
    madeBy: 'others',
    apply: null,
    seenAtMs: epochMs(seenAtMs),
    isPinned,
  });
  const left = (all: readonly Sighting[], at: EpochMs = now): readonly number[] => {
    const gone = new Set(spent(all, at).map((one) => one.number));
    return all.filter((one) => !gone.has(one.number)).map((one) => one.number);
  };

  it('is all of them for 30 days, one a day for a year, one a month after', () => {
    const days = [0, 0.1, 29, 29.1, 40, 40.1, 40.2, 41, 500, 501, 502, 540];
    const all = days.map((days, index) => sightingAt(100 - index, now - days * dayMs));
    expect(left(all)).toEqual([100, 99, 98, 97, 96, 93, 92, 89]);
  });

  it('is for good where it is pinned, and of the newest of each file', () => {
    expect(left([sightingAt(1, 0), sightingAt(2, 1000, true), sightingAt(3, 2000)])).toEqual([2, 3]);
    expect(left([sightingAt(1, 0)])).toEqual([1]);
  });

  it('frees the bytes that nothing speaks of, and never the journal’s', () => {
    const home = tempHome();
    const { db } = home.store;
    home.put('a.md', 'one\n');
    scan(home, ['a.md'], 0);
    home.put('a.md', 'two\n');
    scan(home, ['a.md'], 1);
    home.put('a.md', 'three\n');
    scan(home, ['a.md'], 2);
    valueOf(restoreSightings(home.deps(undefined, hoursLater(3)), [1]));
    valueOf(pin(home.deps(), 2, false));
    const later = epochMs(noonMs + 400 * dayMs);
    expect(valueOf(thinOut(db, later))).toEqual({ sightings: 3, contents: 1 });
    // "three" stood there before our apply: its way back is still open.
    valueOf(undoApply(home.deps(undefined, later), 1));
    expect(home.read('a.md').toString()).toBe('three\n');
    expect(failureFrom(diffSightings(home.deps(), 2, null)).kind).toBe('not-found');
    expect(keepContent(db, home.deps().sealer, Buffer.from('two\n'))).toMatch(/^plain:/);
  });
});
