// What was blanked before it was kept, told by the marks that stand in its place.
import type { MaskedSecrets } from '../../../shared/masked.ts';
import { marksIn, masksIn } from '../../../shared/masked-words.ts';
import { notLookedAt } from '../masking/mask.ts';
import { maskOpen, signOf } from '../masking/masker.ts';
import type { ReadableDb } from '../store/db.ts';
import { turnsWithMark } from '../store/masked-turns.ts';
import { keyedTextOfLine } from '../store/turn-lines.ts';
import { turnHash } from './turn-hash.ts';

const placesMax = 200;
// More in one turn are a list of settings: each can still be named where the turn is read.
const marksMax = 20;

export function maskedSecrets(db: ReadableDb): MaskedSecrets {
  const counts = new Map<string, number>();
  const places: (Omit<MaskedSecrets['places'][number], 'marks' | 'turnHash'> & { readonly line: string })[] =
    [];
  for (const { place, line } of turnsWithMark(db, maskOpen)) {
    const kinds = masksIn(line).flatMap(({ kind }) => (kind === notLookedAt ? [] : kind));
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
      .map(({ line, ...place }) => {
        const turn = keyedTextOfLine(line);
        return { ...place, marks: marksIn(turn.text).slice(0, marksMax), turnHash: turnHash(turn) };
      }),
  };
}
