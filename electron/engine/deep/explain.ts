// Answers why an entry or a candidate was promoted or not, from the newest night's verdicts.
import type { Verdict } from '../../../shared/dream.ts';
import type { Explanation } from '../../../shared/engine.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import { gistOf, overlapOf } from './sameness.ts';

// Enough to see the candidate asked for and its nearest rivals.
const answersMax = 5;
const likenessMin = 0.34;

const words: Readonly<Record<Verdict['decision'], string>> = {
  promote: 'promoted',
  hold: 'not promoted',
  stale: 'closed: something newer took its place',
  known: 'known already',
};

export const explainVerdict = (verdict: Verdict, entries: readonly MemoryEntry[]): Explanation => ({
  what: 'candidate',
  text: verdict.theme.text,
  decision: words[verdict.decision],
  reason: verdict.reason,
  score: verdict.score,
  dimensions: verdict.dimensions,
  scoreNeeded: verdict.gates.find(({ name }) => name === 'score')?.needed ?? null,
  gates: verdict.gates,
  neighbours: verdict.neighbours,
  evidence: verdict.theme.evidence,
  entry: entries.find((entry) => entry.id === verdict.knownAs || entry.text === verdict.theme.text) ?? null,
});

const explainEntry = (entry: MemoryEntry): Explanation => ({
  what: 'entry',
  text: entry.text,
  decision: entry.status === 'active' ? 'in memory' : 'closed',
  reason:
    entry.closedBecause ??
    (entry.origin === 'file'
      ? `stands in ${entry.places.map((p) => `${p.path}:${p.line}`).join(', ')}`
      : 'promoted by an earlier night'),
  score: entry.score,
  dimensions: entry.dimensions,
  gates: [],
  neighbours: [],
  evidence: entry.evidence,
  entry,
});

/** The best matches first: by id, by the words themselves, by likeness. Empty where nothing is near. */
export function explain(
  query: string,
  verdicts: readonly Verdict[],
  entries: readonly MemoryEntry[],
): readonly Explanation[] {
  const byId = entries.filter((entry) => query.length >= 5 && entry.id.startsWith(query));
  if (byId.length) {
    return byId.map((entry) => {
      const verdict = verdicts.find((v) => v.theme.text === entry.text || v.knownAs === entry.id);
      return verdict
        ? { ...explainVerdict(verdict, entries), what: 'entry' as const, entry }
        : explainEntry(entry);
    });
  }
  const gist = gistOf(query);
  const plain = query.toLowerCase();
  const likeness = (text: string): number =>
    text.toLowerCase().includes(plain) ? 1 : overlapOf(gist, gistOf(text));
  const candidates = verdicts.map((v) => ({
    answer: explainVerdict(v, entries),
    likeness: likeness(v.theme.text),
    score: v.score,
  }));
  const explained = new Set(candidates.map((c) => c.answer.text));
  const others = entries
    .filter((entry) => !explained.has(entry.text))
    .map((entry) => ({
      answer: explainEntry(entry),
      likeness: likeness(entry.text),
      score: entry.score ?? 0,
    }));
  return [...candidates, ...others]
    .filter((one) => one.likeness >= likenessMin)
    .sort((a, b) => b.likeness - a.likeness || b.score - a.score || (a.answer.text < b.answer.text ? -1 : 1))
    .slice(0, answersMax)
    .map((one) => one.answer);
}
