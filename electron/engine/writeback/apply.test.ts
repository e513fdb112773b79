import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyByNumber } from '../store/file-writes.ts';
import { sightingsOf } from '../store/snapshots.ts';
import { failureFrom, valueOf } from '../store/testing/temp-store.ts';
import type { ApplyReceipt, WritebackDeps } from './apply.ts';
import { applyWrites } from './apply.ts';
import { inspectBlock } from './block.ts';
import type { PlannedWrite } from './plan.ts';
import { plainWrite, planWrites } from './plan.ts';
import { faultAt } from './testing/crash.ts';
import { entryOf, madeUpToken, planInput, targetOf, tempHome, type TempHome } from './testing/home.ts';
import { undoApply } from './undo.ts';

const to = (home: TempHome, path: string, after: string | null): PlannedWrite =>
  plainWrite(
    path,
    'claude-code',
    {
      before: existsSync(home.at(path)) ? home.read(path) : null,
      after: after === null ? null : Buffer.from(after),
    },
    { mode: null },
  );
const apply = (deps: WritebackDeps, ...writes: readonly PlannedWrite[]): ApplyReceipt =>
  valueOf(applyWrites(deps, { writes, reason: 'a test', undoes: null }));
const leftovers = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.slowwave-'));

describe('applying', () => {
  it('writes, says what it wrote, and leaves nothing beside the files', () => {
    const home = tempHome();
    home.put('.claude/CLAUDE.md', '- a\n- b\n');
    home.put('shop/AGENTS.md', '');
    const receipt = apply(
      home.deps(),
      to(home, '.claude/CLAUDE.md', '- a\n- c\n- d\n'),
      to(home, 'shop/CLAUDE.md', 'new\n'),
    );
    expect(receipt).toMatchObject({
      number: 1,
      conflicts: [],
      written: [
        { path: '.claude/CLAUDE.md', linesAdded: 2, linesRemoved: 1, rebased: false, made: false },
        { path: 'shop/CLAUDE.md', linesAdded: 1, made: true },
      ],
    });
    expect(home.read('.claude/CLAUDE.md').toString()).toBe('- a\n- c\n- d\n');
    expect(home.read('shop/CLAUDE.md').toString()).toBe('new\n');
    expect(leftovers(home.home)).toEqual([]);
    expect(applyByNumber(home.store.db, 1)?.end).toMatchObject({ outcome: 'done', recovered: false });
    expect(sightingsOf(home.store.db, '.claude/CLAUDE.md').map((one) => one.madeBy)).toEqual([
      'us',
      'first-seen',
    ]);
  });

  it('writes nothing down where nothing changes', () => {
    const home = tempHome();
    home.put('a.md', 'same');
    expect(apply(home.deps(), to(home, 'a.md', 'same'))).toEqual({
      number: null,
      written: [],
      conflicts: [],
    });
  });

  it('keeps the file’s rights, and a link a link', () => {
    const home = tempHome();
    home.put('dotfiles/claude.md', 'old\n');
    chmodSync(home.at('dotfiles/claude.md'), 0o640);
    mkdirSync(home.at('.claude'));
    symlinkSync('../dotfiles/claude.md', home.at('.claude/CLAUDE.md'));
    apply(home.deps(), to(home, '.claude/CLAUDE.md', 'new\n'));
    expect(readlinkSync(home.at('.claude/CLAUDE.md'))).toBe('../dotfiles/claude.md');
    expect(home.read('dotfiles/claude.md').toString()).toBe('new\n');
    expect(statSync(home.at('dotfiles/claude.md')).mode & 0o777).toBe(0o640);
  });

  it('merges what somebody edited meanwhile, and says so', () => {
    const home = tempHome();
    home.put('a.md', '1\n2\n3\n4\n5\n');
    const write = to(home, 'a.md', '1\n2\n3\n4\nours\n');
    home.put('a.md', 'theirs\n2\n3\n4\n5\n');
    expect(apply(home.deps(), write).written).toMatchObject([{ path: 'a.md', rebased: true }]);
    expect(home.read('a.md').toString()).toBe('theirs\n2\n3\n4\nours\n');
  });

  it('leaves a file whose same lines were edited, and gives all three sides', () => {
    const home = tempHome();
    home.put('a.md', '- Staging: old\n');
    home.put('b.md', 'b\n');
    const write = to(home, 'a.md', '- Staging: ours\n');
    home.put('a.md', '- Staging: theirs\n');
    const receipt = apply(home.deps(), write, to(home, 'b.md', 'B\n'));
    expect(receipt.conflicts).toMatchObject([
      {
        path: 'a.md',
        reason: { kind: 'edited-meanwhile' },
        before: '- Staging: old\n',
        theirs: '- Staging: theirs\n',
        ours: '- Staging: ours\n',
      },
    ]);
    expect(home.read('a.md').toString()).toBe('- Staging: theirs\n');
    expect(home.read('b.md').toString()).toBe('B\n');
  });

  it('does not lose what an agent writes in the very moment', () => {
    const home = tempHome();
    home.put('a.md', 'old\n');
    const late = (name: string): void => {
      if (name === 'the name is given') return;
      if (name === 'checked once more') writeFileSync(home.at('a.md'), 'written by an agent\n');
    };
    const receipt = apply(home.deps(late), to(home, 'a.md', 'ours\n'));
    expect(home.read('a.md').toString()).toBe('written by an agent\n');
    expect(receipt).toMatchObject({
      written: [],
      conflicts: [{ path: 'a.md', theirs: 'written by an agent\n' }],
    });
    expect(leftovers(home.home)).toEqual([]);
  });

  it('does not write over a file that another program put there in the very moment', () => {
    const home = tempHome();
    home.put('a.md', 'old\n');
    home.put('theirs.md', 'moved here by an agent\n');
    const late = (name: string): void => {
      if (name === 'checked once more' && existsSync(home.at('theirs.md')))
        renameSync(home.at('theirs.md'), home.at('a.md'));
    };
    expect(apply(home.deps(late), to(home, 'a.md', 'ours\n')).conflicts.length).toBe(1);
    expect(home.read('a.md').toString()).toBe('moved here by an agent\n');
    const created = (name: string): void => {
      if (name === 'checked once more') writeFileSync(home.at('new.md'), 'made by an agent\n');
    };
    expect(apply(home.deps(created), to(home, 'new.md', 'ours\n')).conflicts.length).toBe(1);
    expect(home.read('new.md').toString()).toBe('made by an agent\n');
    expect(leftovers(home.home)).toEqual([]);
  });
});

