// Asks of learned weights whether they would have agreed with their owner on nights that they were not learned from, and
// advises for them only where they would have, by more than chance makes of it.
import type { Agreement, Judgement, JudgedNight, RightDecisions } from '../../../shared/judgement.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import { inOrder, learnWeights, type DecidedChange } from './learn.ts';
import { partsOf } from './parts.ts';
import { fitThreshold, type Fitting } from './threshold.ts';

// Below these, six weights fit whatever was decided by chance.
const decisionsMin = 20;
const ofEachMin = 4;
// A gain of fewer standard errors than these may be luck.
const errorsMin = 1.5;
// Whose decisions are foretold so well decides by the six dimensions: then any gain is one.
const foretoldMin = 0.92;
const gainMin = 0.002;
// Where the usual weights agree so often, there is more to lose than to gain.
const alreadyMin = 0.985;

const share = (right: number, pairs: number): number =>
  pairs === 0 ? 1 : Math.round((1000 * right) / pairs) / 1000;

interface Compared {
  /** For each approved one and each rejected one: whether the weights put them in order. */
  readonly usual: readonly (readonly number[])[];
  readonly learned: readonly (readonly number[])[];
}

/** Each pair by weights that were learned without both of their parts. */
function compare(decided: readonly DecidedChange[], usual: Dimensions): Compared {
  const parts = partsOf(decided);
  const learned = new Map<string, Dimensions>();
  const weightsWithout = (a: number, b: number): Dimensions => {
    const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
    const known = learned.get(key);
    if (known) return known;
    const rest = decided.filter((_, at) => parts[at] !== a && parts[at] !== b);
    const weights = learnWeights(rest, usual);
    learned.set(key, weights);
    return weights;
  };
  const places = [...decided.keys()];
  const of = (approved: boolean): readonly number[] =>
    places.filter((at) => decided[at]?.approved === approved);
  const table = (weightsOf: (a: number, b: number) => Dimensions): Compared['usual'] =>
    of(true).map((yes) =>
      of(false).map((no) => {
        const [one, other] = [decided[yes], decided[no]];
        return one && other ? inOrder(weightsOf(parts[yes] ?? 0, parts[no] ?? 0), one, other) : 0;
      }),
    );
  return { usual: table(() => usual), learned: table(weightsWithout) };
}

const mean = (all: readonly number[]): number =>
  all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);
const spread = (all: readonly number[]): number => {
  const middle = mean(all);
  return all.reduce((sum, one) => sum + (one - middle) ** 2, 0) / Math.max(1, all.length - 1);
};

/** How many standard errors the gain is wide: DeLong's for two scores over the same pairs. */
function errorsOf({ usual, learned }: Compared): number {
  const gains = learned.map((row, yes) => row.map((right, no) => right - (usual[yes]?.[no] ?? 0)));
  const byApproved = gains.map(mean);
  const byRejected = (gains[0] ?? []).map((_, no) => mean(gains.map((row) => row[no] ?? 0)));
  const variance =
    spread(byApproved) / Math.max(1, byApproved.length) + spread(byRejected) / Math.max(1, byRejected.length);
  const gain = mean(byApproved);
  return variance === 0 ? (gain > 0 ? Infinity : 0) : gain / Math.sqrt(variance);
}

const agreementOf = ({ usual, learned }: Compared): Agreement => {
  const [before, after] = [usual.flat(), learned.flat()];
  const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
  return {
    usual: share(sum(before), before.length),
    learned: share(sum(after), after.length),
    pairs: before.length,
  };
};

function nightsOf(decided: readonly DecidedChange[], usual: Dimensions): readonly JudgedNight[] {
  return [...Map.groupBy(decided, (one) => one.night)].map(([night, part]) => {
    const rest = decided.filter((one) => one.night !== night);
    const learned = learnWeights(rest, usual);
    const [yes, no] = [part.filter((one) => one.approved), part.filter((one) => !one.approved)];
    const table = (weights: Dimensions): Compared['usual'] =>
      yes.map((one) => no.map((other) => inOrder(weights, one, other)));
    const isEmpty = rest.length === 0 || yes.length === 0 || no.length === 0;
    const agreement = isEmpty ? null : agreementOf({ usual: table(usual), learned: table(learned) });
    return { night, approved: yes.length, rejected: no.length, agreement };
  });
}

const percent = (part: number): string => `${(100 * part).toFixed(0)} %`;

function adviceOf(
  counts: Pick<Judgement, 'approved' | 'rejected'>,
  compared: Compared,
  right: RightDecisions,
): Pick<Judgement, 'advice' | 'because'> {
  const { approved, rejected } = counts;
  if (approved + rejected < decisionsMin || Math.min(approved, rejected) < ofEachMin) {
    const because = `${approved} approved and ${rejected} rejected: it takes ${decisionsMin} decisions, of which ${ofEachMin} are of each kind.`;
    return { advice: 'too-early', because };
  }
  const { usual, learned } = agreementOf(compared);
  const figures = `on decisions that they were not learned from, your own weights agree with you in ${percent(learned)} of the pairs, the usual ones in ${percent(usual)}`;
  const gain = learned - usual;
  if (usual >= alreadyMin)
    return { advice: 'no-better', because: `The usual ones agree with you already: ${figures}.` };
  const isSure = gain >= gainMin && (learned >= foretoldMin || errorsOf(compared) >= errorsMin);
  const settled = `by the score alone they would have got ${right.learned} of ${right.decisions} decisions right, the usual ones ${right.usual}`;
  // An order that is better and a threshold that is worse would be a bad exchange.
  if (isSure && right.learned <= right.usual)
    return {
      advice: 'no-better',
      because: `A better order, and no better decisions: ${figures}; ${settled}.`,
    };
  if (isSure) return { advice: 'better', because: `They are better: ${figures}; ${settled}.` };
  return { advice: 'no-better', because: `Not surely better: ${figures}.` };
}

export interface Judged extends Pick<
  Judgement,
  'usual' | 'learned' | 'approved' | 'rejected' | 'backTest' | 'nights' | 'advice' | 'because' | 'right'
> {
  readonly learnedScoreMin: number;
}

/** Pure. */
export function judgeDecisions(fitting: Fitting): Judged {
  const { decided, usual } = fitting;
  const approved = decided.filter((one) => one.approved).length;
  const counts = { approved, rejected: decided.length - approved };
  const compared = compare(decided, usual);
  const learned = learnWeights(decided, usual);
  const { scoreMin, right } = fitThreshold(fitting, learned);
  return {
    usual,
    learned,
    learnedScoreMin: scoreMin,
    right,
    ...counts,
    backTest: agreementOf(compared),
    nights: nightsOf(decided, usual),
    ...adviceOf(counts, compared, right),
  };
}
