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

export interface KindWeeks {
  readonly kind: PatternKind;
  /** As many weeks for each kind, the newest last. */
  readonly weeks: readonly number[];
}

const kinds: readonly PatternKind[] = ['repeated-mistake', 'contradiction', 'shared-preference', 'stale'];

/** How often each kind was heard, week by week; a kind that was never heard is left out. */
export function weeksByKind(patterns: readonly Pattern[]): readonly KindWeeks[] {
  const length = Math.max(0, ...patterns.map(({ weeks }) => weeks.length));
  return kinds
    .map((kind) => {
      const ofKind = patterns.filter((each) => each.kind === kind);
      const weeks = Array.from({ length }, (_, i) =>
        ofKind.reduce((sum, each) => sum + (each.weeks[each.weeks.length - length + i] ?? 0), 0),
      );
      return { kind, weeks };
    })
    .filter(({ weeks }) => weeks.some((n) => n > 0));
}