describe('a disk that says no', () => {
  it.each([
    ['before the new file', 'ENOSPC', 2],
    ['half of the new file', 'ENOSPC', 3],
    ['the new file is on the disk', 'EIO', 1],
    ['checked once more', 'EACCES', 2],
    ['the name is given', 'EROFS', 2],
    ['in the journal', 'SQLITE_FULL', 2],
    ['in the end', 'SQLITE_FULL', 1],
  ])('%s (%s): every file is what it was', (door, code, nth) => {
    const home = tempHome();
    const paths = ['a.md', 'b.md', 'c.md'];
    for (const path of paths) home.put(path, `old ${path}\n`);
    const writes = paths.map((path) => to(home, path, `new ${path}\n`));
    const fault = faultAt(door, code === 'EIO' ? 'SQLITE_IOERR' : code, nth);
    const failure = failureFrom(applyWrites(home.deps(fault), { writes, reason: 'a test', undoes: null }));
    expect(failure.kind).toBe(code === 'ENOSPC' || code === 'SQLITE_FULL' ? 'disk-full' : 'not-readable');
    for (const path of paths) expect(home.read(path).toString()).toBe(`old ${path}\n`);
    expect(leftovers(home.home)).toEqual([]);
    // Nothing is left to recover, and the same plan goes through afterwards.
    expect(apply(home.deps(), ...writes).written.length).toBe(3);
  });
});

