import { describe, expect, it } from 'vitest';
import type { BlockRule, Feedback, OwnersWord } from '../../../shared/decisions.ts';
import { noWordYet } from '../../../shared/decisions.ts';
import type { Verdict } from '../../../shared/dream.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { madeUpVerdict, type VerdictParts } from '../proposal/testing/made-up-verdict.ts';
import { madeUpChangeId, madeUpEntry, madeUpEntryId } from '../store/testing/made-up.ts';
import { noonMs } from '../store/testing/temp-store.ts';
import { decide } from './deep.ts';
import { gistOf } from './sameness.ts';

const said = 'Always use pnpm for installs, never npm.';

function feedback(text: string, more: Partial<Feedback> = {}): Feedback {
  return {
    changeId: madeUpChangeId(text),
    kind: 'rejected',
    reason: null,
    operation: 'add',
    dreamText: text,
    yourText: null,
    entryId: madeUpEntryId(text),
    entryKind: 'preference',
    scope: 'project:lantern',
    closes: [],
    duplicateOf: null,
    atMs: noonMs,
    ...more,
  };
}

const rule = (text: string): BlockRule => ({
  number: 7,
  changeId: madeUpChangeId(text),
  text,
  madeAtMs: noonMs,
});
const word = (more: Partial<OwnersWord>): OwnersWord => ({ ...noWordYet, ...more });

function judged(
  text: string,
  owners: OwnersWord,
  entries: readonly MemoryEntry[] = [],
  more: VerdictParts = {},
): Verdict {
  const gist = gistOf(text);
  const { theme } = madeUpVerdict(text, {
    theme: {
      terms: [...gist.terms].sort(),
      negated: [...gist.negated].sort(),
      values: gist.values,
      sessions: 4,
      days: 4,
      strength: 0.9,
      wordings: 3,
      language: gist.language,
      ...more.theme,
    },
  });
  const [verdict] = decide({
    themes: [theme],
    entries,
    instructions: null,
    nowMs: noonMs,
    word: owners,
  }).verdicts;
  if (!verdict) throw new Error('one theme, one verdict');
  return verdict;
}

describe('what was rejected', () => {
  it('is held back with the reason, and says what would let it through', () => {
    const verdict = judged(said, word({ feedback: [feedback(said, { reason: 'outdated' })] }));
    expect(verdict.decision).toBe('hold');
    expect(verdict.gates.find((gate) => !gate.passed)).toEqual({
      name: 'owner',
      passed: false,
      reason: `you rejected “${said}” as outdated on 2025-10-01`,
      flip: `approve it after all: review approve ${madeUpChangeId(said)}`,
    });
  });

  it.each(['wrong', 'outdated', 'private', null] as const)(
    'as %s stays away in other words too',
    (reason) => {
      const no = word({ feedback: [feedback(said, { reason })] });
      expect(judged('For installs use pnpm always, never npm.', no).decision).toBe('hold');
    },
  );

  it('holds back nothing that says something else, or the opposite', () => {
    const no = word({ feedback: [feedback(said)] });
    expect(judged('Always use pnpm for scripts in continuous integration.', no).decision).toBe('promote');
    expect(judged('Always use npm for installs, never pnpm.', no).decision).toBe('promote');
  });

  it('as too specific lets a wider wording through', () => {
    const text = 'Use pnpm for installs on the build server in winter.';
    const no = word({ feedback: [feedback(text, { reason: 'too-specific' })] });
    expect(judged(text, no).decision).toBe('hold');
    expect(judged('Use pnpm for installs.', no).decision).toBe('promote');
  });

  it('in one project says nothing of another', () => {
    const no = word({ feedback: [feedback(said, { scope: 'project:harbour' })] });
    expect(judged(said, no).decision).toBe('promote');
  });

  it('as a merge of two lines says nothing against what they say', () => {
    expect(judged(said, word({ feedback: [feedback(said, { operation: 'merge' })] })).decision).toBe(
      'promote',
    );
  });

  it('does not keep memory from knowing what stands in it', () => {
    const entry = madeUpEntry('pnpm', { text: said });
    expect(judged(said, word({ feedback: [feedback(said)] }), [entry]).decision).toBe('known');
  });

  it.each([
    ['rolled-back', 'you took'],
    ['duplicate', 'aside as a duplicate'],
  ] as const)('%s is held back as well', (kind, reason) => {
    const verdict = judged(said, word({ feedback: [feedback(said, { kind })] }));
    expect(verdict.gates.find((gate) => !gate.passed)?.reason).toContain(reason);
  });
});

describe('never again', () => {
  it('blocks all that says it, however much more it says, in every project', () => {
    const no = word({ rules: [rule('Use pnpm for installs.')] });
    for (const text of [
      'Use pnpm for installs.',
      'Use pnpm for installs and for the scripts of the nightly build server.',
    ]) {
      const verdict = judged(text, no, [], {
        theme: { scope: 'project:elsewhere', projects: ['elsewhere'] },
      });
      expect(verdict.decision).toBe('hold');
      expect(verdict.reason).toContain('never again');
      expect(verdict.gates.find((gate) => !gate.passed)?.flip).toContain('--lift 7');
    }
  });

  it('leaves the opposite, another value and another subject alone', () => {
    const no = word({ rules: [rule('Keep the timeout of the tests at 30 seconds.')] });
    expect(judged('Keep the timeout of the tests at 60 seconds.', no).decision).toBe('promote');
    expect(judged('Write the release notes in plain words always.', no).decision).toBe('promote');
  });
});

describe('what its owner worded', () => {
  const edited = madeUpEntry('edited', { text: 'pnpm it is, said the boss.', scope: 'project:lantern' });
  const words = word({
    feedback: [feedback(said, { kind: 'edited', yourText: edited.text, entryId: edited.id })],
  });

  it('keeps its words: the theme is known under the dream’s wording, also in others', () => {
    for (const text of [said, 'For installs use pnpm always, never npm.']) {
      const verdict = judged(text, words, [edited]);
      expect(verdict).toMatchObject({ decision: 'known', knownAs: edited.id, closes: [] });
    }
  });

  it('keeps its words where the same quotes prove another wording', () => {
    const text = 'Installing goes through the new package manager.';
    const { theme } = madeUpVerdict(text);
    const known = { ...edited, evidence: theme.evidence };
    expect(judged(text, noWordYet, [known]).decision).not.toBe('known');
    expect(judged(text, words, [known])).toMatchObject({ decision: 'known', knownAs: edited.id, closes: [] });
    const pinned = word({ pinned: new Set([edited.id]) });
    expect(judged(text, pinned, [known])).toMatchObject({ decision: 'known', closes: [] });
  });

  it('is known as what it was called a duplicate of', () => {
    const entry = madeUpEntry('pm', { text: 'The package manager is decided.', scope: 'project:lantern' });
    const same = word({ feedback: [feedback(said, { kind: 'duplicate', duplicateOf: entry.id })] });
    expect(judged(said, same, [entry])).toMatchObject({ decision: 'known', knownAs: entry.id });
  });
});
