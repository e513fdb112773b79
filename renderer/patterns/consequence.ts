// Which pattern comes first: what costs most, said most often, to most agents. Pure.
import type { Pattern, PatternKind } from '../../shared/contract.ts';
import type { AgentKind } from '../../shared/transcript.ts';

/** What a mistake costs each time is more than what a stale line does. */
const costs: Readonly<Record<PatternKind, number>> = {
  'repeated-mistake': 4,
  contradiction: 3,
  'shared-preference': 2,
  stale: 1,
};

/** Rarer since agents are given the rule, as its curve says. */
export const isSettling = ({ since }: Pattern): boolean => since?.verdict === 'helps';

export function consequence(pattern: Pattern): number {
  const reach = Math.max(1, pattern.agents.length) * (pattern.scope === 'global' ? 2 : 1);
  const weight = costs[pattern.kind] * reach * Math.max(1, pattern.sessions);
  // What the last change already helps asks for nobody's hand.
  return isSettling(pattern) ? weight / 8 : weight;
}

export interface Shown {
  readonly agent: AgentKind | null;
  readonly isMutedShown: boolean;
}

export interface PatternsInOrder {
  readonly open: readonly Pattern[];
  readonly muted: readonly Pattern[];
}

export function inOrder(patterns: readonly Pattern[], { agent }: Pick<Shown, 'agent'>): PatternsInOrder {
  const sorted = patterns
    .filter(({ agents }) => agent === null || agents.includes(agent))
    .toSorted((a, b) => consequence(b) - consequence(a) || (a.id < b.id ? -1 : 1));
  return { open: sorted.filter(({ isMuted }) => !isMuted), muted: sorted.filter(({ isMuted }) => isMuted) };
}

/** More than a month is told by the week: days would be too narrow to read. */
export const daysMax = 31;

/** Sums of seven, the last of which ends with the last. */
export function byWeek(days: readonly number[]): readonly number[] {
  const weeks = Array.from({ length: Math.ceil(days.length / 7) }, () => 0);
  days.forEach((n, i) => {
    const at = weeks.length - 1 - Math.floor((days.length - 1 - i) / 7);
    weeks[at] = (weeks[at] ?? 0) + n;
  });
  return weeks;
}
