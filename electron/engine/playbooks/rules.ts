// Finds the rules of one kind of work: what to run first, what to leave out, what tells whether it went well. Each is a
// difference between sessions that went well and sessions that did not, or a step that alone turned one into the other.
import type { Attempt } from './attempts.ts';
import { gainOf, luckOf, type Contrast } from './contrast.ts';

export interface Rule {
  readonly part: 'step' | 'pitfall' | 'check';
  readonly goal: string;
  /** The step's or the check's family, or the option that is left out. */
  readonly what: string;
  /** Obeying it against not obeying it, by sessions. */
  readonly contrast: Contrast;
  /** 0 to 1: how likely the difference is mere luck, times the rules that were looked at beside it. */
  readonly luck: number;
  /** Sessions in which it alone turned a failure into a success. */
  readonly turns: readonly { readonly failed: Attempt; readonly passed: Attempt }[];
  /** Enough is known to say so; else it is told as weak. */
  readonly isSure: boolean;
  /** Worth a proposal; else it is only counted. */
  readonly isOffered: boolean;
  /** Attempts that show it: where it alone made the difference, then what went badly without it, then what went well. */
  readonly proofs: readonly Attempt[];
}

// Below one in twenty a difference is no luck, by custom; at one in five it is worth a person's look where nothing
// speaks against it.
const luckSure = 0.05;
const luckToShow = 0.2;
// Like a mended failure: seen so often, it is no chance.
const turnsSure = 3;
const stepsBetweenMax = 3;
// What was seen in one session alone is that session's.
const sessionsMin = 2;
const rulesPerPartMax = 3;
const sessionsToCheck = 3;
const checkedShareMin = 0.6;

type Obeys = (attempt: Attempt) => boolean;

/** Of each session the first attempt that obeyed and the first that did not, so that no session counts twice. */
function unitsOf(sessions: readonly (readonly Attempt[])[], obeys: Obeys): readonly Attempt[] {
  return sessions.flatMap((attempts) => {
    const [first, other] = [attempts.find(obeys), attempts.find((one) => !obeys(one))];
    return [first, other].filter((one) => one !== undefined);
  });
}

function contrastOf(units: readonly Attempt[], obeys: Obeys): Contrast {
  const count = (obeyed: boolean, went: Attempt['went']): number =>
    units.filter((one) => obeys(one) === obeyed && one.went === went).length;
  return {
    withWell: count(true, 'well'),
    withBadly: count(true, 'badly'),
    withoutWell: count(false, 'well'),
    withoutBadly: count(false, 'badly'),
  };
}

/** One attempt failed, the next went well, and this is what was changed between them: the first such of each session. */
function turnsOf(
  sessions: readonly (readonly Attempt[])[],
  isTurn: (failed: Attempt, passed: Attempt) => boolean,
): Rule['turns'] {
  return sessions.flatMap((attempts) => {
    for (const [at, passed] of attempts.entries()) {
      const failed = attempts[at - 1];
      if (failed?.went !== 'badly' || passed.went !== 'well' || passed.editedSince) continue;
      if (isTurn(failed, passed)) return [{ failed, passed }];
    }
    return [];
  });
}

interface Looked {
  readonly goal: string;
  readonly sessions: readonly (readonly Attempt[])[];
  /** How many rules of the part were looked at: the more, the likelier that one fits by luck. */
  readonly looked: number;
}

function ruleOf(
  { goal, sessions, looked }: Looked,
  part: 'step' | 'pitfall',
  what: string,
  obeys: Obeys,
  turns: Rule['turns'],
): Rule {
  const units = unitsOf(sessions, obeys);
  const contrast = contrastOf(units, obeys);
  const luck = Math.min(1, luckOf(contrast) * Math.max(1, looked));
  const isSure = luck <= luckSure || turns.length >= turnsSure;
  // done from the beginning, and it went well: it prevents, and does not only mend
  const prevented = sessions.filter(
    ([first]) => first !== undefined && obeys(first) && first.went === 'well',
  );
  const isSeen = turns.length > 0 || (contrast.withoutBadly >= sessionsMin && luck <= luckToShow);
  // of a step that never failed, or an option that never went well, a turn is enough to show it
  const isClean = part === 'step' ? contrast.withBadly === 0 : contrast.withoutWell === 0;
  const isWeak = isClean && isSeen && prevented.length >= sessionsMin;
  const isOffered =
    gainOf(contrast) > 0 && prevented.length > 0 && contrast.withoutBadly > 0 && (isSure || isWeak);
  const proofs = [
    ...turns.flatMap(({ failed, passed }) => [failed, passed]),
    ...units.filter((one) => !obeys(one) && one.went === 'badly'),
    ...units.filter((one) => obeys(one) && one.went === 'well'),
  ];
  return { part, goal, what, contrast, luck, turns, isSure, isOffered, proofs: [...new Set(proofs)] };
}

