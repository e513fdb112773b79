// Everything into one archive and back, on another machine, over a store that is there, and from archives that nobody
// should trust.
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { deleteAllWords } from '../../../shared/carry.ts';
import type { Engine, Failure } from '../../../shared/engine.ts';
import type { Result } from '../../../shared/result.ts';
import { startOtherProcess } from '../store/testing/other-process.ts';
import {
  dreamOnce,
  fourDays,
  nightMs,
  openEngine,
  tempHome,
  valueOf,
  write,
  writeDay,
  type TempHome,
} from './testing/temp-home.ts';

async function lived(): Promise<{ readonly place: TempHome; readonly engine: Engine }> {
  const place = tempHome();
  for (const day of fourDays) writeDay(place, day);
  write(place, '.claude/CLAUDE.md', '# Rules\n\n- Answer in English.\n');
  const night = await dreamOnce(place);
  const { engine } = await openEngine(place);
  const [first, ...others] = night.proposal.changes.map(({ id }) => id);
  valueOf(await engine.reviewRule([first ?? ''], { kind: 'edited', text: 'pnpm, never npm.' }));
  valueOf(await engine.reviewApply());
  if (others.length > 0) valueOf(await engine.reviewRule(others, { kind: 'rejected', reason: 'wrong' }));
  const [entry] = valueOf(await engine.memoryList({ closedToo: false }));
  valueOf(await engine.memoryPin(entry?.id ?? '', true));
  return { place, engine };
}

/** All that a person could look at. */
async function seen(engine: Engine): Promise<unknown> {
  const memory = valueOf(await engine.memoryList({ closedToo: true }));
  return {
    memory,
    history: valueOf(await engine.memoryHistory(null)),
    review: valueOf(await engine.reviewList()),
    pins: valueOf(await engine.pinnedEntries()),
    nights: valueOf(await engine.nights()),
    diary: valueOf(await engine.diary(null)),
    found: valueOf(await engine.search('pnpm', { limit: 5, agent: null, project: null, sinceMs: null })),
  };
}

const archiveOf = (place: TempHome): string => join(place.home, '..', 'all.tar.zst');
const failureOf = <T>(result: Result<T, Failure>): Failure => {
  if (result.ok) throw new Error('it should have failed');
  return result.error;
};

describe('a backup', () => {
  it('is one archive that any tar opens: Markdown, JSON, the store, and what each of them is', async () => {
    const { place, engine } = await lived();
    const report = valueOf(await engine.backup(archiveOf(place), { replace: false }));
    expect(report.counts).toMatchObject({ sessions: 4, nights: 1, activeEntries: 2 });
    expect(statSync(archiveOf(place)).mode & 0o777).toBe(0o600);
    const folder = join(place.home, '..', 'opened');
    mkdirSync(folder);
    writeFileSync(join(folder, 'plain.tar'), zstdDecompressSync(readFileSync(archiveOf(place))));
    execFileSync('tar', ['-xf', 'plain.tar'], { cwd: folder });
    expect(readFileSync(join(folder, 'memory/memory.md'), 'utf8')).toContain('pnpm, never npm.');
    expect(readdirSync(join(folder, 'diaries'))).toHaveLength(1);
    const turns = readFileSync(join(folder, 'json/turns.jsonl'), 'utf8').trim().split('\n');
    expect(turns).toHaveLength(report.counts.turns);
    expect(turns.some((line) => (JSON.parse(line) as { text: string }).text.includes('weekly report'))).toBe(
      true,
    );
    const events = readFileSync(join(folder, 'json/change_events.jsonl'), 'utf8');
    expect(events).toContain('pnpm, never npm.');
    expect(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).toMatchObject({
      format: 'slowwave-backup',
      formatVersion: 1,
    });
    expect(readdirSync(place.data).filter((name) => name.startsWith('backup-'))).toEqual([]);
  });

  it('takes no file’s place unless it is told to', async () => {
    const { place, engine } = await lived();
    writeFileSync(archiveOf(place), 'mine');
    expect(failureOf(await engine.backup(archiveOf(place), { replace: false })).kind).toBe('wrong-input');
    expect(readFileSync(archiveOf(place), 'utf8')).toBe('mine');
    valueOf(await engine.backup(archiveOf(place), { replace: true }));
  });

  it('into a folder that cannot be written leaves nothing behind', async () => {
    const { place, engine } = await lived();
    const failure = failureOf(await engine.backup('/proc/nowhere/all.tar.zst', { replace: false }));
    expect(failure.safe).not.toBe('');
    expect(readdirSync(place.data).filter((name) => name.startsWith('backup-'))).toEqual([]);
  });
});

