// Places that are masked: blanking them, and telling where in the text itself lies what a later look found in the blanked one.
import { signOf, type Found, type Masked } from './masker.ts';

export function blankedAt(text: string, places: readonly Found[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, kind } of places) {
    parts.push(text.slice(at, start), signOf(kind));
    at = end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

export function maskedAt(text: string, places: readonly Found[]): Masked {
  const kinds: Record<string, number> = {};
  for (const { kind } of places) kinds[kind] = (kinds[kind] ?? 0) + 1;
  return { text: places.length === 0 ? text : blankedAt(text, places), kinds };
}

/**
 * `later`: what was found in the text in which `before` is blanked. Gives both as places of the text itself. What lies over a
 * mark reaches over all that the mark stands for, and a second find over the same mark begins where that ends.
 */
export function laidOver(before: readonly Found[], later: readonly Found[]): readonly Found[] {
  if (before.length === 0 || later.length === 0) return before.length === 0 ? later : before;
  const out: Found[] = [];
  const marks = marksOf(before);
  let next = 0;
  let moved = 0;
  for (const found of later) {
    for (; (marks[next]?.markEnd ?? Infinity) <= found.start; next++) {
      const mark = marks[next];
      if (mark === undefined) break;
      out.push(mark.place);
      moved = mark.markEnd - mark.place.end;
    }
    const first = marks[next];
    const begin =
      first !== undefined && first.markStart < found.start ? first.place.start : found.start - moved;
    const start = Math.max(begin, out.at(-1)?.end ?? 0);
    let end = found.end - moved;
    for (; (marks[next]?.markStart ?? Infinity) < found.end; next++) {
      const mark = marks[next];
      if (mark === undefined) break;
      moved = mark.markEnd - mark.place.end;
      end = mark.markEnd >= found.end ? mark.place.end : found.end - moved;
    }
    if (end > start) out.push({ start, end, kind: found.kind });
  }
  return [...out, ...before.slice(next)];
}

interface Mark {
  readonly place: Found;
  /** In the blanked text. */
  readonly markStart: number;
  readonly markEnd: number;
}

function marksOf(places: readonly Found[]): readonly Mark[] {
  let moved = 0;
  return places.map((place) => {
    const markStart = place.start + moved;
    const markEnd = markStart + signOf(place.kind).length;
    moved = markEnd - place.end;
    return { place, markStart, markEnd };
  });
}