/** What stands in at least two sessions; what was seen in one tells nothing of the others. */
function recurring(
  sessions: readonly (readonly Attempt[])[],
  of: (attempt: Attempt) => Iterable<string>,
): readonly string[] {
  const counts = new Map<string, number>();
  for (const attempts of sessions)
    for (const what of new Set(attempts.flatMap((one) => [...of(one)])))
      counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= sessionsMin)
    .map(([what]) => what)
    .sort();
}

function stepRules(goal: string, sessions: readonly (readonly Attempt[])[]): readonly Rule[] {
  const steps = recurring(sessions, (one) => one.before.keys());
  return steps.map((step) => {
    const turns = turnsOf(
      sessions,
      (failed, passed) =>
        !failed.before.has(step) && passed.since.has(step) && passed.since.size <= stepsBetweenMax,
    );
    const looked = { goal, sessions, looked: steps.length };
    return ruleOf(looked, 'step', step, (one) => one.before.has(step), turns);
  });
}

/** Options with which it went badly, and never well. */
function pitfallRules(goal: string, sessions: readonly (readonly Attempt[])[]): readonly Rule[] {
  const all = sessions.flat();
  const bad = new Set(all.flatMap((one) => (one.went === 'badly' ? [...one.options] : [])));
  const good = new Set(all.flatMap((one) => (one.went === 'well' ? [...one.options] : [])));
  const options = [...bad].filter((option) => !good.has(option)).sort();
  return options.flatMap((option) => {
    const turns = turnsOf(
      sessions,
      (failed, passed) =>
        failed.options.has(option) && !passed.options.has(option) && passed.since.size === 0,
    );
    const looked = { goal, sessions, looked: options.length };
    return ruleOf(looked, 'pitfall', option, (one) => !one.options.has(option), turns);
  });
}

/** Checks that usually follow, and that found out what had gone wrong. */
function checkRules(goal: string, sessions: readonly (readonly Attempt[])[]): readonly Rule[] {
  const families = recurring(sessions, (one) => one.checkedBy.map(({ family }) => family));
  return families.map((family): Rule => {
    const checked = sessions.flatMap((attempts) => {
      const one = attempts.find(({ checkedBy }) => checkedBy.some((check) => check.family === family));
      return one === undefined ? [] : [one];
    });
    const failedIn = (one: Attempt): boolean =>
      one.checkedBy.some((check) => check.family === family && check.failed);
    const caught = checked.filter(failedIn);
    const missed = checked.filter((one) => !failedIn(one) && one.went === 'badly');
    const isUsual = checked.length >= sessionsToCheck && checked.length >= checkedShareMin * sessions.length;
    return {
      part: 'check',
      goal,
      what: family,
      contrast: { withWell: caught.length, withBadly: missed.length, withoutWell: 0, withoutBadly: 0 },
      luck: 1,
      turns: [],
      isSure: caught.length >= turnsSure && isUsual,
      isOffered: caught.length >= sessionsMin && isUsual && missed.length < caught.length,
      proofs: caught,
    };
  });
}

const strongestFirst = (a: Rule, b: Rule): number =>
  b.turns.length - a.turns.length ||
  a.luck - b.luck ||
  gainOf(b.contrast) - gainOf(a.contrast) ||
  (a.what < b.what ? -1 : 1);

/** Beyond the strongest of each part a rule is counted, and not offered: a playbook is read in every session. */
function offerFew(rules: readonly Rule[]): readonly Rule[] {
  const ordered = [...rules].sort(strongestFirst);
  const kept = new Set(ordered.filter(({ isOffered }) => isOffered).slice(0, rulesPerPartMax));
  return ordered.map((rule) => (kept.has(rule) ? rule : { ...rule, isOffered: false }));
}

/** Every rule that was looked at, the strongest of each part first. `sessions`: the attempts of each, in order. */
export const rulesOf = (goal: string, sessions: readonly (readonly Attempt[])[]): readonly Rule[] => [
  ...offerFew(stepRules(goal, sessions)),
  ...offerFew(pitfallRules(goal, sessions)),
  ...offerFew(checkRules(goal, sessions)),
];
