// Deciding with a model's help, in every mode: what the engine was unsure of, and what readers found, goes to the consolidator in small groups, each answer is proved, and what
// would change is graded until the rubric is satisfied or a round, a cap or its owner ends it. What fails leaves the
// engine's own result as it is.
import type { Verdict } from '../../../shared/dream.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { CapName, Grading, GradingRound, MindDecision, ModelFaultKind } from '../../../shared/models.ts';
import { assert, assertNever } from '../../../shared/result.ts';
import type { Rubric } from '../../../shared/settings.ts';
import type { ModelRequest } from '../deps.ts';
import { applyAnswers, decisionOf, isChange } from './apply-answers.ts';
import { askAll } from './ask-all.ts';
import { requestFor, type AskEnd, type Asking } from './ask.ts';
import {
  decisionSchema,
  itemsOf,
  ordersIn,
  prove,
  questionOf,
  type Asker,
  type ConsolidatorAnswer,
  type Item,
  type OrderFound,
  type Proven,
  type VerifyQuote,
} from './consolidator.ts';
import { faultedItems, gradingQuestion, roundOf, type GraderAnswer } from './grader.ts';
import { rubricFor } from '../../../shared/rubric.ts';
import { undecidedOf, type Found } from './undecided.ts';

export interface ConsultInput {
  readonly verdicts: readonly Verdict[];
  readonly entries: readonly MemoryEntry[];
  readonly asker: Asker;
  /** Another model may grade than the one that decides. */
  readonly grader: Asker;
  readonly rubrics: readonly Rubric[];
  readonly roundsMax: number;
  readonly verify: VerifyQuote;
  /** What readers found; left out for a night without readers. */
  readonly found?: Found;
}

/** How the asking ended: `null` where all was asked. */
export type Ended =
  | { readonly kind: 'cap'; readonly cap: CapName }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'stop'; readonly fault: ModelFaultKind; readonly detail: string };

export interface Consulted {
  readonly verdicts: readonly Verdict[];
  readonly decisions: readonly MindDecision[];
  readonly asked: number;
  /** Answered in an earlier night, for nothing. */
  readonly known: number;
  readonly orders: readonly OrderFound[];
  readonly dropped: Readonly<Record<string, number>>;
  readonly gradings: readonly Grading[];
  readonly ended: Ended | null;
}

/** Of one project at a time: words of one never stand beside another's. */
const groupMax = 8;

interface Gathering {
  readonly answers: Map<string, Proven>;
  readonly orders: OrderFound[];
  readonly dropped: Record<string, number>;
  ended: Ended | null;
}

const count = (dropped: Record<string, number>, why: string, n = 1): void =>
  void (dropped[why] = (dropped[why] ?? 0) + n);

function take(gathering: Gathering, item: Item, said: unknown, verify: VerifyQuote): void {
  const read = decisionSchema.safeParse(said);
  if (!read.success) return count(gathering.dropped, 'wrong shape');
  const proven = prove(item, read.data, verify);
  for (const why of proven.dropped) count(gathering.dropped, why);
  gathering.answers.set(item.name, proven);
}

function noteEnd(gathering: Gathering, end: AskEnd, items: number): void {
  if (end.kind === 'dropped') count(gathering.dropped, end.why, items);
  else gathering.ended = end;
}

function groupsOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const byScope = Map.groupBy(items, ({ undecided }) => undecided.verdict.theme.scope);
  return [...byScope.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / groupMax) }, (_, i) =>
      all.slice(i * groupMax, (i + 1) * groupMax),
    ),
  );
}

function takeAll(
  gathering: Gathering,
  items: readonly Item[],
  value: ConsolidatorAnswer,
  verify: VerifyQuote,
): void {
  const byName = new Map(items.map((item) => [item.name, item]));
  for (const said of value.decisions) {
    const item = byName.get(said.item);
    if (item) take(gathering, item, said, verify);
    else count(gathering.dropped, 'not asked for');
  }
  gathering.orders.push(...ordersIn(value.ordersInData, items, verify));
  const silent = items.filter(({ name }) => !value.decisions.some(({ item }) => item === name)).length;
  if (silent > 0) count(gathering.dropped, 'no answer', silent);
}

