// Compares what a dream made of a history with the truth about it, and says what was missed, and what is wrong.
import { readFileSync } from 'node:fs';
import type { Truth, TruthItem } from './plant.ts';
import { findSecrets, holdsSecret } from './secret-scan.ts';
import { createSpoken, filesBelow, flat } from './spoken.ts';
import { plain, says } from './words.ts';

export interface GradedEntry {
  readonly text: string;
  readonly scope: string;
  readonly origin: 'file' | 'dream';
  readonly evidence: readonly { readonly session: string; readonly quote: string }[];
}

export interface Figures {
  readonly wanted: number;
  readonly found: number;
  readonly recall: number;
  /** Entries from the dream. */
  readonly dreamt: number;
  /** Those of them that say a planted thing, or close a stale one. */
  readonly good: number;
  readonly precision: number;
  readonly doubles: number;
  readonly misplaced: number;
  readonly leaks: number;
  readonly lost: number;
  readonly secretsOnDisk: number;
  readonly quotes: number;
  readonly trueQuotes: number;
  readonly unsupported: number;
  readonly bare: number;
}

export interface Grade {
  readonly figures: Figures;
  /** How many of each type were wanted, and found. */
  readonly byType: Readonly<Record<string, { readonly wanted: number; readonly found: number }>>;
  readonly misses: readonly string[];
}

export interface GradeInput {
  readonly truth: Truth;
  readonly memory: readonly GradedEntry[];
  /** Everything that was printed, for secrets that stand outside of entries. */
  readonly printed: string;
  readonly home: string;
  /** The data folder; null where there is none to look into. */
  readonly store: string | null;
}

const shown = (text: string): string => JSON.stringify(text);
const bare = (text: string): string => plain(text).trim();

/** Gives each item an entry of its own, and as many items as can be have one (augmenting paths). */
const assign = (items: readonly TruthItem[], hits: ReadonlyMap<TruthItem, readonly GradedEntry[]>) => {
  const owner = new Map<GradedEntry, TruthItem>();
  const settle = (item: TruthItem, tried: Set<GradedEntry>): boolean => {
    for (const entry of hits.get(item) ?? []) {
      if (tried.has(entry)) continue;
      tried.add(entry);
      const holder = owner.get(entry);
      if (holder === undefined || settle(holder, tried)) {
        owner.set(entry, item);
        return true;
      }
    }
    return false;
  };
  for (const item of items) settle(item, new Set());
  return owner;
};

interface Judged {
  readonly wanted: readonly TruthItem[];
  readonly unwanted: readonly TruthItem[];
  readonly isBad: (text: string) => boolean;
  readonly isGood: (text: string) => boolean;
}

const judge = (truth: Truth): Judged => {
  const wanted = truth.items.filter((item) => item.want === 'remember');
  const unwanted = truth.items.filter((item) => item.want === 'absent');
  const isBad = (text: string): boolean => unwanted.some((item) => says(text, item));
  // "The old mill is no longer used" is a true thing to remember: it names a stale value only to close it.
  const closes = (text: string): boolean =>
    unwanted.some(
      (item) =>
        (item.type === 'stale' || item.type === 'failed-fix') &&
        says(text, { must: item.must, mustNot: [] }) &&
        !says(text, item),
    );
  const isGood = (text: string): boolean =>
    !isBad(text) && (wanted.some((item) => says(text, item)) || closes(text));
  return { wanted, unwanted, isBad, isGood };
};

const gradeEntries = (input: GradeInput, judged: Judged, misses: string[]) => {
  const { memory, truth, printed } = input;
  const { wanted, unwanted, isBad } = judged;
  const clean = memory.filter((entry) => !isBad(entry.text));
  const hits = new Map(wanted.map((item) => [item, clean.filter((entry) => says(entry.text, item))]));
  const owner = assign(wanted, hits);
  const found = new Set(owner.values());
  let doubles = 0;
  let misplaced = 0;
  for (const item of wanted) {
    const own = (hits.get(item) ?? []).filter((entry) => (owner.get(entry) ?? item) === item);
    if (!found.has(item))
      misses.push(
        `missed ${item.type} ${item.id}: nothing says ${shown(item.must.map((group) => group[0]).join(' + '))}`,
      );
    if (own.length > 1) {
      doubles += own.length - 1;
      misses.push(`double ${item.type} ${item.id}: ${own.map((entry) => shown(entry.text)).join(' ~ ')}`);
    }
    if (item.scope !== null && own.length > 0 && !own.some((entry) => entry.scope === item.scope)) {
      misplaced++;
      misses.push(
        `misplaced ${item.id}: ${own[0]?.scope ?? ''} instead of ${item.scope}: ${shown(own[0]?.text ?? '')}`,
      );
    }
  }
  let leaks = 0;
  for (const item of unwanted) {
    const leaked = memory.find((entry) => says(entry.text, item));
    const spilt = item.secrets.some((secret) => holdsSecret(printed, secret));
    if (leaked === undefined && !spilt) continue;
    leaks++;
    misses.push(
      `leak ${item.type} ${item.id}: ${leaked === undefined ? 'a secret was printed' : shown(leaked.text)}`,
    );
  }
  const texts = memory.map((entry) => plain(entry.text));
  const lost = truth.lines.filter((line) => !isBad(line) && !texts.some((text) => text.includes(bare(line))));
  for (const line of lost) misses.push(`lost ${shown(line)}`);
  return { owner, found, doubles, misplaced, leaks, lost: lost.length };
};

