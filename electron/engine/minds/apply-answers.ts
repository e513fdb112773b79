// What proven answers make of the engine's verdicts. Whatever a model changed waits for a person's eye: it is marked, and
// nothing settles it by itself.
import type { Theme, Verdict } from '../../../shared/dream.ts';
import { asEntryId } from '../../../shared/ids.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { MindDecision } from '../../../shared/models.ts';
import { worstOrigin } from '../../../shared/origin.ts';
import { assertNever } from '../../../shared/result.ts';
import type { Proven } from './consolidator.ts';

export interface Applied {
  readonly verdicts: readonly Verdict[];
  readonly decisions: readonly MindDecision[];
}

/** Whether the answer makes anything other than what the engine did. */
export const isChange = ({ operation, wording, item }: Proven): boolean =>
  operation !== item.undecided.engine || wording !== null;

export const decisionOf = (proven: Proven): MindDecision => {
  const { what, verdict, engine } = proven.item.undecided;
  return {
    what,
    text: verdict.theme.text,
    engine,
    mind: proven.wording === null ? proven.operation : `${proven.operation}: “${proven.wording}”`,
    because: proven.because,
    isChanged: isChange(proven),
  };
};

const keyOf = ({ session, turn, quote }: Evidence): string => `${session}|${turn}|${quote}`;

/** All that proves either proves the one that stays. */
export function joined(kept: Theme, other: Theme): Theme {
  const known = new Set(kept.evidence.map(keyOf));
  const evidence = [...kept.evidence, ...other.evidence.filter((one) => !known.has(keyOf(one)))];
  const days = new Set(
    evidence.flatMap(({ atMs }) => (atMs === null ? [] : [Math.floor(atMs / 86_400_000)])),
  );
  const times = [kept, other]
    .flatMap(({ firstAtMs, lastAtMs }) => [firstAtMs, lastAtMs])
    .filter((at) => at !== null);
  return {
    ...kept,
    evidence,
    sessions: new Set(evidence.map(({ agent, session }) => `${agent}:${session}`)).size,
    days: Math.max(kept.days, days.size),
    agents: [...new Set([...kept.agents, ...other.agents])].sort(),
    projects: [...new Set([...kept.projects, ...other.projects])].sort(),
    wordings: kept.wordings + other.wordings,
    slips: kept.slips + other.slips,
    taint: worstOrigin([kept.taint, other.taint]),
    firstAtMs: times.length === 0 ? null : times.reduce((a, b) => (a < b ? a : b)),
    lastAtMs: times.length === 0 ? null : times.reduce((a, b) => (a > b ? a : b)),
    signalIds: [...new Set([...kept.signalIds, ...other.signalIds])].sort(),
  };
}

function changed(verdict: Verdict, proven: Proven, by: string): Verdict {
  const { operation, wording, because } = proven;
  const mind = { by, engine: proven.item.undecided.engine, because };
  const reason = `${by}: ${because}`;
  const theme = wording === null ? verdict.theme : { ...verdict.theme, text: wording };
  switch (operation) {
    case 'add':
      return { ...verdict, theme, decision: 'promote', mind, reason };
    case 'hold':
      return { ...verdict, decision: 'hold', closes: [], contradicts: false, mind, reason };
    case 'keep-both':
      return { ...verdict, theme, closes: [], contradicts: false, mind, reason };
    case 'merge': {
      const { other } = proven.item.undecided;
      const knownAs = other?.kind === 'entry' ? asEntryId(other.id) : null;
      return { ...verdict, decision: 'known', closes: [], knownAs, mind, reason };
    }
    case 'replace':
    case 'keep':
      return { ...verdict, theme, mind, reason };
    default:
      return assertNever(operation);
  }
}

/** Pure. The order of verdicts stays. */
export function applyAnswers(verdicts: readonly Verdict[], answers: readonly Proven[], by: string): Applied {
  // What a reader found may stand already; an answer that holds it back takes it out again.
  const acts = (one: Proven): boolean => isChange(one) || one.item.undecided.what === 'pattern';
  const changes = new Map(answers.filter(acts).map((one) => [one.item.undecided.verdict.theme.id, one]));
  const joins = new Map<string, Theme[]>();
  for (const { operation, item } of changes.values()) {
    const { other, verdict } = item.undecided;
    if (operation === 'merge' && other?.kind === 'theme')
      joins.set(other.id, [...(joins.get(other.id) ?? []), verdict.theme]);
  }
  return {
    verdicts: verdicts.map((verdict) => {
      const proven = changes.get(verdict.theme.id);
      const after = proven === undefined ? verdict : changed(verdict, proven, by);
      const others = joins.get(verdict.theme.id) ?? [];
      if (others.length === 0) return after;
      const mind = after.mind ?? { by, engine: 'keep-both', because: 'it says what another one said' };
      return { ...after, theme: others.reduce(joined, after.theme), mind };
    }),
    decisions: answers.map(decisionOf),
  };
}
