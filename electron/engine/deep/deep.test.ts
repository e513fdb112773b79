import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateName, Theme } from '../../../shared/dream.ts';
import { contentHash, entryId, epochMs } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import { origins } from '../../../shared/origin.ts';
import { madeUpEntry } from '../store/testing/made-up.ts';
import { decide } from './deep.ts';
import { gatesOf } from './gates.ts';
import { understand } from './instructions.ts';
import { doublesOf } from './reconcile.ts';
import { gistOf } from './sameness.ts';
import { dimensionsOf, scoreOf, weights } from './score.ts';

const dayMs = 86_400_000;
const nowMs = epochMs(Date.UTC(2026, 10, 20));

const evidenceFrom = (session: string, quote: string): Evidence => ({
  session,
  turn: 0,
  agent: 'claude-code',
  atMs: epochMs(nowMs - dayMs),
  quote,
  origin: 'person',
  project: 'shop',
});

/** A theme that passes every gate: said in four sessions, in three wordings, strongly. */
function theme(text: string, more: Partial<Theme> = {}): Theme {
  const gist = gistOf(text);
  return {
    id: contentHash('theme', text),
    kind: 'preference',
    text,
    language: gist.language,
    scope: 'project:shop',
    evidence: ['a', 'b', 'c', 'd'].map((session) => evidenceFrom(session, text)),
    terms: [...gist.terms].sort(),
    negated: [...gist.negated].sort(),
    values: gist.values,
    closesValues: [],
    sessions: 4,
    days: 4,
    agents: ['claude-code'],
    projects: ['shop'],
    wordings: 3,
    isCohesive: true,
    cued: 0.6,
    lasts: 0.8,
    isUnasked: false,
    slips: 2,
    strength: 0.9,
    ruleLike: 4,
    isDemand: true,
    isLasting: true,
    isAskedFor: false,
    isWanted: true,
    closedBy: null,
    announcesChange: false,
    firstAtMs: epochMs(nowMs - 9 * dayMs),
    lastAtMs: epochMs(nowMs - dayMs),
    taint: 'person',
    signalIds: ['1', '2', '3', '4'],
    ...more,
  };
}

const entry = (text: string, more: Partial<MemoryEntry> = {}): MemoryEntry =>
  madeUpEntry(text, { text, scope: 'project:shop', ...more });

const rule = 'Always use pnpm for installs, never npm.';
const night = (themes: readonly Theme[], entries: readonly MemoryEntry[] = []): ReturnType<typeof decide> =>
  decide({ themes, entries, instructions: null, nowMs });

describe('of two lines that cannot both be', () => {
  const line = (text: string): MemoryEntry => entry(text, { origin: 'file' });

  it('the one that their owner says stays, were it said but once', () => {
    const [kept, other] = [line('A crate holds 30 jars.'), line('A crate holds 18 jars.')];
    const said = theme('The packers say so too: a crate holds 30 jars.', {
      sessions: 1,
      wordings: 1,
      strength: 0.4,
    });
    const [verdict] = night([said], [kept, other]).verdicts;
    expect(verdict).toMatchObject({ decision: 'known', knownAs: kept.id, contradicts: false, isWeak: false });
    expect(verdict?.closes.map(({ entryId }) => entryId)).toEqual([other.id]);
  });

  it('none is closed where they are of two things', () => {
    const lines = [line('A crate of plums holds 30 jars.'), line('A crate of pears holds 18 jars.')];
    const [verdict] = night([theme('A crate of plums holds 30 jars.')], lines).verdicts;
    expect(verdict?.closes).toEqual([]);
  });
});

describe('a line in another language than the sayings', () => {
  it('gives way to the value that they name of the same thing', () => {
    const said = theme('Ho buttato l’SDK vecchio, si compila con lo Zephyr SDK 0.17.', { language: 'it' });
    const line = entry('The toolchain is Zephyr SDK 0.16.', { origin: 'file' });
    const { verdicts } = night([said], [line]);
    expect(verdicts[0]?.closes.map(({ entryId }) => entryId)).toEqual([line.id]);
  });
});

