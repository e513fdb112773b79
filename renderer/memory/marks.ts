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
