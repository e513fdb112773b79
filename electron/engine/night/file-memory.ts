// What agents' memory files say, as entries of our own record: a line that appears is added, one that is gone is closed.
// An entry that a night has closed stays closed while its line still stands in the file.
import type { MemoryLine } from '../../../shared/dream.ts';
import { entryId, type EntryId, type EpochMs } from '../../../shared/ids.ts';
import { goneFromFile, type Evidence, type MemoryEntry } from '../../../shared/memory.ts';

/** The same text twice in one file is two lines, and two entries. */
function keyed(
  lines: readonly MemoryLine[],
): readonly { readonly line: MemoryLine; readonly id: MemoryEntry['id'] }[] {
  const counts = new Map<string, number>();
  return lines.map((line) => {
    const key = `${line.place.path}\n${line.text}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    return { line, id: entryId('file', line.place.path, line.text, String(nth)) };
  });
}

function entryOf(line: MemoryLine, id: MemoryEntry['id'], nowMs: EpochMs): MemoryEntry {
  return {
    id,
    text: line.text,
    kind: 'fact',
    scope: line.scope,
    origin: 'file',
    taint: line.origin,
    score: null,
    dimensions: null,
    evidence: [
      {
        session: line.place.path,
        turn: line.place.line,
        agent: line.place.agent,
        atMs: null,
        quote: line.text,
        origin: line.origin,
        project: line.scope.startsWith('project:') ? line.scope.slice('project:'.length) : null,
      },
    ],
    places: [line.place],
    validity: { trueFromMs: line.atMs, trueUntilMs: null, knownFromMs: nowMs, retiredAtMs: null },
    status: 'active',
    closedBecause: null,
  };
}

const samePlace = (a: MemoryEntry, b: MemoryEntry): boolean =>
  JSON.stringify(a.places[0]) === JSON.stringify(b.places[0]);

/**
 * The line moved within its file, or its project is known by its right name only now. What a night made of the entry stays:
 * that it holds everywhere, and what else proves it.
 */
function asItStands(entry: MemoryEntry, line: MemoryEntry): MemoryEntry {
  const isScopeKnown = entry.scope === 'global' || entry.scope === line.scope;
  if (isScopeKnown && samePlace(entry, line)) return entry;
  const isOwn = (e: Evidence): boolean =>
    line.evidence.some((l) => l.session === e.session && l.quote === e.quote);
  return {
    ...entry,
    scope: isScopeKnown ? entry.scope : line.scope,
    evidence: [...line.evidence, ...entry.evidence.filter((e) => !isOwn(e))],
    places: [...line.places, ...entry.places.slice(1)],
  };
}

export interface Settled {
  readonly entries: readonly MemoryEntry[];
  readonly appeared: number;
  readonly gone: number;
  /** Only agents themselves wrote what moved. */
  readonly isByAgents: boolean;
}

/** Entries whose line is gone, each with the lines of others that it stood for: a merge brought their quotes along. */
function standIns(entries: readonly MemoryEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap((entry) => entry.evidence.map((e) => `${e.session}\n${e.quote}`)));
}

/** It was closed because another line said the same; now that line is gone, and its own still stands in its file. */
const speaksAgain = (entry: MemoryEntry, stoodFor: ReadonlySet<string>): boolean =>
  entry.status === 'closed' &&
  entry.evidence.some((e) => stoodFor.has(`${e.session}\n${e.quote}`) && e.session === entry.places[0]?.path);

/**
 * Pure. Entries that come from no file are handed on as they are. A pinned one stays though its line is gone: whoever took
 * it out of the file was not its owner speaking to us.
 */
export function settleFileMemory(
  entries: readonly MemoryEntry[],
  lines: readonly MemoryLine[],
  nowMs: EpochMs,
  pinned: ReadonlySet<EntryId> = new Set(),
): Settled {
  const wanted = new Map(keyed(lines).map(({ line, id }) => [id, entryOf(line, id, nowMs)]));
  const stoodFor = standIns(
    entries.filter(
      (e) => e.origin === 'file' && e.status === 'active' && !wanted.has(e.id) && !pinned.has(e.id),
    ),
  );
  let gone = 0;
  const next = entries.map((entry) => {
    if (entry.origin !== 'file') return entry;
    const line = wanted.get(entry.id);
    wanted.delete(entry.id);
    if (!line) {
      if (entry.status === 'closed') return entry;
      if (pinned.has(entry.id)) return entry.places.length === 0 ? entry : { ...entry, places: [] };
      gone++;
      return {
        ...entry,
        status: 'closed' as const,
        closedBecause: goneFromFile,
        validity: { ...entry.validity, retiredAtMs: nowMs },
      };
    }
    if (entry.status === 'closed' && entry.closedBecause === goneFromFile) return line;
    if (speaksAgain(entry, stoodFor)) return line;
    return asItStands(entry, line);
  });
  const appeared = [...wanted.values()];
  const moved = [...appeared, ...next.filter((entry, index) => entry !== entries[index])];
  return {
    entries: [...next, ...appeared],
    appeared: appeared.length,
    gone,
    isByAgents: moved.length > 0 && moved.every(({ taint }) => taint === 'agent'),
  };
}
