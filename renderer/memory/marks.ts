// Which versions are marked, and what files belong together. Pure.
import type { MemoryFileSummary } from '../../shared/contract.ts';
import type { MemoryEntry } from '../../shared/memory.ts';

/** A first, then B; a third takes the place of the older mark, a mark set again is taken away. */
export function mark(marked: readonly number[], number: number): readonly number[] {
  if (marked.includes(number)) return marked.filter((each) => each !== number);
  return [...marked, number].slice(-2);
}

/** From the older to the newer, whichever was marked first; null while fewer than two are. */
export function pairOf(marked: readonly number[]): { readonly from: number; readonly to: number } | null {
  const [a, b] = marked;
  return a === undefined || b === undefined ? null : { from: Math.min(a, b), to: Math.max(a, b) };
}

export interface FileGroup {
  /** Null for what holds in every project. */
  readonly project: string | null;
  readonly files: readonly MemoryFileSummary[];
}

const byPath = (a: MemoryFileSummary, b: MemoryFileSummary): number => (a.path < b.path ? -1 : 1);

/** What every project reads first, then projects by name. */
export function fileGroups(files: readonly MemoryFileSummary[]): readonly FileGroup[] {
  const projects = [...new Set(files.map(({ project }) => project))].toSorted((a, b) =>
    (a ?? '').localeCompare(b ?? ''),
  );
  return projects.map((project) => ({
    project,
    files: files.filter((file) => file.project === project).toSorted(byPath),
  }));
}

export const fileName = (path: string): string => path.split(/[/\\]/u).at(-1) ?? path;
export const folderOf = (path: string): string =>
  path.slice(0, -fileName(path).length).replace(/[/\\]$/u, '');

/** What says it, active first, then what was closed last. */
export function filterEntries(
  entries: readonly MemoryEntry[],
  { words, closedToo }: { readonly words: string; readonly closedToo: boolean },
): readonly MemoryEntry[] {
  const wanted = words.trim().toLowerCase();
  const shown = entries.filter(
    ({ status, text }) => (closedToo || status === 'active') && text.toLowerCase().includes(wanted),
  );
  const isClosed = ({ status }: MemoryEntry): number => (status === 'closed' ? 1 : 0);
  return closedToo ? shown.toSorted((a, b) => isClosed(a) - isClosed(b)) : shown;
}

/** The last moment of a day as the person writes it; null where it is no day. */
export function endOfDay(day: string): number | null {
  const ms = new Date(`${day}T23:59:59`).getTime();
  return Number.isNaN(ms) ? null : ms;
}

/** Where the line from a version back to the one that it brought back runs, beside the rail. */
export type ReturnPart = 'from' | 'through' | 'to';

/** Lines beside one another; more would leave no room for words. */
const lanesMax = 3;

/**
 * For each row, newest first, the part of a line in each lane; null for none. A line takes the first lane that is free all
 * its way; of more than three beside one another the older ones are left out, as the words name the version anyway.
 */
export function returnLanes(
  rows: readonly { readonly number: number; readonly origin?: number | null }[],
): readonly (readonly (ReturnPart | null)[])[] {
  const lanes: (ReturnPart | null)[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    const bottom = rows.findIndex(({ number }) => number === row.origin);
    if (bottom <= top) return;
    const way = lanes.slice(top, bottom + 1);
    const lane = Array.from({ length: lanesMax }, (_, i) => i).find((i) =>
      way.every((taken) => (taken[i] ?? null) === null),
    );
    if (lane === undefined) return;
    way.forEach((taken, i) => {
      while (taken.length < lane) taken.push(null);
      taken[lane] = i === 0 ? 'from' : i === way.length - 1 ? 'to' : 'through';
    });
  });
  return lanes;
}
