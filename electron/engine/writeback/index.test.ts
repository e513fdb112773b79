import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish } from '../memory/versions.ts';
import { applyChanges } from '../proposal/apply.ts';
import { scanFiles } from '../guard/index.ts';
import { setAgentWriting, type WritingMode } from '../store/file-writes.ts';
import { currentMemory } from '../store/memory.ts';
import { putPlacing, type FilePlacing } from '../store/file-placings.ts';
import { markFilesSeen, putMemoryFile } from '../store/memory-files.ts';
import { putNight } from '../store/nights.ts';
import { decide } from '../review/decide.ts';
import { applyApproved } from '../review/review.ts';
import { rollBackChange, rollBackNight, rollBackToVersion } from '../review/roll-back.ts';
import { markApplied, putProposal, writeDecision } from '../store/proposals.ts';
import {
  firstNight,
  secondNight,
  fromFile,
  madeUpChange,
  madeUpReceipt,
  madeUpTranscript,
  madeUpTurn,
} from '../store/testing/made-up.ts';
import { noonMs, valueOf } from '../store/testing/temp-store.ts';
import { appendTranscript } from '../store/transcripts.ts';
import { parseMemoryFile } from '../memory-files/parse.ts';
import { sessionId, versionNumber } from '../../../shared/ids.ts';
import {
  applyPlan,
  isServedLine,
  planFiles,
  servedNow,
  undoApply,
  usualPlan,
  type WritePlan,
} from './index.ts';
import { entryOf, tempHome, type TempHome } from './testing/home.ts';

const claude = '.claude/CLAUDE.md';

/** Two agents in use, one project, and the lines of Claude's own file in our record. */
function livedIn(): TempHome {
  const home = tempHome();
  const { db } = home.store;
  for (const [agent, folder] of [
    ['claude-code', '.claude'],
    ['codex', '.codex'],
  ] as const) {
    mkdirSync(home.at(folder));
    mkdirSync(home.at('lantern'), { recursive: true });
    const head = { id: sessionId(agent, agent), agent, cwd: home.at('lantern'), project: 'lantern' };
    appendTranscript(db, madeUpTranscript(agent, [madeUpTurn(agent, 0)], head), fromFile(`/${agent}`));
  }
  home.put(claude, '# Me\n\n- Use npm for installs.\n- Keep answers short.\n');
  valueOf(scanFiles(home.deps(), [{ agent: 'claude-code', path: home.at(claude) }]));
  remember(home, linesOf(home, claude));
  return home;
}

const linesOf = (home: TempHome, path: string): readonly MemoryEntry[] =>
  parseMemoryFile(home.read(path)).map(({ text, heading, startByte, endByte, line }) =>
    entryOf(text, {
      scope: 'agent:claude-code',
      places: [{ path, agent: 'claude-code', heading, startByte, endByte, line }],
    }),
  );

function remember(home: TempHome, entries: readonly MemoryEntry[]): void {
  publish(home.store.db, {
    author: 'import',
    reason: 'a test',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
    entries,
  });
}

/** Offered, decided and applied in our own record. */
function settle(home: TempHome, change: Change, by: 'you' | 'auto'): void {
  const { db } = home.store;
  const memory = currentMemory(db);
  putProposal(db, { nightId: firstNight, base: memory.number, changes: [change] }, noonMs, {
    keepOlder: true,
  });
  writeDecision(db, { changeId: change.id, kind: 'approved', atMs: noonMs, by });
  markApplied(db, change.id, noonMs);
  remember(home, applyChanges(memory.entries, [change], noonMs));
}

const add = (name: string, after: MemoryEntry): Change => madeUpChange(name, { after });
const plan = (home: TempHome, isPerson = true): WritePlan =>
  planFiles(home.deps(), { ...usualPlan, isPerson });
const pathsOf = (one: WritePlan): readonly string[] => one.writes.map((write) => write.path);

