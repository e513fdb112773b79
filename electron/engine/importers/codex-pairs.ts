// Codex writes every message twice: as a response item and as an event. The first that comes is the turn; its twin is
// known again here and left out. Plain data, so that a twin may come in tomorrow's part of the file.
import { contentHash } from '../../../shared/ids.ts';
import { isJson, listOf, textOf } from './json-line.ts';

export type PairLog = 'item' | 'event';
const channels = ['person', 'agent', 'thinking', 'notice', 'abort'] as const;
export type PairChannel = (typeof channels)[number];

interface Single {
  readonly channel: PairChannel;
  readonly log: PairLog;
  readonly hash: string;
  /** The beginning of the text, for twins that differ a little. */
  readonly start: string;
}

/** Twins stand one or two records apart (four real files, 370 pairs); a few more cost nothing. */
const singlesMax = 16;
/** Beyond it, texts are compared by their beginning only. */
const startMax = 2000;

export interface Pairs {
  /** True where the other log said it before: then this one is its twin, and both are forgotten. */
  isTwin(channel: PairChannel, log: PairLog, text: string): boolean;
  /** Remembers what was made a turn. */
  keep(channel: PairChannel, log: PairLog, text: string): void;
  dump(): readonly unknown[];
}

const plain = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** Whether two texts of neighbouring records are one message: equal, or one with a frame around it. */
export function sameWords(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [plain(a), plain(b)] : [plain(b), plain(a)];
  if (short === long) return true;
  // Half: a frame is short beside a message, and "ok" is not the twin of all that holds "ok".
  return short !== '' && short.length * 2 >= long.length && long.includes(short);
}

export function createPairs(dumped: unknown): Pairs {
  let singles: readonly Single[] = listOf(dumped)
    .map(singleFrom)
    .filter((single) => single !== null);
  return {
    isTwin(channel, log, text) {
      const words = plain(text);
      const hash = contentHash(words);
      const others = singles.filter((single) => single.channel === channel && single.log !== log);
      const newest = singles.findLast((single) => single.channel === channel);
      const near =
        newest !== undefined && newest.log !== log && sameWords(newest.start, words.slice(0, startMax));
      const twin = others.find((single) => single.hash === hash) ?? (near ? newest : undefined);
      if (twin === undefined) return false;
      singles = singles.filter((single) => single !== twin);
      return true;
    },
    keep(channel, log, text) {
      const words = plain(text);
      const single = { channel, log, hash: contentHash(words), start: words.slice(0, startMax) };
      singles = [...singles, single].slice(-singlesMax);
    },
    dump: () => singles,
  };
}

function singleFrom(value: unknown): Single | null {
  if (!isJson(value)) return null;
  const hash = textOf(value['hash']);
  const channel = channels.find((c) => c === value['channel']);
  const log = (['item', 'event'] as const).find((l) => l === value['log']);
  if (hash === null || channel === undefined || log === undefined) return null;
  return { channel, log, hash, start: textOf(value['start']) ?? '' };
}
