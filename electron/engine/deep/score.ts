// The weighted dimensions of a theme, each explained. The weights are OpenClaw's first ones and add up to 1; what each
// dimension means is ours, because a transcript has no search recalls to count.
import type { Theme } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Dimensions } from '../../../shared/memory.ts';

export const weights: Dimensions = {
  relevance: 0.3,
  frequency: 0.24,
  diversity: 0.15,
  recency: 0.15,
  consolidation: 0.1,
  richness: 0.06,
};

const dayMs = 86_400_000;
// 14 days, OpenClaw's half-life.
const halfLifeDays = 14;

const atMost1 = (n: number): number => Math.min(1, Math.max(0, n));
const round = (n: number): number => Math.round(n * 1000) / 1000;

/** How much it is worded like a rule, and whether it put something right. What tools did is relevant by itself. */
const relevance = (theme: Theme): number =>
  atMost1(0.25 + 0.6 * theme.strength + (theme.slips > 0 ? 0.15 : 0) + (theme.ruleLike > 1 ? 0.05 : 0));

/** Distinct sessions, a slip that was put right counting half again; 10 are enough. */
const frequency = (theme: Theme): number =>
  atMost1(Math.log1p(theme.sessions + theme.slips / 2) / Math.log(11));

/** Distinct agents, projects and wordings, beyond the first of each; 4 are enough. */
const diversity = (theme: Theme): number =>
  atMost1((Math.max(1, theme.agents.length) + Math.max(1, theme.projects.length) + theme.wordings - 2) / 5);

const recency = (theme: Theme, nowMs: EpochMs): number =>
  theme.lastAtMs === null ? 0 : atMost1(2 ** (-Math.max(0, nowMs - theme.lastAtMs) / dayMs / halfLifeDays));

/** Held over distinct days and over a span: OpenClaw's formula. */
function consolidation(theme: Theme): number {
  if (theme.days <= 1) return theme.days === 1 ? 0.2 : 0;
  const spanDays = ((theme.lastAtMs ?? 0) - (theme.firstAtMs ?? 0)) / dayMs;
  return atMost1(0.55 * Math.min(1, Math.log(theme.days) / Math.log(5)) + 0.45 * Math.min(1, spanDays / 7));
}

/** How much it says: 6 content words are enough. */
const richness = (theme: Theme): number => atMost1(theme.terms.length / 6);

export function dimensionsOf(theme: Theme, nowMs: EpochMs): Dimensions {
  return {
    relevance: round(relevance(theme)),
    frequency: round(frequency(theme)),
    diversity: round(diversity(theme)),
    recency: round(recency(theme, nowMs)),
    consolidation: round(consolidation(theme)),
    richness: round(richness(theme)),
  };
}

/** 0 to 1. `by`: the weights that its owner adopted; they add up to 1 as well. */
export const scoreOf = (d: Dimensions, by: Dimensions = weights): number =>
  round(
    by.relevance * d.relevance +
      by.frequency * d.frequency +
      by.diversity * d.diversity +
      by.recency * d.recency +
      by.consolidation * d.consolidation +
      by.richness * d.richness,
  );
