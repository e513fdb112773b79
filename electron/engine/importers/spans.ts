// Who said which part of a text. A turn's text is covered by spans without a gap; marks laid over it later win.
import type { Origin } from '../../../shared/origin.ts';
import type { Span } from '../../../shared/transcript.ts';

export const wholeSpan = (text: string, origin: Origin): readonly Span[] => [
  { origin, start: 0, end: text.length },
];

/** Lays marks (in order, not overlapping) over spans. What lies between marks keeps its origin. */
export function overlay(spans: readonly Span[], marks: readonly Span[]): readonly Span[] {
  if (marks.length === 0) return spans;
  const out: Span[] = [];
  let next = 0;
  for (const span of spans) {
    let at = span.start;
    while (next < marks.length) {
      const mark = marks[next];
      if (mark === undefined || mark.start >= span.end) break;
      if (mark.start > at) push(out, span.origin, at, mark.start);
      push(out, mark.origin, Math.max(mark.start, at), Math.min(mark.end, span.end));
      at = Math.max(at, Math.min(mark.end, span.end));
      // A mark that reaches beyond this span goes on in the next one.
      if (mark.end > span.end) break;
      next++;
    }
    push(out, span.origin, at, span.end);
  }
  return out.length === 0 ? spans : out;
}

function push(out: Span[], origin: Origin, start: number, end: number): void {
  if (start >= end) return;
  const last = out.at(-1);
  if (last !== undefined && last.origin === origin && last.end === start) {
    out[out.length - 1] = { origin, start: last.start, end };
  } else out.push({ origin, start, end });
}

/** White space beside an injected block is nobody's words: it goes with the block before it, or after it. */
export function withoutBlankWords(text: string, spans: readonly Span[]): readonly Span[] {
  if (spans.length < 2) return spans;
  const out: Span[] = [];
  spans.forEach((span, i) => {
    const said = text.slice(span.start, span.end);
    const before = out.at(-1);
    const blank = said.length - said.trimStart().length;
    if (blank === said.length) {
      push(out, (before ?? spans[i + 1] ?? span).origin, span.start, span.end);
      return;
    }
    const isBlock = before !== undefined && (before.origin === 'injected' || before.origin === 'own');
    const start = isBlock ? span.start + blank : span.start;
    if (isBlock) push(out, before.origin, span.start, start);
    push(out, span.origin, start, span.end);
  });
  return out;
}

const fenceBegin = '<!-- slowwave:begin';
const fenceEnd = '<!-- slowwave:end';

/** Slowwave's own fenced blocks, wherever they turn up again: they must never become evidence for themselves. */
export function ownMarks(text: string): readonly Span[] {
  const marks: Span[] = [];
  let start = text.indexOf(fenceBegin);
  while (start !== -1) {
    const close = text.indexOf(fenceEnd, start);
    const closed = close === -1 ? -1 : text.indexOf('-->', close);
    // A fence that is never closed reaches to the end: rather too little evidence than our own words as somebody's.
    const end = closed === -1 ? text.length : closed + 3;
    marks.push({ origin: 'own', start, end });
    start = text.indexOf(fenceBegin, end);
  }
  return marks;
}

/** Cuts the spans to a text that was shortened at its end. */
export const clipSpans = (spans: readonly Span[], end: number): readonly Span[] =>
  spans
    .filter((span) => span.start < end || span.end === 0)
    .map((span) => (span.end > end ? { origin: span.origin, start: span.start, end } : span));

export const hasPersonWords = (spans: readonly Span[]): boolean =>
  spans.some((span) => span.origin === 'person' && span.end > span.start);
