// Which entries a file is given: those of its scopes that it does not say already, as many as its budget and its agent's
// limits let in. What is left out is named, with the reason.
import type { EntryId } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { lineText } from './entry-line.ts';
import { servedLineHash } from './own-text.ts';
import type { Target } from './targets.ts';
import { estimateTokens } from './tokens.ts';

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
}

/** The lowest score per token goes first, until the rest fits; what is pinned goes last. */
export function fitInto(entries: readonly MemoryEntry[], room: Room): Selection {
  const worth = entries
    .map((entry) => ({ entry, tokens: estimateTokens(lineText(entry.text)) }))
    .toSorted(
      (a, b) =>
        Number(room.pinned.has(a.entry.id)) - Number(room.pinned.has(b.entry.id)) ||
        // Of no score: a line that a person shared.
        (a.entry.score ?? 1) / a.tokens - (b.entry.score ?? 1) / b.tokens ||
        (a.entry.id < b.entry.id ? -1 : 1),
    );
  const leftOut: LeftOut[] = [];
  let because = whyTooMuch(
    worth.map(({ entry }) => entry),
    room,
  );
  while (because !== null) {
    const next = worth.shift();
    if (next === undefined) break;
    leftOut.push({ entryId: next.entry.id, text: next.entry.text, tokens: next.tokens, because });
    because = whyTooMuch(
      worth.map(({ entry }) => entry),
      room,
    );
  }
  const chosen = new Set(worth.map(({ entry }) => entry.id));
  return { chosen: entries.filter((entry) => chosen.has(entry.id)), leftOut };
}

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
