// What changes in a file, for people: a unified diff, and how many lines come and go.
import { diffIndices } from 'node-diff3';

export interface LineChange {
  readonly fromStart: number;
  readonly from: readonly string[];
  readonly toStart: number;
  readonly to: readonly string[];
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** In order. Lines that both begin and end with are set aside first: comparing costs by the square. */
export function lineChanges(before: string, after: string): readonly LineChange[] {
  const [from, to] = [linesOf(before), linesOf(after)];
  let head = 0;
  while (head < from.length && head < to.length && from[head] === to[head]) head++;
  let tail = 0;
  const most = Math.min(from.length, to.length) - head;
  while (tail < most && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const inner = (lines: readonly string[]): string[] => lines.slice(head, lines.length - tail);
  return diffIndices(inner(from), inner(to)).map((change) => ({
    fromStart: head + change.buffer1[0],
    from: change.buffer1Content,
    toStart: head + change.buffer2[0],
    to: change.buffer2Content,
  }));
}

export function countLines(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } {
  const changes = lineChanges(before, after);
  return {
    added: changes.reduce((sum, change) => sum + change.to.length, 0),
    removed: changes.reduce((sum, change) => sum + change.from.length, 0),
  };
}

/** As diff and git show it. */
const contextLines = 3;

export function unifiedDiff(path: string, before: string | null, after: string | null): string {
  const changes = lineChanges(before ?? '', after ?? '');
  if (changes.length === 0) return '';
  const from = linesOf(before ?? '');
  const head = [`--- ${before === null ? '/dev/null' : path}`, `+++ ${after === null ? '/dev/null' : path}`];
  return [...head, ...hunksOf(changes).flatMap((hunk) => hunkLines(hunk, from))].join('\n');
}

/** Changes whose surroundings touch are shown as one. */
function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    const isNear =
      last !== undefined && change.fromStart - (last.fromStart + last.from.length) <= 2 * contextLines;
    if (isNear) hunks.at(-1)?.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

function hunkLines(hunk: readonly LineChange[], from: readonly string[]): readonly string[] {
  const [first] = hunk;
  const last = hunk.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = Math.max(0, first.fromStart - contextLines);
  const end = Math.min(from.length, last.fromStart + last.from.length + contextLines);
  const lines: string[] = [];
  let at = start;
  for (const change of hunk) {
    lines.push(...from.slice(at, change.fromStart).flatMap((line) => shown(' ', line)));
    lines.push(...change.from.flatMap((line) => shown('-', line)));
    lines.push(...change.to.flatMap((line) => shown('+', line)));
    at = change.fromStart + change.from.length;
  }
  lines.push(...from.slice(at, end).flatMap((line) => shown(' ', line)));
  const grown = hunk.reduce((sum, change) => sum + change.to.length - change.from.length, 0);
  const toStart = first.toStart - (first.fromStart - start);
  return [`@@ -${range(start, end - start)} +${range(toStart, end - start + grown)} @@`, ...lines];
}

const range = (start: number, length: number): string =>
  length === 1 ? `${start + 1}` : `${length === 0 ? start : start + 1},${length}`;

const shown = (sign: string, line: string): readonly string[] =>
  line.endsWith('\n') ? [sign + line.slice(0, -1)] : [sign + line, '\\ No newline at end of file'];
