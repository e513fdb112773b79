// Cuts out of a text the part that answers, to the letter.
import type { Excerpt } from '../../../shared/search.ts';
import type { Mark } from './marks.ts';

/** Three lines of a terminal. */
const answerCharsMax = 260;
/** One line. */
const aroundCharsMax = 110;

/** Around the marks that lie closest together; the beginning where there are none. */
export function excerptOf(text: string, marks: readonly Mark[]): Excerpt {
  const charsMax = marks.length === 0 ? aroundCharsMax : answerCharsMax;
  const { start, end } = window(text, marks, charsMax);
  return {
    text: text.slice(start, end),
    marks: marks
      .filter((mark) => mark.start >= start && mark.end <= end)
      .map((mark) => ({ start: mark.start - start, end: mark.end - start })),
    isCutBefore: text.slice(0, start).trim() !== '',
    isCutAfter: text.slice(end).trim() !== '',
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function window(text: string, marks: readonly Mark[], charsMax: number): Range {
  if (text.length <= charsMax) return { start: 0, end: text.length };
  const center = richest(marks, charsMax);
  const from = center === null ? 0 : Math.max(0, Math.floor((center.start + center.end - charsMax) / 2));
  const start = wordBorder(text, Math.min(from, text.length - charsMax), center?.start ?? 0);
  const end = lastBorder(text, Math.min(text.length, start + charsMax), center?.end ?? 0);
  return { start, end };
}

/** The stretch that holds the most different terms, then the most marks; of equals the first. */
function richest(marks: readonly Mark[], charsMax: number): Range | null {
  let best: { readonly range: Range; readonly worth: number } | null = null;
  for (const [index, first] of marks.entries()) {
    const inside = marks
      .slice(index, index + marksLookedAtMax)
      .filter((mark) => mark.end - first.start <= charsMax);
    const worth = new Set(inside.map((mark) => mark.term)).size * marksLookedAtMax + inside.length;
    const end = inside.at(-1)?.end ?? first.end;
    if (worth > (best?.worth ?? 0)) best = { range: { start: first.start, end }, worth };
  }
  return best?.range ?? null;
}

const marksLookedAtMax = 50;
/** A word longer than this is cut in its middle. */
const wordCharsMax = 30;

/** The next beginning of a word, but never past what must be shown. */
function wordBorder(text: string, at: number, latest: number): number {
  if (at <= 0) return 0;
  for (let i = at; i < Math.min(latest, at + wordCharsMax); i++) if (/\s/u.test(text[i - 1] ?? '')) return i;
  return whole(text, Math.min(at, latest));
}

function lastBorder(text: string, at: number, earliest: number): number {
  if (at >= text.length) return text.length;
  for (let i = at; i > Math.max(earliest, at - wordCharsMax); i--) if (/\s/u.test(text[i] ?? '')) return i;
  return whole(text, Math.max(at, earliest));
}

/** Never between the two halves of a character. */
const whole = (text: string, at: number): number => (/[\uDC00-\uDFFF]/u.test(text[at] ?? '') ? at - 1 : at);
