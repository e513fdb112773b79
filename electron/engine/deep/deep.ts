// Deep sleep: decide. Scores each theme, asks the gates, holds it against the memory there is.
import type { OwnersWord } from '../../../shared/decisions.ts';
import { noWordYet } from '../../../shared/decisions.ts';
import type { InstructionsUnderstood, Repeat, Theme, Verdict } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Dimensions, MemoryEntry } from '../../../shared/memory.ts';
import { usualThresholds, type Thresholds } from '../../../shared/settings.ts';
import { createGateShelf, gatesOf, isWeakEvidence } from './gates.ts';
import { namedBy, namedByAgents, noFocus, type AgentFocus } from './instructions.ts';
import { doublesOf, repeatsOf, shelve, standingOf, type Shelf, type Standing } from './reconcile.ts';
import { readWord, type WordRead } from './owners-word.ts';
import { dimensionsOf, scoreOf } from './score.ts';

export interface Decided {
  readonly verdicts: readonly Verdict[];
  readonly repeats: readonly Repeat[];
}

export interface DeepInput {
  readonly themes: readonly Theme[];
  readonly entries: readonly MemoryEntry[];
  readonly instructions: InstructionsUnderstood | null;
  /** How often each word stood in talk that is no rule; left out: nothing is known of it. */
  readonly ordinary?: Readonly<Record<string, number>>;
  /** What each agent's owner wants of it; left out: nothing. */
  readonly agentFocus?: AgentFocus;
  readonly nowMs: EpochMs;
  /** What its owner said to earlier nights. */
  readonly word?: OwnersWord;
  /** Left out: the usual ones. */
  readonly thresholds?: Thresholds;
  /** Left out: the usual ones. */
  readonly weights?: Dimensions;
}

// What the instructions name needs this much less: one session more or less decides no longer.
const raisePerName = 0.05;

const noStanding: Standing = { knownAs: null, closes: [], outdatedBy: null, neighbours: [] };

interface Judged extends Pick<Verdict, 'theme' | 'score' | 'dimensions' | 'gates' | 'isWeak'> {
  readonly passed: boolean;
  readonly standing: Standing;
}

/**
 * It says itself that something known is no longer so: an entry, or an older stance that was said several times. What
 * only disagrees must have been said in several ways, or a phrase would do.
 */
function takesPlace(theme: Theme, standing: Standing): boolean {
  if (standing.closes.some((closed) => closed.isSettled === true)) return true;
  const saysSo = theme.announcesChange || theme.negated.length > 0;
  if (!saysSo && (theme.sessions < 2 || theme.wordings < 2)) return false;
  return theme.closesValues.length > 0 || standing.closes.some((closed) => closed.isSure);
}

function judge(theme: Theme, shelf: Shelf, word: WordRead, input: DeepInput): Judged {
  const { nowMs, instructions, agentFocus = noFocus, thresholds = usualThresholds, weights } = input;
  const dimensions = dimensionsOf(theme, nowMs);
  const score = scoreOf(dimensions, weights);
  const standing = theme.closedBy === null ? standingOf(theme, shelf) : noStanding;
  const named = Math.max(instructions ? namedBy(theme, instructions) : 0, namedByAgents(theme, agentFocus));
  const replaces = takesPlace(theme, standing);
  const refusal = standing.knownAs === null ? word.refusalOf(theme) : null;
  const gates = gatesOf(theme, {
    score,
    raise: raisePerName * named,
    takesPlace: replaces,
    instructions,
    agentFocus,
    refusal,
    thresholds,
  });
  return {
    isWeak: isWeakEvidence(theme, replaces, thresholds),
    theme,
    score,
    dimensions,
    gates,
    standing,
    passed: gates.every((gate) => gate.passed),
  };
}

const closesNothing: Verdict['closes'] = [];

/** What the theme closes, and what those close that say the same in other words. */
function closedBy(judged: Judged, others: readonly Judged[]): Standing['closes'] {
  const own = judged.standing.closes;
  const more = others
    .flatMap(({ standing }) => standing.closes)
    .filter((one) => one.entryId !== judged.standing.knownAs?.id);
  const ids = new Set<string>();
  return [...own, ...more].filter(({ entryId }) => {
    const isNew = !ids.has(entryId);
    ids.add(entryId);
    return isNew;
  });
}

