import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Repeat, Verdict } from '../../../shared/dream.ts';
import { versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry, MemoryVersion } from '../../../shared/memory.ts';
import type { Change, Proposal } from '../../../shared/proposal.ts';
import { firstNight, madeUpEntry, madeUpEntryId } from '../store/testing/made-up.ts';
import { noonMs } from '../store/testing/temp-store.ts';
import { applyChanges } from './apply.ts';
import { propose } from './propose.ts';
import { madeUpVerdict } from './testing/made-up-verdict.ts';

const version = (entries: readonly MemoryEntry[]): MemoryVersion => ({
  number: versionNumber(4),
  parent: versionNumber(3),
  author: 'import',
  reason: 'a test',
  nightId: null,
  changeIds: [],
  createdAtMs: noonMs,
  entries,
});

function offered(
  verdicts: readonly Verdict[],
  entries: readonly MemoryEntry[] = [],
  repeats: readonly Repeat[] = [],
): Proposal {
  return propose({ nightId: firstNight, nowMs: noonMs, base: version(entries), verdicts, repeats });
}

function only(proposal: Proposal): Change {
  const [change, ...more] = proposal.changes;
  if (!change || more.length) throw new Error(`one change is expected, not ${proposal.changes.length}`);
  return change;
}

const because = (name: string): { readonly entryId: MemoryEntry['id']; readonly because: string } => ({
  entryId: madeUpEntryId(name),
  because: 'it changed',
});

describe('what is proposed', () => {
  it('is an entry for each verdict that promotes, with its evidence, against the version at hand', () => {
    const verdict = madeUpVerdict('Use pnpm.');
    const proposal = offered([verdict, madeUpVerdict('Held.', { decision: 'hold' })]);
    expect(proposal).toMatchObject({ nightId: firstNight, base: 4 });
    const change = only(proposal);
    expect(change).toMatchObject({ operation: 'add', title: 'Use pnpm.', closes: [], flags: [] });
    expect(change.after).toMatchObject({
      text: 'Use pnpm.',
      origin: 'dream',
      status: 'active',
      evidence: verdict.theme.evidence,
      score: verdict.score,
      validity: {
        trueFromMs: verdict.theme.firstAtMs,
        trueUntilMs: null,
        knownFromMs: noonMs,
        retiredAtMs: null,
      },
    });
    expect(change.why).toContain('2 sessions');
  });

  it('is a replacement where something known gives way', () => {
    const old = madeUpEntry('old');
    const change = only(offered([madeUpVerdict('New.', { closes: [because('old')] })], [old]));
    expect(change).toMatchObject({ operation: 'replace', closes: [because('old')] });
  });

  it('closes an entry once, for the best of the verdicts that want to', () => {
    const verdicts = [
      madeUpVerdict('Best.', { closes: [because('old')] }),
      madeUpVerdict('Second.', { closes: [because('old')] }),
    ];
    expect(
      offered(verdicts, [madeUpEntry('old')]).changes.map((c) => [c.operation, c.closes.length]),
    ).toEqual([
      ['replace', 1],
      ['add', 0],
    ]);
  });

  it('closes nothing that is closed already or not there', () => {
    const verdict = madeUpVerdict('New.', { closes: [because('closed'), because('nowhere')] });
    const change = only(offered([verdict], [madeUpEntry('closed', { status: 'closed' })]));
    expect(change).toMatchObject({ operation: 'add', closes: [] });
  });

  it('is a retirement where memory knows the new already and the old too', () => {
    const verdict = madeUpVerdict('New.', {
      decision: 'known',
      knownAs: madeUpEntryId('new'),
      closes: [because('old')],
    });
    const change = only(offered([verdict], [madeUpEntry('new'), madeUpEntry('old')]));
    expect(change).toMatchObject({ operation: 'retire', after: null, closes: [because('old')] });
    expect(change.title).toContain('Remember old.');
  });

  it('is shared where one place knew it and others say it', () => {
    const verdict = madeUpVerdict('Known.', {
      decision: 'known',
      knownAs: madeUpEntryId('known'),
      theme: { scope: 'global', sessions: 4, projects: ['blog', 'lantern'] },
    });
    const [proof] = verdict.theme.evidence;
    const known = madeUpEntry('known', { scope: 'project:lantern', evidence: proof ? [proof] : [] });
    const change = only(offered([verdict], [known]));
    expect(change).toMatchObject({
      operation: 'share',
      closes: [],
      after: { id: known.id, scope: 'global' },
    });
    expect(change.after?.evidence).toEqual(verdict.theme.evidence);
    expect(offered([verdict], [{ ...known, scope: 'global' }]).changes).toEqual([]);
  });

  it('leaves a score of a file’s line empty when it is shared', () => {
    const verdict = madeUpVerdict('Known.', {
      decision: 'known',
      knownAs: madeUpEntryId('known'),
      theme: { scope: 'global', sessions: 4 },
    });
    const known = madeUpEntry('known', { scope: 'agent:codex', origin: 'file', score: null });
    expect(only(offered([verdict], [known])).after).toMatchObject({ score: null, dimensions: null });
  });

  it('makes one of entries that say the same, with all their quotes once and all their places', () => {
    const { evidence } = madeUpVerdict('x').theme;
    const place = (line: number): MemoryEntry['places'][number] => ({
      path: 'lantern/CLAUDE.md',
      agent: 'claude-code',
      heading: null,
      startByte: line * 10,
      endByte: line * 10 + 9,
      line,
    });
    const a = madeUpEntry('a', { evidence, places: [place(1)] });
    const b = madeUpEntry('b', { evidence, places: [place(2)] });
    const repeat = { keep: a.id, close: [b.id], because: 'says the same' };
    const change = only(offered([], [a, b], [repeat]));
    expect(change).toMatchObject({
      operation: 'merge',
      closes: [{ entryId: b.id, because: 'says the same' }],
    });
    expect(change.after?.evidence).toEqual(evidence);
    expect(change.after?.places).toEqual([place(1), place(2)]);
    expect(change.after?.id).toBe(a.id);
  });

  it('merges nothing that another change touches', () => {
    const [a, b] = [madeUpEntry('a'), madeUpEntry('b')];
    const verdict = madeUpVerdict('New.', { closes: [because('a')] });
    const repeat = { keep: b.id, close: [a.id], because: 'says the same' };
    expect(offered([verdict], [a, b], [repeat]).changes.map((c) => c.operation)).toEqual(['replace']);
  });

  it('wants a person’s eye where it is weak or only disagrees', () => {
    expect(only(offered([madeUpVerdict('Weak.', { isWeak: true })])).flags).toEqual(['weak-evidence']);
    const disagrees = madeUpVerdict('New.', { contradicts: true, closes: [because('old')] });
    expect(only(offered([disagrees], [madeUpEntry('old')])).flags).toEqual(['contradiction']);
  });

  it('has the same id on another night, and another one for another text, scope or operation', () => {
    const verdict = madeUpVerdict('Use pnpm.');
    const id = only(offered([verdict])).id;
    expect(only(offered([{ ...verdict, score: 0.99 }])).id).toBe(id);
    expect(only(offered([madeUpVerdict('Use npm.')])).id).not.toBe(id);
    expect(only(offered([madeUpVerdict('Use pnpm.', { theme: { scope: 'global' } })])).id).not.toBe(id);
  });
});