describe('verifying', () => {
  it('reads a backup to its last row, changes nothing, and finds one byte that is another', async () => {
    const { place, engine } = await lived();
    const file = archiveOf(place);
    const report = valueOf(await engine.backup(file, { replace: false }));
    const before = await seen(engine);
    expect(valueOf(await engine.verifyBackup(file))).toEqual({
      path: file,
      bytes: report.bytes,
      madeAtMs: report.madeAtMs,
      files: report.files,
      counts: report.counts,
    });
    const plain = zstdDecompressSync(readFileSync(file));
    const at = plain.indexOf('pnpm, never npm.');
    plain[at] = 'q'.charCodeAt(0);
    writeFileSync(file, zstdCompressSync(plain));
    expect(failureOf(await engine.verifyBackup(file)).kind).toBe('not-readable');
    expect(await seen(engine)).toEqual(before);
    expect(readdirSync(place.data).filter((name) => name.startsWith('restore-'))).toEqual([]);
  });
});

describe('deleting everything', () => {
  it('happens only by the words, takes what is ours, and leaves the rest and the agents’ files', async () => {
    const { place, engine } = await lived();
    writeFileSync(join(place.data, 'mine.txt'), 'not of Slowwave');
    const held = valueOf(await engine.storage());
    expect(held.parts.map(({ kind }) => kind)).toContain('store');
    expect(failureOf(await engine.deleteAll('yes')).kind).toBe('wrong-input');
    expect(existsSync(join(place.data, 'slowwave.db'))).toBe(true);

    const gone = valueOf(await engine.deleteAll(deleteAllWords));
    expect(gone).toMatchObject({ left: ['mine.txt'] });
    expect(gone.bytes).toBeGreaterThan(0);
    expect(readdirSync(place.data)).toEqual(['mine.txt']);
    expect(readFileSync(join(place.home, '.claude/CLAUDE.md'), 'utf8')).toBe(
      '# Rules\n\n- Answer in English.\n',
    );
    // And the same engine begins anew.
    expect(failureOf(await engine.nights()).kind).toBe('not-found');
    await dreamOnce(place);
    expect(valueOf(await engine.nights())).toHaveLength(1);
    // What its owner had decided went along.
    expect(valueOf(await engine.pinnedEntries())).toEqual([]);
  });

  it('waits for whoever else has the store open', async () => {
    const { place, engine } = await lived();
    const other = await startOtherProcess({ dataFolder: place.data, takesDreamLease: false });
    expect(failureOf(await engine.deleteAll(deleteAllWords)).kind).toBe('store-busy');
    await other.kill();
    valueOf(await engine.deleteAll(deleteAllWords));
  });
});

describe('restoring', () => {
  it('on another machine gives everything back, and goes on from there', async () => {
    const { place, engine } = await lived();
    const before = await seen(engine);
    valueOf(await engine.backup(archiveOf(place), { replace: false }));
    const elsewhere = { ...place, data: join(place.home, '..', 'other-data') };
    const other = (await openEngine(elsewhere)).engine;
    const report = valueOf(await other.restore(archiveOf(place), { replace: false }));
    expect(report).toMatchObject({ before: null, counts: { sessions: 4 } });
    expect(await seen(other)).toEqual(before);
    expect(valueOf(await other.check()).problems).toEqual([]);
    other.close();
    const night = await dreamOnce(elsewhere, {}, nightMs + 1000);
    expect(night.imported).toMatchObject({ newTurns: 0 });
    expect(readdirSync(elsewhere.data).filter((name) => name.startsWith('restore-'))).toEqual([]);
  });

  it('over a store that is not empty is refused; told to, it backs that one up first', async () => {
    const { place, engine } = await lived();
    valueOf(await engine.backup(archiveOf(place), { replace: false }));
    const [entry] = valueOf(await engine.memoryList({ closedToo: false }));
    valueOf(await engine.memoryPin(entry?.id ?? '', false));
    const before = await seen(engine);
    expect(failureOf(await engine.restore(archiveOf(place), { replace: false })).happened).toContain(
      '4 sessions',
    );
    expect(await seen(engine)).toEqual(before);
    const report = valueOf(await engine.restore(archiveOf(place), { replace: true }));
    expect(valueOf(await engine.pinnedEntries())).toHaveLength(1);
    expect(existsSync(report.before ?? '')).toBe(true);
    valueOf(await engine.restore(report.before ?? '', { replace: true }));
    expect(await seen(engine)).toEqual(before);
  });

  it('says where it brings back what was forgotten since', async () => {
    const { place, engine } = await lived();
    valueOf(await engine.backup(archiveOf(place), { replace: false }));
    valueOf(await engine.forget({ kind: 'word', text: 'weekly report' }));
    const again = valueOf(await engine.restore(archiveOf(place), { replace: true }));
    expect(again.forgottenSince).toBe(1);
    valueOf(await engine.forget({ kind: 'word', text: 'weekly report' }));
    valueOf(await engine.backup(archiveOf(place), { replace: true }));
    expect(valueOf(await engine.restore(archiveOf(place), { replace: true })).forgottenSince).toBe(0);
  });

  it('waits for others who have the store open', async () => {
    const { place, engine } = await lived();
    valueOf(await engine.backup(archiveOf(place), { replace: false }));
    const other = await startOtherProcess({ dataFolder: place.data, takesDreamLease: false });
    const failure = failureOf(await engine.restore(archiveOf(place), { replace: true }));
    expect(failure.kind).toBe('store-busy');
    await other.kill();
  });
});

