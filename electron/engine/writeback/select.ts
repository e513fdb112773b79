// Which entries a file is given: those of its scopes that it does not say already, as many as its budget and its agent's
// limits let in. What is left out is named, with the reason.
import type { EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { lineText } from './entry-line.ts';
import { servedLineHash } from './own-text.ts';
import type { Target } from './targets.ts';
import { carryBest } from './knapsack.ts';
import { estimateTokens } from './tokens.ts';
import type { Worth } from './worth.ts';

export interface LeftOut {
  readonly entryId: EntryId;
  readonly text: string;
  readonly tokens: number;
  readonly because: string;
}

export interface Selection {
  readonly chosen: readonly MemoryEntry[];
  readonly leftOut: readonly LeftOut[];
}

/** Already said by somebody else, in that file: once is enough. */
export const isSaid = (entry: MemoryEntry, outside: ReadonlySet<string>): boolean =>
  outside.has(servedLineHash(entry.text));

/**
 * A line of a file is served elsewhere only where a person shared it with everyone; in the files of the agents that have
 * it already it stays the only one.
 */
export function belongsInto(entry: MemoryEntry, target: Target): boolean {
  if (entry.status !== 'active' || lineText(entry.text) === '') return false;
  if (!target.scopes.includes(entry.scope)) return false;
  if (entry.origin === 'dream') return true;
  return (
    entry.scope === 'global' &&
    entry.places.every((place) => place.path !== target.shownPath && !target.agents.includes(place.agent))
  );
}

// A person's own long file must not shut memory out: this much is there for ours in every file.
const ownTokensMin = 500;

export interface Room {
  readonly target: Target;
  /** Of the person's own lines. */
  readonly outsideTokens: number;
  readonly outsideBytes: number;
  readonly outsideLines: number;
  /** The whole block as it would stand. */
  readonly blockOf: (entries: readonly MemoryEntry[]) => string;
  readonly pinned: ReadonlySet<EntryId>;
  /** By what came of it; left out: by its score. */
  readonly worthOf?: (entry: MemoryEntry) => Worth;
}

/** What each entry is worth; left out: its score. */
const worthIn = (entry: MemoryEntry, room: Room): Worth =>
  room.worthOf?.(entry) ?? { value: entry.score ?? 1, because: 'by its score' };

/**
 * The choice that is worth most within the budget, exactly; what is pinned comes first. Headings and marks make a block
 * a little heavier than its lines, so where the best choice does not fit, less is carried until it does.
 */
export function fitInto(entries: readonly MemoryEntry[], room: Room): Selection {
  const because = whyTooMuch(entries, room);
  if (because === null) return { chosen: entries, leftOut: [] };
  const things = entries
    .map((entry) => ({ entry, worth: worthIn(entry, room), tokens: lineTokens(entry) }))
    .toSorted(
      (a, b) =>
        Number(room.pinned.has(a.entry.id)) - Number(room.pinned.has(b.entry.id)) ||
        a.worth.value / a.tokens - b.worth.value / b.tokens ||
        (a.entry.id < b.entry.id ? -1 : 1),
    );
  const weighed = things.slice(-weighedMax);
  const limit = Math.max(room.target.budgetTokens - room.outsideTokens, ownTokensMin);
  let carried: readonly MemoryEntry[] = [];
  for (let weightMax = limit; weightMax > 0; weightMax -= Math.max(1, Math.ceil(limit / 40))) {
    const isIn = carryBest(
      weighed.map(({ entry, worth, tokens }) => ({
        weight: tokens,
        // More than all others together: what is pinned goes last.
        value: worth.value + (room.pinned.has(entry.id) ? pinnedWorth : 0),
      })),
      weightMax,
    );
    carried = weighed.flatMap(({ entry }, at) => (isIn[at] === true ? [entry] : []));
    if (whyTooMuch(carried, room) === null) break;
    carried = [];
  }
  const chosen = new Set(carried.map(({ id }) => id));
  return {
    chosen: entries.filter((entry) => chosen.has(entry.id)),
    leftOut: things
      .filter(({ entry }) => !chosen.has(entry.id))
      .map(({ entry, worth, tokens }) => ({
        entryId: entry.id,
        text: entry.text,
        tokens,
        because:
          chosen.size === 0
            ? because
            : `${because}; it is worth ${worth.value.toFixed(2)} for ${tokens} tokens (${worth.because}), and what is there pays more`,
      })),
  };
}

const pinnedWorth = 1_000_000;

// Those that pay most per token, of which no file of any agent takes half; weighing ten thousand would take minutes.
const weighedMax = 400;

/** With its mark and its list sign, as the block writes it. */
const lineTokens = ({ text }: MemoryEntry): number => estimateTokens(`- ${lineText(text)} <!-- 01234567 -->`);

/** Null where it fits. */
function whyTooMuch(entries: readonly MemoryEntry[], room: Room): string | null {
  if (entries.length === 0) return null;
  const block = room.blockOf(entries);
  const { budgetTokens, linesMax, bytesMax } = room.target;
  const tokens = estimateTokens(block);
  if (tokens > Math.max(budgetTokens - room.outsideTokens, ownTokensMin)) {
    return `the file's budget of ${budgetTokens} tokens is full (${room.outsideTokens} of them are lines of your own)`;
  }
  if (linesMax !== null && room.outsideLines + block.split('\n').length > linesMax) {
    return `its agent loads the first ${linesMax} lines only`;
  }
  if (bytesMax !== null && room.outsideBytes + Buffer.byteLength(block) > bytesMax) {
    return `its agent loads the first ${bytesMax} bytes only`;
  }
  return null;
}