/** First what is known from earlier nights, then group after group as long as anything may be asked. */
async function consolidate(
  asking: Asking,
  items: readonly Item[],
  input: ConsultInput,
  gathering: Gathering,
): Promise<number> {
  const open: Item[] = [];
  for (const item of items) {
    const known = asking.known(item.hash);
    if (known !== null) take(gathering, item, { ...(known as object), item: item.name }, input.verify);
    else if (asking.isUnderWay(item.hash)) gathering.ended = { kind: 'waiting' };
    else if (asking.wasInVain(item.hash)) count(gathering.dropped, 'asked in vain before');
    else open.push(item);
  }
  const known = gathering.answers.size;
  await askGroups(asking, groupsOf(open), input.asker, input.verify, gathering);
  return known;
}

async function askGroups(
  asking: Asking,
  groups: readonly (readonly Item[])[],
  asker: Asker,
  verify: VerifyQuote,
  gathering: Gathering,
): Promise<void> {
  const answers = await askAll(
    asking,
    groups.map((group) => questionOf(group, asker)),
  );
  for (const [i, answered] of answers.entries()) {
    const group = groups[i] ?? [];
    if (answered.ok) takeAll(gathering, group, answered.value.value, verify);
    else noteEnd(gathering, answered.error, group.length);
  }
}

/** What the grader found, said to the consolidator in the grader's own words. */
function complaintOf(answer: GraderAnswer): string {
  const open = answer.criteria.filter(({ verdict }) => verdict === 'not-met');
  return open
    .map(({ criterion, reason }) => `${criterion}: ${reason}`)
    .join('\n')
    .slice(0, 4_000);
}

async function revise(
  asking: Asking,
  items: readonly Item[],
  answer: GraderAnswer,
  input: ConsultInput,
  gathering: Gathering,
): Promise<void> {
  const wish = `A grader found fault with what was answered before:\n${complaintOf(answer)}`;
  const instructions = input.asker.instructions === null ? wish : `${input.asker.instructions}\n\n${wish}`;
  const asker = { ...input.asker, instructions };
  const again = itemsOf(
    items.map(({ undecided }) => undecided),
    asker,
  ).map((item, i) => ({
    ...item,
    name: items[i]?.name ?? item.name,
  }));
  await askGroups(asking, groupsOf(again), asker, input.verify, gathering);
}

function explainedBy(end: AskEnd): string {
  switch (end.kind) {
    case 'cap':
      return `The cap “${end.cap}” ended the grading.`;
    case 'waiting':
      return 'The grading is under way in a batch.';
    case 'dropped':
    case 'stop':
      return end.detail ?? 'The grader gave no answer that could be read.';
    default:
      return assertNever(end);
  }
}

const endOf = (end: AskEnd): GradingRound => ({
  result: end.kind === 'dropped' ? 'failed' : 'interrupted',
  explanation: explainedBy(end),
  criteria: [],
});

/** The engine's own answer, where a model's did not stand. */
const asEngine = (proven: Proven): Proven => ({
  ...proven,
  operation: proven.item.undecided.engine,
  wording: null,
});

const saidOf = ({ item, operation, wording }: Proven) => [item.name, operation, wording];

/** Grades, has revised, and grades again. What is found fault with at the end goes back to the engine's own, and
 * what was revised into the same again is not graded a second time. */