describe('an archive that is not to be trusted', () => {
  const refused = async (make: (plain: Buffer, place: TempHome) => Buffer): Promise<Failure> => {
    const { place, engine } = await lived();
    valueOf(await engine.backup(archiveOf(place), { replace: false }));
    const before = await seen(engine);
    const bad = join(place.home, '..', 'bad.tar.zst');
    writeFileSync(bad, make(zstdDecompressSync(readFileSync(archiveOf(place))), place));
    const failure = failureOf(await engine.restore(bad, { replace: true }));
    expect(await seen(engine)).toEqual(before);
    expect(readdirSync(place.data).filter((name) => /^(?:restore|before)-/u.test(name))).toEqual([]);
    return failure;
  };

  it('with one byte changed is told', async () => {
    const failure = await refused((plain) => {
      plain[plain.indexOf('pnpm, never npm.')] = 0x50;
      return zstdCompressSync(plain);
    });
    expect(failure.happened).toContain('not as it was made');
  });

  it('that is cut off, empty, or something else altogether', async () => {
    expect((await refused((plain) => zstdCompressSync(plain.subarray(0, 5000)))).kind).toBe('not-readable');
    expect((await refused((plain) => zstdCompressSync(plain).subarray(0, 9000))).kind).toBe('not-readable');
    expect((await refused(() => Buffer.from('no archive at all'))).kind).toBe('not-readable');
    expect((await refused(() => Buffer.alloc(0))).kind).toBe('not-readable');
    expect((await refused(() => zstdCompressSync(Buffer.alloc(1024)))).kind).toBe('wrong-input');
  });

  it('that names a place outside of itself writes nothing there', async () => {
    const failure = await refused((plain, place) => {
      const folder = join(place.home, '..', 'evil');
      mkdirSync(folder);
      writeFileSync(join(folder, 'a.tar'), plain);
      writeFileSync(join(folder, 'evil.txt'), 'x');
      execFileSync(
        'tar',
        ['--format=ustar', '-P', '--transform=s,evil,../../evil-was-here,', '-rf', 'a.tar', 'evil.txt'],
        { cwd: folder },
      );
      return zstdCompressSync(readFileSync(join(folder, 'a.tar')));
    });
    expect(failure.happened).toContain('outside of itself');
    expect(existsSync('/tmp/evil-was-here.txt')).toBe(false);
  });

  it('from a newer program is left to that', async () => {
    const failure = await refused((plain) => {
      const at = plain.indexOf('"formatVersion": 1');
      plain.write('"formatVersion": 9', at);
      return zstdCompressSync(plain);
    });
    expect(failure.kind).toBe('store-newer');
  });

  it('that is not there', async () => {
    const { place, engine } = await lived();
    copyFileSync(join(place.data, 'slowwave.db'), join(place.home, '..', 'x'));
    expect(failureOf(await engine.restore('/nowhere/x.tar.zst', { replace: true })).kind).toBe('not-found');
  });
});
