// How Light's signals lie in the store: without what the session's own row says, without what is empty, and with the
// words of ordinary talk as a list for each count. As plain objects they were a ninth of the whole store.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { assert } from '../../../shared/result.ts';

/** Whose signals they are: of the session's row. */
export type SignalsHead = Pick<SessionSignals, 'session' | 'agent' | 'nativeId' | 'project'>;

/** What most signals have none of. */
const emptyParts = {
  negated: [],
  values: [],
  cues: [],
  afterSlip: false,
  slipTerms: [],
  announcesChange: false,
  steps: [],
  error: null,
  task: null,
} as const satisfies Partial<Signal>;

type StoredSignal = Omit<Signal, keyof typeof emptyParts> & Partial<Signal>;

/** [language, words by count, left out, signals, failed fixes, work, set aside] */
type Line = readonly [
  string,
  Readonly<Record<string, string | readonly string[]>>,
  SessionSignals['leftOut'],
  readonly StoredSignal[],
  SessionSignals['failedFixes'],
  SessionSignals['work'],
  SessionSignals['setAside']?,
];

export function encodeSignals(signals: SessionSignals): string {
  const { language, ordinary, leftOut, failedFixes, work } = signals;
  const line: Line = [
    language,
    wordsByCount(ordinary),
    leftOut,
    signals.signals.map(withoutEmpty),
    failedFixes,
    work,
  ];
  return JSON.stringify(signals.setAside?.length ? [...line, signals.setAside] : line);
}

export function decodeSignals(json: string, head: SignalsHead): SessionSignals {
  const parsed: unknown = JSON.parse(json);
  assert(Array.isArray(parsed) && (parsed.length === 6 || parsed.length === 7), 'signals have their parts');
  const [language, words, leftOut, signals, failedFixes, work, setAside] = parsed as unknown as Line;
  return {
    ...head,
    signals: signals.map(wholeSignal),
    language,
    ordinary: countsOf(words),
    failedFixes,
    work,
    leftOut,
    ...(setAside === undefined ? {} : { setAside }),
  };
}

/** Most are worded as they were said: the words need not lie in memory twice. */
function wholeSignal(stored: StoredSignal): Signal {
  const signal = { ...emptyParts, ...stored };
  const isAsSaid = ({ text }: Signal['quotes'][number]): boolean => text === signal.text;
  if (!signal.quotes.some(isAsSaid)) return signal;
  const { text } = signal;
  const quotes = signal.quotes.map((quote) => (isAsSaid(quote) ? { ...quote, text } : quote));
  return { ...signal, quotes };
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === false || (Array.isArray(value) && value.length === 0);

const withoutEmpty = (signal: Signal): StoredSignal => {
  const kept = Object.entries(signal).filter(([name, value]) => !(name in emptyParts && isEmpty(value)));
  // Only parts that come back as they were are left out.
  return Object.fromEntries(kept) as unknown as StoredSignal;
};

function wordsByCount(ordinary: SessionSignals['ordinary']): Line[1] {
  const byCount = new Map<number, string[]>();
  for (const [word, count] of Object.entries(ordinary)) {
    const same = byCount.get(count);
    if (same === undefined) byCount.set(count, [word]);
    else same.push(word);
  }
  return Object.fromEntries(
    [...byCount].map(([count, words]) => [
      count,
      // A stem holds no space; should one ever, the words stay apart.
      words.some((word) => word.includes(' ')) ? words : words.join(' '),
    ]),
  );
}

/** In plain loops: a night reads a hundred thousand of these words, and a list of pairs for each would be most of it. */
function countsOf(words: Line[1]): SessionSignals['ordinary'] {
  const counts: Record<string, number> = {};
  for (const [count, some] of Object.entries(words)) {
    for (const word of typeof some === 'string' ? some.split(' ') : some) {
      if (word === '__proto__') Object.defineProperty(counts, word, { ...ownCount, value: Number(count) });
      else counts[word] = Number(count);
    }
  }
  return counts;
}

/** A word like any other, but the one name that a plain assignment takes for something else. */
const ownCount = { enumerable: true, configurable: true, writable: true };
