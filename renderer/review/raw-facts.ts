// The raw fact behind each dimension of a score, counted from the quotes that prove the entry.
import type { MemoryEntry } from '../../shared/memory.ts';
import type { EvidenceStore } from '../stores/evidence.ts';
import type { Dimension } from '../ui/ScoreBars.tsx';
import type { Formats } from '../words/formats.ts';
import type { Say } from '../words/words.ts';

const distinct = (all: readonly string[]): number => new Set(all).size;

export function rawFacts(
  entry: MemoryEntry,
  say: Say,
  formats: Formats,
): Readonly<Record<Dimension, string>> {
  const { evidence } = entry;
  const times = evidence.flatMap(({ atMs }) => atMs ?? []);
  const projects = distinct(evidence.flatMap(({ project }) => project ?? []));
  const agents = say('raw.agents', { count: distinct(evidence.map(({ agent }) => agent)) });
  const last = times.length === 0 ? null : Math.max(...times);
  return {
    relevance: say('raw.relevance', { kind: say(`kind.${entry.kind}`) }),
    frequency: say('raw.frequency', { count: distinct(evidence.map(({ session }) => session)) }),
    diversity: projects === 0 ? agents : formats.list([agents, say('raw.projects', { count: projects })]),
    recency: last === null ? say('raw.unknown') : say('raw.recency', { day: formats.date(last) }),
    consolidation: say('raw.consolidation', { count: distinct(times.map((ms) => formats.isoDay(ms))) }),
    richness: say('raw.richness', { count: evidence.length }),
  };
}

/** Opens the quotes that a fact was counted from, the last said first where it is about when. */
export const openFact =
  ({ evidence }: MemoryEntry, reader: Pick<EvidenceStore, 'open'>) =>
  (name: Dimension): void => {
    const last = Math.max(...evidence.map(({ atMs }) => atMs ?? 0));
    const at = name === 'recency' ? evidence.findIndex(({ atMs }) => (atMs ?? 0) === last) : 0;
    reader.open(evidence, Math.max(0, at));
  };