describe('what goes into agents’ files from our record', () => {
  it('goes where it holds: everywhere, in one project, for one agent', () => {
    const home = livedIn();
    settle(home, add('a', entryOf('Sign every commit.')), 'you');
    settle(home, add('b', entryOf('Orders have nine digits.', { scope: 'project:lantern' })), 'you');
    settle(home, add('c', entryOf('Answer in German.', { scope: 'agent:codex' })), 'you');
    expect(pathsOf(plan(home)).toSorted()).toEqual([
      claude,
      '.codex/AGENTS.md',
      'lantern/AGENTS.md',
      'lantern/CLAUDE.md',
    ]);
    valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read('.codex/AGENTS.md').toString()).toContain('Answer in German.');
    expect(home.read(claude).toString()).not.toContain('German');
    expect(home.read('lantern/CLAUDE.md').toString()).toContain('nine digits');
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });
  });

  it('replaces the very line, is known again, and goes back to the byte', () => {
    const home = livedIn();
    const before = home.read(claude);
    const npm = currentMemory(home.store.db).entries.find((entry) => entry.text.includes('npm'));
    const change = madeUpChange('pnpm', {
      operation: 'replace',
      after: entryOf('Use pnpm for installs.', { scope: 'agent:claude-code' }),
      closes: npm === undefined ? [] : [{ entryId: npm.id, because: 'newer' }],
    });
    settle(home, change, 'you');
    const receipt = valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).toString()).toBe('# Me\n\n- Use pnpm for installs.\n- Keep answers short.\n');
    expect(isServedLine('- use pnpm for installs', servedNow(home.store.db))).toBe(true);
    expect(plan(home).writes).toEqual([]);
    valueOf(undoApply(home.deps(), receipt.number ?? 0));
    expect(home.read(claude).equals(before)).toBe(true);
    // Taken back in the file only, it waits to be written there again: the line, not a second one beside it.
    const again = plan(home).writes.map((write) => [write.path, write.after?.toString()]);
    expect(again).toEqual([[claude, '# Me\n\n- Use pnpm for installs.\n- Keep answers short.\n']]);
  });

  it('finds the line that was meant by what the guard saw, and asks where it was edited', () => {
    const home = livedIn();
    const npm = currentMemory(home.store.db).entries.find((entry) => entry.text.includes('npm'));
    settle(
      home,
      madeUpChange('gone', {
        operation: 'retire',
        after: null,
        closes: npm ? [{ entryId: npm.id, because: 'old' }] : [],
      }),
      'you',
    );
    home.put(claude, '# Me\n\nNew words.\n\n- Use npm for installs.\n- Keep answers short.\n');
    expect(plan(home).writes[0]?.after?.toString()).toBe('# Me\n\nNew words.\n\n- Keep answers short.\n');
    home.put(claude, '# Me\n\n- Use npm 11 for installs.\n- Keep answers short.\n');
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [{ reason: { kind: 'line-changed' } }] });
  });

  it('does not carry a line of one agent’s file to another one unasked', () => {
    const home = livedIn();
    expect(plan(home).writes).toEqual([]);
  });

  it('leaves out what was rolled back since', () => {
    const home = livedIn();
    const before = currentMemory(home.store.db).entries;
    settle(home, add('a', entryOf('Sign every commit.')), 'you');
    remember(home, before);
    expect(plan(home).writes).toEqual([]);
  });
});