/** The most characters in a row that both texts have. */
const sharedLength = (one: string, other: string): number => {
  let longest = 0;
  let before: readonly number[] = [];
  for (const letter of one.split('')) {
    const row = other.split('').map((each, at) => (each === letter ? (before[at - 1] ?? 0) + 1 : 0));
    longest = Math.max(longest, ...row);
    before = row;
  }
  return longest;
};

/** Whether a quote is the words that prove the item, or a good part of them: it may begin with "ok so". */
const proves = (item: TruthItem, session: string, quote: string): boolean => {
  const wanted = flat(quote);
  return item.said.some((said) => {
    const text = flat(said.text);
    if ((session !== said.at && !session.endsWith(`/${said.at}`)) || text.length < 4) return false;
    if (text.includes(wanted) || wanted.includes(text)) return true;
    return sharedLength(wanted, text) >= 0.6 * Math.min(wanted.length, text.length);
  });
};

const gradeQuotes = (
  dreamt: readonly GradedEntry[],
  itemOf: (entry: GradedEntry) => TruthItem | undefined,
  home: string,
  misses: string[],
) => {
  const spoken = createSpoken(home);
  const counts = { quotes: 0, trueQuotes: 0, unsupported: 0, bare: 0 };
  for (const entry of dreamt) {
    if (entry.evidence.length === 0) {
      counts.bare++;
      misses.push(`bare ${shown(entry.text)}`);
    }
    for (const { session, quote } of entry.evidence) {
      counts.quotes++;
      const wanted = flat(quote);
      if (wanted.length >= 4 && spoken(session).some((text) => text.includes(wanted))) counts.trueQuotes++;
      else misses.push(`untrue ${shown(quote)} does not stand in ${session}`);
    }
    const item = itemOf(entry);
    if (item === undefined || entry.evidence.length === 0) continue;
    if (!entry.evidence.some(({ session, quote }) => proves(item, session, quote))) {
      counts.unsupported++;
      misses.push(`unsupported ${item.id}: ${shown(entry.text)} by ${shown(entry.evidence[0]?.quote ?? '')}`);
    }
  }
  return counts;
};

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.round((part / whole) * 1000) / 1000;

export const grade = (input: GradeInput): Grade => {
  const { truth, memory, home, store } = input;
  const misses: string[] = [];
  const judged = judge(truth);
  const { owner, found, ...counts } = gradeEntries(input, judged, misses);
  const files = filesBelow(home).filter((path) => !path.endsWith('.jsonl'));
  const fileWords = files.map((path) => plain(readFileSync(path, 'utf8'))).join('\n');
  // What says that it came from a memory file must stand in one.
  const dreamt = memory.filter((entry) => entry.origin !== 'file' || !fileWords.includes(bare(entry.text)));
  const good = dreamt.filter((entry) => judged.isGood(entry.text)).length;
  for (const entry of dreamt) {
    if (!judged.isGood(entry.text) && !judged.isBad(entry.text))
      misses.push(`stray ${entry.scope} ${shown(entry.text)}`);
  }
  const itemOf = (entry: GradedEntry): TruthItem | undefined =>
    judged.isBad(entry.text)
      ? undefined
      : (owner.get(entry) ?? judged.wanted.find((item) => says(entry.text, item)));
  const quotes = gradeQuotes(dreamt, itemOf, home, misses);
  const spilt = store === null ? [] : findSecrets(store, truth.secrets);
  for (const { path, secret } of spilt) misses.push(`secret of ${secret.length} characters in ${path}`);
  const byType: Record<string, { wanted: number; found: number }> = {};
  for (const item of judged.wanted) {
    const count = (byType[item.type] ??= { wanted: 0, found: 0 });
    count.wanted++;
    if (found.has(item)) count.found++;
  }
  const wanted = judged.wanted.length;
  return {
    figures: {
      wanted,
      found: found.size,
      recall: share(found.size, wanted),
      dreamt: dreamt.length,
      good,
      precision: share(good, dreamt.length),
      ...counts,
      secretsOnDisk: spilt.length,
      ...quotes,
    },
    byType,
    misses,
  };
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads what the command line printed; an entry of another shape counts as one without evidence. */
export const readPrintedMemory = (printed: string): readonly GradedEntry[] => {
  const value: unknown = JSON.parse(printed);
  const memory: unknown = isRecord(value) ? value['memory'] : undefined;
  if (!Array.isArray(memory)) throw new Error('what was printed has no list called memory');
  return memory.filter(isRecord).map((entry) => {
    const evidence: unknown = entry['evidence'];
    return {
      text: textOf(entry['text']),
      scope: textOf(entry['scope']),
      origin: entry['origin'] === 'file' ? 'file' : 'dream',
      evidence: (Array.isArray(evidence) ? evidence : [])
        .filter(isRecord)
        .map((each) => ({ session: textOf(each['session']), quote: textOf(each['quote']) })),
    };
  });
};
