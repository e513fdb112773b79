// A message as its lines, each with its place and whether anybody would type it.
import { notOwn } from '../language/sentences.ts';

export interface Range {
  readonly start: number;
  readonly end: number;
}

export interface Line extends Range {
  readonly text: string;
  /** Code, a quotation, a log: nobody typed it. */
  readonly isStrange: boolean;
  /** Between the marks of a code block, those included: it ends where it says so. */
  readonly isFenced: boolean;
}

export const fence = /^[ \t]*(?:```|~~~)/u;

const logLine =
  /^\s*(?:\[?(?:INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL|SEVERE)\]?[\s:|-]|[\w.]*(?:Error|Exception|Warning): |HTTP\/\d|<\/?[a-z][\w-]*[\s>]|\d{1,3}(?:\.\d{1,3}){3} )/u;

// "🎉 done", "▲ [WARNING] …": among other lines of a program a line that opens with a sign is one as well.
const signedLine = /^\s*(?:\p{Extended_Pictographic}|[▲△▶●○◆■✓✔✗✘×])\uFE0F?\s/u;

export function linesOf(text: string): readonly Line[] {
  // None of them runs over a line's end, so what covers a line begins where it does.
  const ends = new Map<number, number>();
  for (const { start, end } of notOwn(text)) ends.set(start, Math.max(end, ends.get(start) ?? 0));
  let at = 0;
  let inFence = false;
  const lines = text.split('\n').map((line) => {
    const [start, end] = [at, at + line.length];
    at = end + 1;
    const isNotOwn = end > start && (ends.get(start) ?? 0) >= end;
    const isMark = fence.test(line);
    const isFenced = isMark || inFence;
    if (isMark) inFence = !inFence;
    return { text: line, start, end, isStrange: isNotOwn || logLine.test(line), isFenced };
  });
  if (!lines.some(({ isStrange }) => isStrange)) return lines;
  return lines.map((line) => (signedLine.test(line.text) ? { ...line, isStrange: true } : line));
}

export const isEmpty = ({ text }: Line): boolean => text.trim() === '';
