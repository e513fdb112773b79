// What the engine was not sure of: the only things that a shadow dream shows to a model. What a gate of trust, of evidence
// or of its owner's word stopped is decided, and no model is asked about it.
import type { GateName, Theme, Verdict } from '../../../shared/dream.ts';
import { isDoneByTools, type Evidence, type MemoryEntry } from '../../../shared/memory.ts';
import { gistOf, isOpposed, overlapOf, rivalValues } from '../deep/sameness.ts';

export const answerOperations = ['add', 'hold', 'replace', 'keep-both', 'merge', 'keep'] as const;
export type AnswerOperation = (typeof answerOperations)[number];

export interface Undecided {
  readonly what: 'near-gate' | 'weak' | 'contradiction' | 'pair' | 'wording' | 'pattern';
  readonly verdict: Verdict;
  /** The verdict's rival or likeness; null where there is none. */
  readonly other: { readonly kind: 'theme' | 'entry'; readonly id: string; readonly text: string } | null;
  readonly question: string;
  readonly may: readonly AnswerOperation[];
  /** What the engine did by itself. */
  readonly engine: AnswerOperation;
  /** The quotes that are shown, each under its place. */
  readonly quotes: readonly Evidence[];
}

const softGates: ReadonlySet<GateName> = new Set(['sessions', 'contexts', 'score', 'stands-alone']);
// Below it a theme was one faint mention (receipt.ts counts no such thing as a near miss either).
const nearScoreMin = 0.3;
const quotesMax = 4;
// Two statements that share less than this speak of different things; from 0.85 on the engine merges by itself.
const pairOverlapMin = 0.5;
/** More than these no morning reads, and no cap pays for. */
export const undecidedMax = 60;

const quotesOf = (theme: Theme): readonly Evidence[] => theme.evidence.slice(0, quotesMax);

const isMined = ({ kind }: Theme): boolean => isDoneByTools(kind);

function nearGate(verdict: Verdict): readonly Undecided[] {
  const { theme, score, gates } = verdict;
  const failed = gates.filter((gate) => !gate.passed);
  const isSoft = failed.length > 0 && failed.every(({ name }) => softGates.has(name));
  if (verdict.decision !== 'hold' || !isSoft || score < nearScoreMin || isMined(theme)) return [];
  if (theme.strength <= 0) return [];
  // Told of the score only where nothing else fails, and never its height: it sinks from day to day, below its gate too,
  // and the same doubt would be another question each night.
  const others = failed.flatMap(({ name, reason }) => (name === 'score' ? [] : [reason]));
  const why = others.length === 0 ? 'its score is too low' : others.join('; ');
  return [
    {
      what: 'near-gate',
      verdict,
      other: null,
      question: `Held back (${why}). Is it a lasting rule or fact that its speaker wants remembered? "add" or "hold".`,
      may: ['add', 'hold'],
      engine: 'hold',
      quotes: quotesOf(theme),
    },
  ];
}

/** What readers found, by the theme's id, and why they think that it will hold. */
export type Found = ReadonlyMap<string, { readonly because: string }>;

/** What a reader found stands by the gates, or is held by them; in both cases somebody else looks at it. */
function pattern(verdict: Verdict, found: Found): readonly Undecided[] {
  const told = found.get(verdict.theme.id);
  if (told === undefined || verdict.contradicts) return [];
  const failed = verdict.gates.filter((gate) => !gate.passed);
  const isOpen = verdict.decision === 'hold' && failed.every(({ name }) => softGates.has(name));
  if (verdict.decision !== 'promote' && !isOpen) return [];
  return [
    {
      what: 'pattern',
      verdict,
      other: null,
      question: `A reader noticed it (${told.because}). Is it a lasting rule or fact that its speaker wants remembered? "add" or "hold".`,
      may: ['add', 'hold'],
      engine: 'hold',
      quotes: quotesOf(verdict.theme),
    },
  ];
}

function contradiction(verdict: Verdict, entries: ReadonlyMap<string, MemoryEntry>): readonly Undecided[] {
  const closed = verdict.closes.flatMap(({ entryId }) => entries.get(entryId) ?? [])[0];
  if (verdict.decision !== 'promote' || !verdict.contradicts || closed === undefined) return [];
  return [
    {
      what: 'contradiction',
      verdict,
      other: { kind: 'entry', id: closed.id, text: closed.text },
      question:
        'It seems to take the place of "other". "replace" where only one of the two can hold and this is the newer; "keep-both" where both can; "hold" where it is no rule.',
      may: ['replace', 'keep-both', 'hold'],
      engine: 'replace',
      quotes: quotesOf(verdict.theme),
    },
  ];
}

