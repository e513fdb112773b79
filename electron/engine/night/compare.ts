// Two nights side by side: what each proposed that the other did not, and where they judged the same theme differently.
// Pure: several dreams over one memory, with other instructions or another day, are told apart here.
import type { Receipt, Theme, Verdict } from '../../../shared/dream.ts';
import type { Judgement, NightComparison, NightSummary, VerdictDifference } from '../../../shared/nights.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { NightRecord } from '../store/nights.ts';

/** What is compared of a verdict. */
export interface Judged extends Pick<Verdict, 'decision' | 'score' | 'gates'> {
  readonly theme: Pick<Theme, 'kind' | 'scope' | 'text'>;
}

export interface NightToCompare extends Pick<NightRecord, 'receipt' | 'proposal'> {
  readonly verdicts: readonly Judged[];
}

export function compareNights(first: NightToCompare, second: NightToCompare): NightComparison {
  const differences = verdictDifferences(first.verdicts, second.verdicts);
  return {
    first: first.receipt,
    second: second.receipt,
    changes: compareChanges(first.proposal.changes, second.proposal.changes),
    verdicts: differences.different,
    alike: differences.alike,
  };
}

export const summaryOf = (receipt: Receipt): NightSummary => ({
  nightId: receipt.nightId,
  startedAtMs: receipt.startedAtMs,
  nowMs: receipt.nowMs,
  outcome: receipt.outcome,
  instructions: receipt.instructions,
  proposed: receipt.proposed,
  stageMs: receipt.stageMs,
  tookMs: receipt.tookMs,
  agents: receipt.agents ?? null,
  asked: (receipt.mind?.calls ?? 0) === 0 ? null : receipt.cost,
});

/** One change has one id on every night; where one night closes more than the other, what comes after is the same. */
const sameAfter = (change: Change): string =>
  change.after === null ? change.id : `${change.after.scope}\n${change.after.text}`;

function compareChanges(first: readonly Change[], second: readonly Change[]): NightComparison['changes'] {
  const left = new Set(second);
  const take = (fits: (other: Change) => boolean): Change | undefined => {
    const found = [...left].find(fits);
    if (found !== undefined) left.delete(found);
    return found;
  };
  const byId = first.map((change) => ({ change, other: take((other) => other.id === change.id) }));
  const pairs = byId.map(({ change, other }) => ({
    change,
    other: other ?? take((one) => sameAfter(one) === sameAfter(change)),
  }));
  return {
    both: pairs.flatMap(({ change, other }) =>
      other === undefined ? [] : [{ first: change, second: other }],
    ),
    onlyFirst: pairs.filter(({ other }) => other === undefined).map(({ change }) => change),
    onlySecond: [...left],
  };
}

const judgementOf = (verdict: Judged): Judgement => ({
  decision: verdict.decision,
  score: verdict.score,
  gate: verdict.gates.find((gate) => !gate.passed)?.name ?? null,
});

/** A theme is told by what it says and where it holds: its id may hang on the signals that made it up. */
const themeKey = ({ theme }: Judged): string => `${theme.kind}\n${theme.scope}\n${theme.text}`;

/** Shown scores have two digits. */
const scoreStep = 0.005;

const isAlike = (a: Judgement, b: Judgement): boolean =>
  a.decision === b.decision && a.gate === b.gate && Math.abs(a.score - b.score) < scoreStep;

function verdictDifferences(
  first: readonly Judged[],
  second: readonly Judged[],
): { readonly different: readonly VerdictDifference[]; readonly alike: number } {
  const others = new Map(second.map((verdict) => [themeKey(verdict), verdict]));
  const mine = new Set(first.map(themeKey));
  const pairs = [
    ...first.map((verdict) => ({ first: verdict, second: others.get(themeKey(verdict)) ?? null })),
    ...second
      .filter((verdict) => !mine.has(themeKey(verdict)))
      .map((verdict) => ({ first: null, second: verdict })),
  ];
  const all = pairs.flatMap(({ first: a, second: b }): readonly VerdictDifference[] => {
    const theme = (a ?? b)?.theme;
    if (theme === undefined) return [];
    const judged = { first: a && judgementOf(a), second: b && judgementOf(b) };
    return [{ text: theme.text, kind: theme.kind, scope: theme.scope, ...judged }];
  });
  const different = all.filter(({ first: a, second: b }) => a === null || b === null || !isAlike(a, b));
  return { different: different.toSorted(widestFirst), alike: all.length - different.length };
}

/** Another decision weighs more than another gate, and that more than another score. */
function distance({ first, second }: VerdictDifference): number {
  if (first === null || second === null) return (first ?? second)?.decision === 'promote' ? 3 : 0;
  const decision = first.decision === second.decision ? 0 : 2;
  const gate = first.gate === second.gate ? 0 : 1;
  return decision + gate + Math.abs(first.score - second.score);
}

const widestFirst = (a: VerdictDifference, b: VerdictDifference): number =>
  distance(b) - distance(a) || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