describe('what went out of our record again', () => {
  const npmLine = (home: TempHome): MemoryEntry | undefined =>
    currentMemory(home.store.db).entries.find((entry) => entry.text.includes('npm'));
  const replaceNpm = (home: TempHome): Change => {
    const npm = npmLine(home);
    return madeUpChange('pnpm', {
      operation: 'replace',
      after: entryOf('Use pnpm for installs.', { scope: 'agent:claude-code' }),
      closes: npm === undefined ? [] : [{ entryId: npm.id, because: 'newer' }],
    });
  };
  /** By the ways of a review, so that the log knows which version brought what. */
  const applied = (home: TempHome, ...changes: readonly Change[]): void => {
    const { db } = home.store;
    putProposal(db, { nightId: firstNight, base: currentMemory(db).number, changes }, noonMs, {
      keepOlder: true,
    });
    valueOf(
      decide(
        db,
        changes.map(({ id }) => id),
        { kind: 'approved', by: 'you', nowMs: noonMs },
      ),
    );
    valueOf(applyApproved(db, noonMs));
    valueOf(applyPlan(home.deps(), plan(home)));
  };

  it('goes out of the files as well, line and block, and a file that was made by it is gone', () => {
    const home = livedIn();
    const before = home.read(claude);
    applied(home, replaceNpm(home), add('a', entryOf('Sign every commit.')));
    expect(home.read(claude).toString()).toContain('- Use pnpm for installs.\n- Keep answers short.');
    expect(existsSync(home.at('.codex/AGENTS.md'))).toBe(true);
    valueOf(rollBackNight(home.store.db, firstNight, noonMs));
    const receipt = valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).equals(before)).toBe(true);
    expect(existsSync(home.at('.codex/AGENTS.md'))).toBe(false);
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });
    // The way there and the way back can each be taken back, and the plan knows what stands where.
    valueOf(undoApply(home.deps(), receipt.number ?? 0));
    expect(home.read(claude).toString()).toContain('pnpm');
    valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).equals(before)).toBe(true);
    valueOf(rollBackToVersion(home.store.db, versionNumber(2), noonMs));
    valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).toString()).toContain('- Use pnpm for installs.\n- Keep answers short.');
  });

  it('leaves what others wrote meanwhile, and what was applied beside it', () => {
    const home = livedIn();
    const change = replaceNpm(home);
    const short = currentMemory(home.store.db).entries.find((entry) => entry.text.includes('short'));
    const retired = madeUpChange('short', {
      operation: 'retire',
      after: null,
      closes: short === undefined ? [] : [{ entryId: short.id, because: 'old' }],
    });
    applied(home, change, retired);
    expect(home.read(claude).toString()).toBe('# Me\n\n- Use pnpm for installs.\n');
    home.put(claude, '# Me, Mika\n\n- Use pnpm for installs.\n');
    valueOf(rollBackChange(home.store.db, retired.id, noonMs));
    valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).toString()).toBe(
      '# Me, Mika\n\n- Use pnpm for installs.\n- Keep answers short.\n',
    );
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });
  });

  it('is asked about where somebody changed the very line, until a night has read it', () => {
    const home = livedIn();
    applied(home, replaceNpm(home));
    home.put(claude, '# Me\n\n- Use yarn for installs.\n- Keep answers short.\n');
    valueOf(rollBackNight(home.store.db, firstNight, noonMs));
    const [conflict] = plan(home).conflicts;
    expect(conflict?.reason.kind).toBe('edited-meanwhile');
    expect([conflict?.before, conflict?.theirs, conflict?.ours].map((side) => side?.split(' ')[3])).toEqual([
      'pnpm',
      'yarn',
      'npm',
    ]);
    readAgain(home);
    expect(plan(home).conflicts).toHaveLength(1);
    nightPasses(home);
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });
    expect(home.read(claude).toString()).toContain('yarn');
  });

  const fileSeen = { path: claude, agent: 'claude-code', modifiedMs: 1, seenAtMs: noonMs } as const;

  const nightPasses = (home: TempHome): void => {
    const proposal = { nightId: secondNight, base: versionNumber(0), changes: [] };
    const receipt = madeUpReceipt(secondNight, noonMs);
    putNight(home.store.db, { receipt, proposal, diary: '', verdicts: [] });
    markFilesSeen(home.store.db, secondNight);
  };

  const readAgain = (home: TempHome): void => {
    const text = home.read(claude).toString();
    const file = { ...fileSeen, contentHash: text, text };
    const lines = linesOf(home, claude).flatMap((entry) =>
      entry.places.map((place) => ({
        text: entry.text,
        place,
        scope: entry.scope,
        origin: entry.taint,
        atMs: null,
      })),
    );
    putMemoryFile(home.store.db, file, lines);
  };

  it('and a line that was changed before it could be is a question until a night has read that', () => {
    const home = livedIn();
    home.put(claude, '# Me\n\n- Use yarn for installs.\n- Keep answers short.\n');
    applied(home, replaceNpm(home));
    expect(plan(home).conflicts).toMatchObject([{ reason: { kind: 'line-changed' } }]);
    // Copied by day: nobody has looked at it yet.
    readAgain(home);
    expect(plan(home).conflicts).toHaveLength(1);
    nightPasses(home);
    expect(plan(home).conflicts).toEqual([]);
  });

  it('and a file that is gone is asked about whoever reads that, until its owner says what becomes of the change', () => {
    const home = livedIn();
    const change = replaceNpm(home);
    applied(home, change);
    valueOf(undoApply(home.deps(), 1));
    rmSync(home.at('.claude'), { recursive: true });
    putMemoryFile(home.store.db, { ...fileSeen, contentHash: '', text: null }, []);
    nightPasses(home);
    const asked = plan(home).conflicts;
    expect(asked).toMatchObject([{ reason: { kind: 'file-gone' }, ours: 'Use pnpm for installs.' }]);
    const say = (placing: Pick<FilePlacing, 'how' | 'to'>): void =>
      putPlacing(home.store.db, { path: claude, changeIds: [change.id], atMs: noonMs, ...placing });

    say({ how: 'drop', to: null });
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });

    home.put('notes.md', '# Moved\n\n* Use npm for installs.\n');
    say({ how: 'elsewhere', to: 'notes.md' });
    valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read('notes.md').toString()).toBe('# Moved\n\n* Use pnpm for installs.\n');
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });

    say({ how: 'recreate', to: null });
    const written = valueOf(applyPlan(home.deps(), plan(home)));
    expect(home.read(claude).toString()).toBe('# Me\n\n- Use pnpm for installs.\n- Keep answers short.\n');
    expect(plan(home)).toMatchObject({ writes: [], conflicts: [] });
    valueOf(undoApply(home.deps(), written.number ?? 0));
    expect(existsSync(home.at(claude))).toBe(false);
  });
});

