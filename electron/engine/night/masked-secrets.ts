// What was blanked before it was kept, told by the marks that stand in its place.
import type { MaskedSecrets } from '../../../shared/masked.ts';
import { marksIn } from '../../../shared/masked-words.ts';
import { notLookedAt } from '../masking/mask.ts';
import { maskClose, maskOpen, signOf } from '../masking/masker.ts';
import type { ReadableDb } from '../store/db.ts';
import { turnsWithMark } from '../store/masked-turns.ts';
import { textOfLine } from '../store/turn-blocks.ts';

const placesMax = 200;
// More in one turn are a list of settings: each can still be named where the turn is read.
const marksMax = 20;
const marks = new RegExp(`${maskOpen}([a-z0-9-]+)${maskClose}`, 'gu');

export function maskedSecrets(db: ReadableDb): MaskedSecrets {
  const counts = new Map<string, number>();
  const places: (Omit<MaskedSecrets['places'][number], 'marks'> & { readonly line: string })[] = [];
  for (const { place, line } of turnsWithMark(db, maskOpen)) {
    const kinds = [...line.matchAll(marks)].flatMap(([, kind]) =>
      kind === undefined || kind === notLookedAt ? [] : kind,
    );
    const [first] = kinds;
    if (first === undefined) continue;
    for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    places.push({
      kinds: [...new Set(kinds)],
      evidence: { ...place, quote: signOf(first) },
      line,
    });
  }
  return {
    secrets: [...counts.values()].reduce((sum, n) => sum + n, 0),
    kinds: [...counts]
      .map(([kind, secrets]) => ({ kind, secrets }))
      .toSorted((a, b) => b.secrets - a.secrets || (a.kind < b.kind ? -1 : 1)),
    turns: places.length,
    places: places
      .toSorted((a, b) => (b.evidence.atMs ?? 0) - (a.evidence.atMs ?? 0))
      .slice(0, placesMax)
      .map(({ line, ...place }) => ({ ...place, marks: marksIn(textOfLine(line)).slice(0, marksMax) })),
  };
}