describe('a place that cannot be written', () => {
  const whyAt = (home: TempHome, path: string): unknown => {
    const write = plainWrite(path, 'claude-code', { before: null, after: Buffer.from('x') }, { mode: null });
    const { conflicts, written } = apply(home.deps(), { ...write, mayMakeFolder: false });
    expect(written).toEqual([]);
    const [conflict] = conflicts;
    return conflict?.reason.kind === 'refused' ? conflict.reason.why : conflict?.reason.kind;
  };

  it('is told by its name', () => {
    const home = tempHome();
    mkdirSync(home.at('folder.md'));
    symlinkSync('nowhere', home.at('dangling.md'));
    home.put('.bashrc', 'alias x=y\n');
    symlinkSync('.bashrc', home.at('CLAUDE.md'));
    writeFileSync(join(home.root, 'outside.md'), 'x');
    symlinkSync('../outside.md', home.at('out.md'));
    home.put('two.md', 'x');
    linkSync(home.at('two.md'), home.at('names.md'));
    home.put('utf16.md', Buffer.from('\uFEFFa', 'utf16le'));
    home.put('huge.md', '');
    truncateSync(home.at('huge.md'), 50 * 1024 * 1024);
    expect(whyAt(home, 'folder.md')).toBe('is-folder');
    expect(whyAt(home, 'dangling.md')).toBe('link-to-nothing');
    expect(whyAt(home, 'CLAUDE.md')).toBe('link-elsewhere');
    expect(whyAt(home, 'out.md')).toBe('link-elsewhere');
    expect(whyAt(home, 'names.md')).toBe('several-names');
    expect(whyAt(home, 'utf16.md')).toBe('odd-encoding');
    expect(whyAt(home, 'huge.md')).toBe('too-large');
    expect(whyAt(home, 'no/such/folder.md')).toBe('no-folder');
    expect(home.read('.bashrc').toString()).toBe('alias x=y\n');
  });

  it('is left where a file became a folder, went, or became a link between plan and apply', () => {
    const home = tempHome();
    for (const path of ['a.md', 'b.md', 'c.md']) home.put(path, 'old\n');
    const writes = ['a.md', 'b.md', 'c.md'].map((path) => to(home, path, 'new\n'));
    rmSync(home.at('a.md'));
    mkdirSync(home.at('a.md'));
    rmSync(home.at('b.md'));
    rmSync(home.at('c.md'));
    home.put('.profile', 'export A=b\n');
    symlinkSync('.profile', home.at('c.md'));
    const { conflicts, written } = apply(home.deps(), ...writes);
    expect(written).toEqual([]);
    expect(conflicts.map((one) => one.reason)).toEqual([
      { kind: 'refused', why: 'is-folder' },
      { kind: 'edited-meanwhile' },
      { kind: 'refused', why: 'link-elsewhere' },
    ]);
    expect(existsSync(home.at('b.md'))).toBe(false);
    expect(lstatSync(home.at('c.md')).isSymbolicLink()).toBe(true);
    expect(home.read('.profile').toString()).toBe('export A=b\n');
  });

  it('is told as read-only by whoever is not the super-user', () => {
    const home = tempHome();
    home.put('closed.md', 'old\n');
    chmodSync(home.at('closed.md'), 0o444);
    mkdirSync(home.at('shut'));
    home.put('shut/a.md', 'old\n');
    chmodSync(home.at('shut'), 0o555);
    for (const folder of [home.root, home.home]) chmodSync(folder, 0o755);
    const script = fileURLToPath(new URL('testing/look-as-other.ts', import.meta.url));
    const paths = [home.at('closed.md'), home.at('shut/a.md'), home.at('shut/new.md')];
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, [script, home.home, ...paths], {
      ...nobody,
      encoding: 'utf8',
    });
    chmodSync(home.at('shut'), 0o755);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['read-only', 'read-only', 'read-only']);
  });
});