describe('what goes by itself at night', () => {
  const modes = (home: TempHome, mode: WritingMode): void => {
    for (const agent of ['claude-code', 'codex'] as const) {
      setAgentWriting(home.store.db, { agent, mode, budgetTokens: null }, noonMs);
    }
  };

  it('is nothing, unless the owner of an agent said so', () => {
    const home = livedIn();
    settle(home, add('a', entryOf('Sign every commit.')), 'auto');
    expect(plan(home, false).writes).toEqual([]);
    modes(home, 'auto-duplicates');
    expect(plan(home, false).writes).toEqual([]);
    modes(home, 'auto-with-undo');
    expect(pathsOf(plan(home, false))).toEqual([claude, '.codex/AGENTS.md']);
    modes(home, 'off');
    expect(plan(home, false).writes).toEqual([]);
    expect(plan(home, true)).toMatchObject({ writes: [], off: [claude, '.codex/AGENTS.md'] });
  });

  it('is never what is flagged, nor a line that a person wrote', () => {
    const home = livedIn();
    modes(home, 'auto-with-undo');
    const [npm] = currentMemory(home.store.db).entries;
    const after = entryOf('Use pnpm for installs.', { scope: 'agent:claude-code' });
    const closes = npm === undefined ? [] : [{ entryId: npm.id, because: 'newer' }];
    settle(home, madeUpChange('r', { operation: 'replace', after, closes }), 'auto');
    settle(
      home,
      madeUpChange('f', { after: entryOf('Deploy on Friday.'), flags: ['contradiction'] }),
      'auto',
    );
    const written = plan(home, false).writes.map((write) => write.after?.toString() ?? '');
    for (const text of written) {
      expect(text).not.toContain('Friday');
      expect(text).not.toContain('pnpm');
    }
    expect(home.read(claude).toString()).toContain('npm');
  });
});