describe('any night', () => {
  const names = ['a', 'b', 'c', 'd', 'e'] as const;
  const anyEntries = fc
    .subarray([...names], { minLength: 1 })
    .chain((some) =>
      fc.tuple(
        ...some.map((name) =>
          fc
            .constantFrom('active' as const, 'closed' as const)
            .map((status) => madeUpEntry(name, { status, evidence: madeUpVerdict(name).theme.evidence })),
        ),
      ),
    );
  const anyId = fc.constantFrom(...names);
  const anyVerdict = fc
    .record({
      text: fc.constantFrom('One.', 'Two.', 'Three.', 'Four.', 'Remember a.'),
      decision: fc.constantFrom<Verdict['decision']>('promote', 'hold', 'stale', 'known'),
      closes: fc.uniqueArray(anyId, { maxLength: 3 }),
      knownAs: fc.option(anyId),
      scope: fc.constantFrom('global' as const, 'project:lantern' as const),
      sessions: fc.integer({ min: 1, max: 5 }),
    })
    .map(({ text, closes, knownAs, scope, sessions, decision }) =>
      madeUpVerdict(text, {
        decision,
        knownAs: knownAs === null ? null : madeUpEntryId(knownAs),
        closes: closes.filter((name) => name !== knownAs).map(because),
        theme: { scope, sessions },
      }),
    );
  const anyRepeat = fc.uniqueArray(anyId, { minLength: 2, maxLength: 3 }).map(([keep = 'a', ...close]) => ({
    keep: madeUpEntryId(keep),
    close: close.map(madeUpEntryId),
    because: 'says the same',
  }));
  const anyNight = fc.record({
    entries: anyEntries,
    // Deep gives one verdict a theme: no text twice in one scope
    verdicts: fc.uniqueArray(anyVerdict, {
      maxLength: 6,
      selector: (v) => `${v.theme.scope}|${v.theme.text}`,
    }),
    repeats: fc.uniqueArray(anyRepeat, { maxLength: 2, selector: (r) => r.keep }),
  });

  it('proposes changes that have evidence or close something, each entry by one of them at most', () => {
    fc.assert(
      fc.property(anyNight, ({ entries, verdicts, repeats }) => {
        const { changes } = offered(verdicts, entries, repeats);
        const closed = changes.flatMap((change) => change.closes.map((c) => c.entryId));
        expect(new Set(closed).size).toBe(closed.length);
        const active = new Set(entries.filter((e) => e.status === 'active').map((e) => e.id));
        for (const id of closed) expect(active).toContain(id);
        for (const change of changes) {
          expect(change.after === null ? change.closes.length : change.after.evidence.length).toBeGreaterThan(
            0,
          );
          for (const { because: reason } of change.closes) expect(reason).not.toBe('');
          expect(change.title).not.toBe('');
          expect(change.why).not.toBe('');
        }
      }),
    );
  });

  it('can be applied, loses no entry, and says of each that ends why', () => {
    fc.assert(
      fc.property(anyNight, ({ entries, verdicts, repeats }) => {
        const { changes } = offered(verdicts, entries, repeats);
        const after = applyChanges(entries, changes, noonMs);
        const ids = new Set(after.map((entry) => entry.id));
        for (const entry of entries) expect(ids).toContain(entry.id);
        for (const entry of after) {
          const before = entries.find((one) => one.id === entry.id);
          if (before?.status === 'active' && entry.status === 'closed')
            expect(entry.closedBecause).not.toBeNull();
        }
      }),
    );
  });

  it('proposes the same twice', () => {
    fc.assert(
      fc.property(anyNight, ({ entries, verdicts, repeats }) => {
        expect(offered(verdicts, entries, repeats)).toEqual(offered(verdicts, entries, repeats));
      }),
    );
  });
});