describe('taking an apply back', () => {
  it('gives every file its old bytes, takes away what was made, and can be taken back itself', () => {
    const home = tempHome();
    home.put('a.md', Buffer.from([0xef, 0xbb, 0xbf, 0xe9, 0x0d, 0x0a, 0x61]));
    const before = home.read('a.md');
    const { number } = apply(home.deps(), to(home, 'a.md', 'other\n'), to(home, 'made.md', 'new\n'));
    const undone = valueOf(undoApply(home.deps(), number ?? 0));
    expect(home.read('a.md').equals(before)).toBe(true);
    expect(existsSync(home.at('made.md'))).toBe(false);
    expect(failureFrom(undoApply(home.deps(), number ?? 0)).kind).toBe('wrong-input');
    const again = valueOf(undoApply(home.deps(), undone.number ?? 0));
    expect(home.read('a.md').toString()).toBe('other\n');
    expect(home.read('made.md').toString()).toBe('new\n');
    valueOf(undoApply(home.deps(), again.number ?? 0));
    expect(home.read('a.md').equals(before)).toBe(true);
    valueOf(undoApply(home.deps(), 4));
    valueOf(undoApply(home.deps(), number ?? 0));
    expect(home.read('a.md').equals(before)).toBe(true);
  });

  it('keeps what somebody wrote since, where that is clean, and asks where it is not', () => {
    const home = tempHome();
    home.put('a.md', '1\n2\n3\n4\n5\n');
    home.put('b.md', 'old\n');
    const { number } = apply(home.deps(), to(home, 'a.md', '1\n2\n3\n4\nours\n'), to(home, 'b.md', 'ours\n'));
    home.put('a.md', 'theirs\n2\n3\n4\nours\n');
    home.put('b.md', 'theirs\n');
    const undone = valueOf(undoApply(home.deps(), number ?? 0));
    expect(home.read('a.md').toString()).toBe('theirs\n2\n3\n4\n5\n');
    expect(undone.conflicts.map((one) => one.path)).toEqual(['b.md']);
    expect(home.read('b.md').toString()).toBe('theirs\n');
  });

  it('gives the same bytes for whatever bytes stood there', () => {
    const anyBytes = fc
      .uint8Array({ maxLength: 120 })
      .map((bytes) => Buffer.from(bytes).filter((byte) => byte !== 0));
    const home = tempHome();
    fc.assert(
      fc.property(anyBytes, fc.stringMatching(/^[a-z ]{3,30}$/), (raw, text) => {
        const bytes = Buffer.from(raw);
        fc.pre(inspectBlock(bytes).kind === 'none');
        fc.pre(!(bytes[0] === 0xff && bytes[1] === 0xfe) && !(bytes[0] === 0xfe && bytes[1] === 0xff));
        home.put('CLAUDE.md', bytes);
        const entry = entryOf(`a ${text}`);
        const plan = planWrites(
          planInput(home, { targets: [targetOf(home, 'CLAUDE.md')], entriesFor: () => [entry] }),
        );
        const receipt = apply(home.deps(), ...plan.writes);
        expect(home.read('CLAUDE.md').includes(Buffer.from('slowwave:begin'))).toBe(receipt.number !== null);
        if (receipt.number !== null) valueOf(undoApply(home.deps(), receipt.number));
        expect(home.read('CLAUDE.md').equals(bytes)).toBe(true);
      }),
      { numRuns: process.env['LONG'] === undefined ? 30 : 500 },
    );
  }, 600_000);
});

describe('a file that holds a secret', () => {
  it('leaves no plain byte of it in our folder, and its key is elsewhere', () => {
    const home = tempHome();
    const token = madeUpToken;
    home.put('CLAUDE.md', `- The token is ${token}\n- Use npm for everything here\n`);
    const write = to(home, 'CLAUDE.md', `- The token is ${token}\n- Use pnpm\n`);
    const { number } = apply(home.deps(), write);
    home.store.db.script('PRAGMA wal_checkpoint(TRUNCATE)');
    const ours = readdirSync(home.dataFolder).map((name) =>
      readFileSync(join(home.dataFolder, name), 'latin1'),
    );
    expect(ours.some((file) => file.includes(token))).toBe(false);
    expect(readdirSync(home.keyFolder)).toEqual(['seal.key']);
    expect(statSync(join(home.keyFolder, 'seal.key')).mode & 0o777).toBe(0o600);
    valueOf(undoApply(home.deps(), number ?? 0));
    expect(home.read('CLAUDE.md').toString()).toContain('npm for everything');
    // Without the key there is no way back, and nothing is harmed.
    rmSync(home.keyFolder, { recursive: true });
    const now = home.read('CLAUDE.md');
    expect(failureFrom(undoApply(home.deps(), 2)).happened).toContain('seal');
    expect(home.read('CLAUDE.md').equals(now)).toBe(true);
  });

  it('is shown in conflicts by its kind only', () => {
    const home = tempHome();
    const token = madeUpToken;
    home.put('a.md', `key ${token}\n`);
    const write = to(home, 'a.md', 'ours\n');
    home.put('a.md', `key ${token} and more\n`);
    const { conflicts } = apply(home.deps(), write);
    expect(JSON.stringify(conflicts)).not.toContain(token);
  });
});