describe('the score', () => {
  it('is made by the weights that its owner adopted, where there are some', () => {
    const one = theme('Use pnpm for installs, never npm.');
    const recent = { relevance: 0, frequency: 0, diversity: 0, recency: 1, consolidation: 0, richness: 0 };
    const input = { themes: [one], entries: [], instructions: null, nowMs };
    const [verdict] = decide({ ...input, weights: recent }).verdicts;
    expect(verdict?.score).toBe(verdict?.dimensions.recency);
    expect(verdict?.score).not.toBe(decide(input).verdicts[0]?.score);
  });

  it('is made of six dimensions whose weights add up to 1', () => {
    expect(Object.keys(weights)).toHaveLength(6);
    expect(Object.values(weights).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
    for (const weight of Object.values(weights)) expect(weight).toBeGreaterThan(0);
  });

  const anyTheme = fc
    .record({
      sessions: fc.nat({ max: 10_000 }),
      days: fc.nat({ max: 400 }),
      wordings: fc.nat({ max: 12 }),
      slips: fc.nat({ max: 300 }),
      ruleLike: fc.nat({ max: 300 }),
      strength: fc.double({ min: 0, max: 1, noNaN: true }),
      terms: fc.array(fc.string(), { maxLength: 40 }),
      projects: fc.array(fc.string(), { maxLength: 9 }),
      agents: fc.subarray(['claude-code', 'codex', 'openclaw'] as const),
      // a clock may have been wrong: also after now
      firstAtMs: fc.option(fc.integer({ min: -1e13, max: 1e13 }).map(epochMs)),
      lastAtMs: fc.option(fc.integer({ min: -1e13, max: 1e13 }).map(epochMs)),
    })
    .map((more) => theme(rule, more));

  it('and each dimension lie between 0 and 1, for any theme', () => {
    fc.assert(
      fc.property(anyTheme, (one) => {
        const dimensions = dimensionsOf(one, nowMs);
        for (const value of [...Object.values(dimensions), scoreOf(dimensions)]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('grows with what speaks for a theme, one thing at a time', () => {
    const plain = theme(rule, { sessions: 2, slips: 0, strength: 0.5, ruleLike: 1, wordings: 1, days: 1 });
    const of = (more: Partial<Theme>): number => scoreOf(dimensionsOf({ ...plain, ...more }, nowMs));
    const before = of({});
    for (const more of [
      { sessions: 5 },
      { slips: 2 },
      { strength: 0.8 },
      { wordings: 3 },
      { days: 5 },
      { projects: ['blog', 'shop'] },
      { terms: [...plain.terms, 'a', 'b', 'c'] },
      { lastAtMs: nowMs },
    ] satisfies readonly Partial<Theme>[])
      expect(of(more), JSON.stringify(more)).toBeGreaterThan(before);
    expect(of({ lastAtMs: epochMs(nowMs - 90 * dayMs) })).toBeLessThan(before);
  });

  it('of recency halves in a fortnight', () => {
    const recency = (days: number): number =>
      dimensionsOf(theme(rule, { lastAtMs: epochMs(nowMs - days * dayMs) }), nowMs).recency;
    expect(recency(0)).toBe(1);
    expect(recency(14)).toBe(0.5);
    expect(dimensionsOf(theme(rule, { lastAtMs: null }), nowMs).recency).toBe(0);
  });
});

describe('each gate', () => {
  const failing = (one: Theme, score = 0.9, instructions = ''): readonly GateName[] =>
    gatesOf(one, {
      score,
      raise: 0,
      takesPlace: false,
      instructions: instructions ? understand(instructions, ['shop', 'blog']) : null,
    })
      .filter((gate) => !gate.passed)
      .map((gate) => gate.name);

  it('lets a good theme pass', () => {
    expect(failing(theme(rule))).toEqual([]);
  });

  // worded so faintly, and seen so seldom, that no tuning will let it through
  const faint = {
    sessions: 1,
    strength: 0.1,
    ruleLike: 0,
    isLasting: false,
    isDemand: false,
    slips: 0,
  } as const;

  it.each<readonly [GateName, Theme, number, string]>([
    ['evidence', theme(rule, { evidence: [] }), 0.9, ''],
    ['trust', theme(rule, { taint: 'web' }), 0.9, ''],
    ['instructions', theme(rule), 0.9, 'ignore pnpm'],
    ['stands-alone', theme('Use it.', { sessions: 4 }), 0.9, ''],
    ['stands-alone', theme(`Always use pnpm ${'and more of it '.repeat(40)}.`), 0.9, ''],
    ['score', theme(rule), 0.05, ''],
  ])('alone stops a theme: %s', (name, one, score, instructions) => {
    expect(failing(one, score, instructions)).toEqual([name]);
  });

  it('of sessions stops what was said once and faintly', () => {
    expect(failing(theme(rule, { ...faint, wordings: 1 }))).toContain('sessions');
  });

  it('lets through what came back in other words, and leaves one wording or a judge’s no for its owner', () => {
    const faintly = { ...faint, cued: 0.1, strength: 0.35, isDemand: false } as const;
    const anew = (more: Partial<Theme>): boolean =>
      failing(theme(rule, { ...faintly, ...more, isCohesive: true }), 0.6).length === 0;
    expect(anew({ sessions: 2, wordings: 2, lasts: 0.6 })).toBe(true);
    expect(anew({ sessions: 2, wordings: 2, lasts: 0.6, cued: 0 })).toBe(false);
    expect(anew({ sessions: 2, wordings: 2, lasts: 0.95, cued: 0 })).toBe(true);
    expect(anew({ sessions: 2, wordings: 1, lasts: 0.6 })).toBe(false);
    expect(anew({ sessions: 2, wordings: 2, lasts: 0.1 })).toBe(false);
    expect(anew({ sessions: 4, wordings: 4, lasts: 0.17, strength: 0.15 })).toBe(true);
    expect(anew({ sessions: 16, wordings: 3, lasts: 0.17, strength: 0.15 })).toBe(false);
    expect(anew({ sessions: 1, wordings: 1, lasts: 0.97, strength: 0.6 })).toBe(true);
    expect(anew({ sessions: 1, wordings: 1, lasts: 0.8, strength: 0.5 })).toBe(false);
  });

  it('of contexts stops what is no rule and names nothing', () => {
    const bare = { isWanted: false, values: [], wordings: 1, strength: 0.1, ruleLike: 0 } as const;
    expect(failing(theme('The weather was mostly lovely lately.', bare))).toContain('contexts');
    expect(failing(theme(rule, { strength: 0, wordings: 1 }))).toContain('contexts');
  });

  it('of trust lets through a person, and a tool where it tells what tools did', () => {
    for (const taint of origins) {
      const stopped = failing(theme(rule, { taint })).includes('trust');
      expect(stopped, taint).toBe(taint !== 'person');
      const mined = failing(theme(rule, { taint, kind: 'error-fix' })).includes('trust');
      expect(mined, taint).toBe(taint !== 'person' && taint !== 'tool');
    }
  });

  it('says what was asked, and what would flip it', () => {
    for (const one of [theme(rule), theme('Use it.', { ...faint, taint: 'web', evidence: [] })]) {
      for (const gate of gatesOf(one, { score: 0, raise: 0, takesPlace: false, instructions: null })) {
        expect(gate.reason).not.toBe('');
        expect(gate.flip === null).toBe(gate.passed);
      }
    }
  });

  it('is not bought by any score', () => {
    expect(failing(theme(rule, { taint: 'agent' }), 1)).toEqual(['trust']);
  });
});

describe('a night', () => {
  it('promotes what passes, holds what does not, in the order of the score', () => {
    const weak = theme('The report might want a footer someday.', {
      sessions: 1,
      strength: 0,
      ruleLike: 0,
      isLasting: false,
      isDemand: false,
    });
    const { verdicts } = night([weak, theme(rule)]);
    expect(verdicts.map((v) => v.decision)).toEqual(['promote', 'hold']);
    expect(verdicts.map((v) => v.score)).toEqual(verdicts.map((v) => v.score).toSorted((a, b) => b - a));
    expect(verdicts[1]?.reason).toContain(':');
  });

  it('calls stale what something newer closed', () => {
    const [verdict] = night([theme(rule, { closedBy: 'Use bun.' })]).verdicts;
    expect(verdict).toMatchObject({
      decision: 'stale',
      reason: 'held until “Use bun.” was said',
      closes: [],
    });
  });

  it('knows what memory says already, however an active entry words it', () => {
    const known = entry('Use pnpm for installs, not npm.');
    const [verdict] = night([theme(rule)], [known]).verdicts;
    expect(verdict).toMatchObject({ decision: 'known', knownAs: known.id, closes: [] });
    const closed = { ...known, status: 'closed' as const };
    expect(night([theme(rule)], [closed]).verdicts[0]).toMatchObject({ decision: 'promote', knownAs: null });
  });

  it('closes an entry whose value it turns down, in its own scope or everywhere', () => {
    const change = theme('We moved the shop from Heroku to Railway.', { announcesChange: true });
    const closes = (scope: MemoryEntry['scope']): readonly string[] =>
      night([change], [entry('The shop is deployed to Heroku.', { scope })]).verdicts.flatMap((v) =>
        v.closes.map((c) => c.because),
      );
    expect(closes('project:shop')).toHaveLength(1);
    expect(closes('global')).toHaveLength(1);
    expect(closes('project:blog')).toEqual([]);
  });

  it('never lets an older word take the place of a newer one, whichever night reads it', () => {
    const older = theme('The reference genome is GRCm38.', { lastAtMs: epochMs(nowMs - 9 * dayMs) });
    const newer = entry('We switched the reference genome to GRCm39.', {
      evidence: [evidenceFrom('z', 'We switched the reference genome to GRCm39.')],
    });
    expect(night([older], [newer]).verdicts.flatMap((verdict) => verdict.closes)).toEqual([]);
  });

  it('gives the wording of an older night up for tonight’s, where the proof is the same', () => {
    const older = entry('Packages of the web client come through pnpm.', {
      evidence: theme(rule).evidence,
    });
    const [verdict] = night([theme(rule)], [older]).verdicts;
    expect(verdict?.closes.map((c) => c.entryId)).toEqual([older.id]);
  });

  it('says whom it resembled and did not merge with', () => {
    const near = entry('Always use pnpm for scripts in the blog.');
    const [verdict] = night([theme(rule)], [near]).verdicts;
    expect(verdict?.neighbours[0]).toMatchObject({ text: near.text, merged: false });
  });

  it('is the same for themes and entries in any order', () => {
    const themes = [
      theme(rule),
      theme('We moved the shop from Heroku to Railway.', { announcesChange: true }),
      theme('A batch label is exactly 14 letters.'),
    ];
    const entries = [
      entry('The shop is deployed to Heroku.'),
      entry('A batch label is exactly 9 letters.'),
      entry('Batch labels are exactly 9 letters.'),
      entry('Use pnpm.'),
    ];
    const forwards = night(themes, entries);
    expect(night(themes.toReversed(), entries.toReversed())).toEqual(forwards);
  });
});

describe('entries that say the same', () => {
  it('become one: the file’s before the dream’s, the one that says most', () => {
    const file = entry('Use pnpm for installs, not npm.', { origin: 'file' });
    const dream = entry('Always use pnpm for installs, never npm!');
    const { repeats } = night([], [dream, file]);
    expect(repeats).toEqual([
      { keep: file.id, close: [dream.id], because: `says the same as “${file.text}”` },
    ]);
  });

  it.each<readonly [string, MemoryEntry, MemoryEntry]>([
    ['hold in other places', entry('Use pnpm here.'), entry('Use pnpm here!', { scope: 'project:blog' })],
    ['say other numbers', entry('Keep backups for 7 days.'), entry('Keep backups for 30 days.')],
    [
      'turn down what the other wants',
      entry('Use tabs in makefiles.'),
      entry('Never use tabs in makefiles.'),
    ],
    ['are closed', entry('Use pnpm here.'), entry('Use pnpm here!', { status: 'closed' })],
  ])('stay two where they %s', (_, a, b) => {
    expect(night([], [a, b]).repeats).toEqual([]);
  });

  it('are left alone where a theme of the night closes one of them', () => {
    const all = [entry('The shop is deployed to Heroku.'), entry('The shop is deployed to Heroku!')];
    const change = theme('We moved the shop from Heroku to Railway.', { announcesChange: true });
    expect(night([change], all).repeats).toEqual([]);
  });

  it('are closed once each, and what is kept is not closed', () => {
    const any = fc.array(
      fc.constantFrom(
        'Use pnpm here.',
        'Use pnpm here!',
        'use pnpm',
        'Keep backups for 7 days.',
        'Backups are kept for 7 days.',
      ),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(any, (texts) => {
        const entries = texts.map((text, i) => entry(text, { id: entryId(String(i)) }));
        const { repeats } = night([], entries);
        const closed = repeats.flatMap((repeat) => repeat.close);
        expect(new Set(closed).size).toBe(closed.length);
        for (const { keep } of repeats) expect(closed).not.toContain(keep);
      }),
    );
  });
});

describe('themes that say the same', () => {
  it('become the one that was said most', () => {
    const often = theme(rule, { sessions: 9 });
    const seldom = theme('Use pnpm for installs, not npm.', { sessions: 3 });
    const { verdicts } = night([seldom, often]);
    expect(verdicts.find((v) => v.theme.id === often.id)?.decision).toBe('promote');
    expect(verdicts.find((v) => v.theme.id === seldom.id)).toMatchObject({
      decision: 'known',
      knownAs: null,
    });
  });

  it('stay apart in other projects, and where they are what tools did', () => {
    const a = theme(rule);
    const elsewhere = theme('Use pnpm for installs, not npm.', { scope: 'project:blog', projects: ['blog'] });
    expect(doublesOf([a, elsewhere], [a, elsewhere]).size).toBe(0);
    const mined = theme('Use pnpm for installs, not npm!', { kind: 'workflow' });
    expect(doublesOf([a, mined], [a, mined]).size).toBe(0);
  });

  it('are found among hundreds that share a word with them', () => {
    const others = Array.from({ length: 250 }, (_, n) =>
      theme(`Invoice ${String(n)} goes to folder ${String(n * 13)}.`, { sessions: 2 }),
    );
    const [strong, weak] = [
      theme('Write the invoice summary in German.'),
      theme('The invoice summary: write it in German.'),
    ];
    const twins = [strong, { ...weak, sessions: 3 }];
    expect([...doublesOf([...others, ...twins], [...others, ...twins])]).toEqual([[weak.id, strong]]);
  });

  describe('in other words altogether', () => {
    const colours = ['red', 'blue', 'green', 'grey', 'pink', 'white', 'black', 'brown'];
    const animals = ['owl', 'fox', 'hare', 'wolf', 'crow'];
    const rest = colours.flatMap((colour) =>
      animals.map((animal) => theme(`Draw every ${animal} in ${colour} ink.`)),
    );
    const sayings = (...quotes: readonly string[]): Partial<Theme> => ({
      evidence: quotes.map((quote, n) => evidenceFrom(`s${String(n)}`, quote)),
    });
    const one = theme(
      'Lot numbers are strings, so keep the zeros.',
      sayings('Lot numbers are strings, so keep the zeros.', 'the zeros of a lot were gone again'),
    );
    const other = (text: string): Theme => ({ ...theme(text, sayings(text)), sessions: 2 });
    const found = (text: string, among: readonly Theme[] = rest): number => {
      const all = [...among, one, other(text)];
      return doublesOf([one, other(text)], all).size;
    };
    const cast = 'Casting the batch column costs me the zeros.';

    it('are those that share what no other theme of the night holds', () => {
      expect(found(cast)).toBe(1);
      expect(found(cast, rest.slice(0, 8))).toBe(0);
      expect(
        found(cast, [
          ...rest,
          theme('Pad the invoice with zeros.'),
          theme('Prices have no zeros behind the comma.'),
        ]),
      ).toBe(0);
    });

    it('are not those that turn it down, or say it of another number', () => {
      expect(found('Never keep zeros in the batch column.')).toBe(0);
      expect(found('The batch column wants 7 zeros.') + found('The batch column wants zeros.')).toBe(2);
    });

    it('are not those of another language, nor those that say it but once in a while', () => {
      expect(found('Zeros machen mir in der Spalte der Chargen Kummer, lass sie stehen.')).toBe(0);
      const seldom = { ...other('Casting columns is slow.'), ...sayings(cast, 'a', 'b', 'c', 'd') };
      expect(doublesOf([one, seldom], [...rest, one, seldom]).size).toBe(0);
    });
  });
});