function verdictOf(judged: Judged, twin: Theme | undefined, sayTheSame: readonly Judged[]): Verdict {
  const { passed, standing, ...rest } = judged;
  const base = {
    ...rest,
    closes: closesNothing,
    knownAs: null,
    contradicts: false,
    neighbours: standing.neighbours,
  };
  if (rest.theme.closedBy !== null) {
    return { ...base, decision: 'stale', reason: `held until “${rest.theme.closedBy}” was said` };
  }
  if (standing.outdatedBy !== null) {
    return { ...base, decision: 'stale', reason: `memory holds a newer word: “${standing.outdatedBy.text}”` };
  }
  const failed = rest.gates.find((gate) => !gate.passed);
  if (!passed)
    return { ...base, decision: 'hold', reason: `${failed?.name ?? 'gate'}: ${failed?.reason ?? ''}` };
  if (twin)
    return { ...base, decision: 'known', reason: `“${twin.text}” says the same, and was said more often` };
  const closes = closedBy(judged, sayTheSame);
  return {
    ...base,
    closes: closes.map(({ entryId, because }) => ({ entryId, because })),
    knownAs: standing.knownAs?.id ?? null,
    contradicts: closes.some(({ isSure }) => !isSure),
    decision: standing.knownAs ? 'known' : 'promote',
    reason: standing.knownAs ? `memory says it already: “${standing.knownAs.text}”` : 'passed every gate',
  };
}

/** Of two that take the place of one entry and name the same value, the one that was said more often stands. */
function sameReplacements(judged: readonly Judged[]): ReadonlyMap<string, Theme> {
  const byClosed = new Map<string, Judged[]>();
  const strongest = [...judged].sort(
    (a, b) => b.theme.sessions - a.theme.sessions || b.score - a.score || (a.theme.id < b.theme.id ? -1 : 1),
  );
  const doubles = new Map<string, Theme>();
  for (const one of strongest) {
    const others = one.standing.closes.flatMap((closed) => byClosed.get(closed.entryId) ?? []);
    const affirmed = one.theme.values
      .filter((value) => value.polarity === 'affirmed')
      .map((value) => value.word);
    const twin = others.find(({ theme }) =>
      affirmed.some((word) => theme.terms.includes(word) && !theme.negated.includes(word)),
    );
    if (twin) doubles.set(one.theme.id, twin.theme);
    else
      for (const { entryId } of one.standing.closes)
        byClosed.set(entryId, [...(byClosed.get(entryId) ?? []), one]);
  }
  return doubles;
}

/** By the theme that stands for them, those that say the same. */
function saidByAnother(
  standing: readonly Judged[],
  doubles: ReadonlyMap<string, Theme>,
): ReadonlyMap<string, readonly Judged[]> {
  const alike = new Map<string, Judged[]>();
  for (const one of standing) {
    const twin = doubles.get(one.theme.id);
    if (twin === undefined) continue;
    const others = alike.get(twin.id);
    if (others === undefined) alike.set(twin.id, [one]);
    else others.push(one);
  }
  return alike;
}

/** Pure. Verdicts in the order of the score, the best first. */
export function decide(input: DeepInput): Decided {
  const word = readWord(input.word ?? noWordYet);
  const shelf = shelve(input.entries, word);
  const shared = createGateShelf();
  const judged = input.themes.map((theme) => {
    const one = judge(theme, shelf, word, input);
    return { ...one, gates: shared(one.gates) };
  });
  const standing = judged.filter((j) => j.passed && j.theme.closedBy === null);
  const saidTwice = doublesOf(
    standing.map((j) => j.theme),
    input.themes,
    input.ordinary,
  );
  const doubles = new Map([
    ...saidTwice,
    ...sameReplacements(standing.filter((j) => !saidTwice.has(j.theme.id))),
  ]);
  const alike = saidByAnother(standing, doubles);
  const verdicts = judged
    .map((one) => verdictOf(one, doubles.get(one.theme.id), alike.get(one.theme.id) ?? []))
    .sort((a, b) => b.score - a.score || (a.theme.id < b.theme.id ? -1 : 1));
  const closed = new Set(verdicts.flatMap((verdict) => verdict.closes.map((c) => c.entryId)));
  return { verdicts, repeats: repeatsOf(shelf, closed) };
}
