// Of themes that say one thing one stands for all: what was said of it in any of them is evidence of it. It
// holds where the one does: that the others widen it put more rules of one project everywhere than it mended.
import type { Theme } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/memory.ts';
import { worstOrigin } from '../../../shared/origin.ts';

const dayMs = 86_400_000;

const distinct = <T extends string>(items: readonly T[]): readonly T[] => [...new Set(items)].sort();

/** Oldest first, as a theme's own. */
function evidenceOf(themes: readonly Theme[]): readonly Evidence[] {
  const byKey = new Map<string, Evidence>();
  for (const one of themes.flatMap(({ evidence }) => evidence)) {
    const key = `${one.session}|${one.turn}|${one.quote}`;
    if (!byKey.has(key)) byKey.set(key, one);
  }
  return [...byKey.values()].sort(
    (a, b) =>
      (a.atMs ?? 0) - (b.atMs ?? 0) ||
      (a.session === b.session ? a.turn - b.turn : a.session < b.session ? -1 : 1),
  );
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** Pure. The wording, the score, the scope and the id stay those of the first. */
export function pooled(theme: Theme, others: readonly Theme[]): Theme {
  if (others.length === 0) return theme;
  const all = [theme, ...others];
  const evidence = evidenceOf(all);
  const times = evidence.flatMap(({ atMs }) => (atMs === null ? [] : [atMs]));
  const bounds = (of: (one: Theme) => EpochMs | null): readonly EpochMs[] =>
    all.flatMap((one) => of(one) ?? []).sort((a, b) => a - b);
  return {
    ...theme,
    evidence,
    sessions: Math.max(theme.sessions, new Set(evidence.map(({ session }) => session)).size),
    days: Math.max(theme.days, new Set(times.map((ms) => Math.floor(ms / dayMs))).size),
    agents: distinct(all.flatMap(({ agents }) => agents)),
    projects: distinct(all.flatMap(({ projects }) => projects)),
    wordings: sum(all.map(({ wordings }) => wordings)),
    slips: sum(all.map(({ slips }) => slips)),
    ruleLike: sum(all.map(({ ruleLike }) => ruleLike)),
    firstAtMs: bounds(({ firstAtMs }) => firstAtMs)[0] ?? null,
    lastAtMs: bounds(({ lastAtMs }) => lastAtMs).at(-1) ?? null,
    taint: worstOrigin(all.map(({ taint }) => taint)),
    signalIds: distinct(all.flatMap(({ signalIds }) => signalIds)),
  };
}