function weak(verdict: Verdict): readonly Undecided[] {
  if (verdict.decision !== 'promote' || !verdict.isWeak || verdict.contradicts || isMined(verdict.theme))
    return [];
  return [
    {
      what: 'weak',
      verdict,
      other: null,
      question:
        'Seen seldom, but worded as a rule; it would wait for its owner’s eye. "add" where it is a lasting rule or fact, "hold" where it was said for the moment.',
      may: ['add', 'hold'],
      engine: 'add',
      quotes: quotesOf(verdict.theme),
    },
  ];
}

/** Two that are promoted and share words, but not enough for the engine to call them the same. */
function pairs(verdicts: readonly Verdict[], entries: readonly MemoryEntry[]): readonly Undecided[] {
  const promoted = verdicts
    .filter(({ decision, theme }) => decision === 'promote' && !isMined(theme))
    .map((verdict) => ({ verdict, gist: gistOf(verdict.theme.text, verdict.theme.language) }));
  const byText = new Map(entries.filter((e) => e.status === 'active').map((e) => [e.text, e]));
  const found: Undecided[] = [];
  promoted.forEach(({ verdict, gist }, i) => {
    const twin = promoted
      .slice(0, i)
      .find((other) => !isOpposed(gist, other.gist) && overlapOf(gist, other.gist) >= pairOverlapMin);
    const near = verdict.neighbours.find(
      (one) => !one.merged && one.likeness >= pairOverlapMin && byText.has(one.text),
    );
    const entry = near === undefined ? undefined : byText.get(near.text);
    const isClosed = entry !== undefined && verdict.closes.some(({ entryId }) => entryId === entry.id);
    if (twin !== undefined) {
      const { theme } = twin.verdict;
      found.push(pairOf(verdict, { kind: 'theme', id: theme.id, text: theme.text }));
    } else if (entry !== undefined && !isClosed) {
      const other = gistOf(entry.text, verdict.theme.language);
      if (!isOpposed(gist, other) && rivalValues(gist, other, 'number') === null)
        found.push(pairOf(verdict, { kind: 'entry', id: entry.id, text: entry.text }));
    }
  });
  return found;
}

const pairOf = (verdict: Verdict, other: NonNullable<Undecided['other']>): Undecided => ({
  what: 'pair',
  verdict,
  other,
  question:
    'Does it say the same as "other", to the number, the name and the exception? "merge" where it does, "keep-both" where it says anything else.',
  may: ['merge', 'keep-both'],
  engine: 'keep-both',
  quotes: quotesOf(verdict.theme),
});

// Words of talk at the head of a sentence, or a sentence much longer than a rule: it wants a better name.
const talkAtHead = /^(?:no|ok|okay|again|well|hey|please|also|and|but|so|yes|yeah)\b[\s,:.!—-]/iu;
const longName = 160;

function wording(verdict: Verdict): readonly Undecided[] {
  const { text } = verdict.theme;
  if (verdict.decision !== 'promote' || verdict.isWeak || verdict.contradicts || isMined(verdict.theme))
    return [];
  if (!talkAtHead.test(text) && text.length <= longName) return [];
  return [
    {
      what: 'wording',
      verdict,
      other: null,
      question:
        'It will be remembered. Give a clearer "wording" of one sentence, in its own language, made only of words that its quotes hold; or "keep".',
      may: ['keep'],
      engine: 'keep',
      quotes: quotesOf(verdict.theme),
    },
  ];
}

// The most consequential first: what would be lost, then what would be added, then names.
const order: Readonly<Record<Undecided['what'], number>> = {
  contradiction: 0,
  pair: 1,
  pattern: 2,
  'near-gate': 3,
  weak: 4,
  wording: 5,
};

/** Pure. Each theme once at most, so that no two answers are about one thing. */
export function undecidedOf(
  verdicts: readonly Verdict[],
  entries: readonly MemoryEntry[],
  found: Found = new Map(),
  max: number = undecidedMax,
): readonly Undecided[] {
  const byId = new Map<string, MemoryEntry>(
    entries.filter((e) => e.status === 'active').map((e) => [e.id, e]),
  );
  const all = [
    ...verdicts.flatMap((verdict) => pattern(verdict, found)),
    ...pairs(verdicts, entries),
    ...verdicts.flatMap((verdict) => [
      ...contradiction(verdict, byId),
      ...nearGate(verdict),
      ...weak(verdict),
      ...wording(verdict),
    ]),
  ]
    // what a reader found is one question, whatever else could be asked of it
    .filter(
      ({ what, verdict }) => !found.has(verdict.theme.id) || what === 'pattern' || what === 'contradiction',
    )
    .sort(
      (a, b) =>
        order[a.what] - order[b.what] ||
        b.verdict.score - a.verdict.score ||
        (a.verdict.theme.id < b.verdict.theme.id ? -1 : 1),
    );
  const seen = new Set<string>();
  return all.filter(({ verdict }) => !seen.has(verdict.theme.id) && seen.add(verdict.theme.id)).slice(0, max);
}