async function grade(
  asking: Asking,
  rubric: Rubric,
  names: readonly string[],
  input: ConsultInput,
  gathering: Gathering,
): Promise<Grading> {
  const rounds: GradingRound[] = [];
  const changes = (): readonly Proven[] =>
    names.flatMap((name) => gathering.answers.get(name) ?? []).filter(isChange);
  const takeBack = (faulted: ReadonlySet<string>): void => {
    for (const proven of changes()) {
      if (faulted.has(proven.item.name)) gathering.answers.set(proven.item.name, asEngine(proven));
    }
  };
  const end = (result: Grading['result']): Grading => ({ project: rubric.project, result, rounds });
  for (let round = 1; changes().length > 0; round++) {
    const now = changes();
    const all = new Set(now.map(({ item }) => item.name));
    const [answered] = await askAll(asking, [gradingQuestion(now, rubric, round, input.grader)]);
    assert(answered !== undefined, 'one question has one answer');
    if (!answered.ok) {
      // What was answered and proved is kept, ungraded: each of it waits for its owner's eye in any case.
      const isRounds = answered.error.kind === 'cap' && answered.error.cap.startsWith('rounds-');
      if (!isRounds) noteEnd(gathering, answered.error, 0);
      rounds.push(endOf(answered.error));
      return end(isRounds ? 'round-limit' : (rounds.at(-1)?.result ?? 'failed'));
    }
    const answer = answered.value.value;
    const graded = roundOf(answer, now, rubric);
    rounds.push(graded);
    if (graded.result === 'satisfied') return end('satisfied');
    const faulted = faultedItems(answer, now);
    if (graded.result === 'failed' || round >= input.roundsMax || gathering.ended !== null) {
      takeBack(graded.result === 'failed' ? all : faulted);
      return end(
        graded.result === 'failed' ? 'failed' : gathering.ended === null ? 'round-limit' : 'interrupted',
      );
    }
    const items = now.filter(({ item }) => faulted.has(item.name)).map(({ item }) => item);
    const before = JSON.stringify(changes().map(saidOf));
    await revise(asking, items, answer, input, gathering);
    if (gathering.ended !== null || JSON.stringify(changes().map(saidOf)) === before) {
      takeBack(faulted);
      return end(gathering.ended === null ? 'needs-revision' : 'interrupted');
    }
  }
  return end('satisfied');
}

const projectOf = ({ undecided }: Item): string | null => {
  const { scope } = undecided.verdict.theme;
  return scope.startsWith('project:') ? scope.slice('project:'.length) : null;
};

async function gradeAll(
  asking: Asking,
  input: ConsultInput,
  gathering: Gathering,
): Promise<readonly Grading[]> {
  const changed = [...gathering.answers.values()].filter(isChange);
  const byRubric = Map.groupBy(changed, ({ item }) => rubricFor(projectOf(item), input.rubrics).project);
  const gradings: Grading[] = [];
  for (const [project, all] of byRubric) {
    const rubric = rubricFor(project, input.rubrics);
    gradings.push(
      await grade(
        asking,
        rubric,
        all.map(({ item }) => item.name),
        input,
        gathering,
      ),
    );
  }
  return gradings;
}

/** What a night over these verdicts would ask by itself, before any grading: for an estimate. Sends nothing. */
export function openQuestions(
  input: Pick<ConsultInput, 'verdicts' | 'entries' | 'asker'>,
  before: Pick<Asking, 'known' | 'wasInVain'>,
  chance: Asking['chance'],
): { readonly items: number; readonly known: number; readonly requests: readonly ModelRequest[] } {
  const items = itemsOf(undecidedOf(input.verdicts, input.entries), input.asker);
  const open = items.filter(({ hash }) => before.known(hash) === null && !before.wasInVain(hash));
  return {
    items: items.length,
    known: items.filter(({ hash }) => before.known(hash) !== null).length,
    requests: groupsOf(open).map((group) => requestFor(questionOf(group, input.asker), chance)),
  };
}

export async function consult(asking: Asking, input: ConsultInput): Promise<Consulted> {
  const items = itemsOf(undecidedOf(input.verdicts, input.entries, input.found), input.asker);
  const gathering: Gathering = { answers: new Map(), orders: [], dropped: {}, ended: null };
  const known = await consolidate(asking, items, input, gathering);
  // With no round at all nobody grades, and its owner alone decides.
  const gradings = input.roundsMax === 0 ? [] : await gradeAll(asking, input, gathering);
  const answers = items.flatMap(({ name }) => gathering.answers.get(name) ?? []);
  const applied = applyAnswers(input.verdicts, answers, input.asker.model);
  return {
    verdicts: applied.verdicts,
    decisions: answers.map(decisionOf),
    asked: items.length,
    known,
    orders: gathering.orders,
    dropped: gathering.dropped,
    gradings,
    ended: gathering.ended,
  };
}
