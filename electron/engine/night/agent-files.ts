// Conducts what is asked about agents' own files: plans and writes, takes back, watches, and brings to its end what was
// interrupted. One writer at a time, whoever asks.
import { join } from 'node:path';
import type {
  AgentFiles,
  FileChoices,
  FileCopy,
  FileQuestion,
  FilesPlan,
  FilesReceipt,
  GuardReport,
  InterruptedApply,
  PlacedFile,
  SettledApplies,
  SettleHow,
} from '../../../shared/agent-files.ts';
import type { RollBackTarget, TakingBack } from '../../../shared/decisions.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { ChangeId } from '../../../shared/ids.ts';
import { assert, err, ok, type Result } from '../../../shared/result.ts';
import type { Deps } from '../deps.ts';
import {
  diffSightings,
  fileHistory,
  foreignChanges,
  foreignSentences,
  pin,
  restoreSightings,
  scanFiles,
  thinOut,
  watchedPaths,
} from '../guard/index.ts';
import type { ForeignChange } from '../guard/index.ts';
import {
  mcpAgents,
  type Connection,
  type ConnectionAnswers,
  type ConnectionPlan,
  type ConnectionWish,
  type McpAgent,
  type OwnCommand,
} from '../../../shared/serving.ts';
import type { Skill, SkillAnswers } from '../../../shared/skills.ts';
import type { Masker } from '../masking/masker.ts';
import { applyApproved } from '../review/review.ts';
import { planConnection } from '../serving/connect.ts';
import { inTransaction } from '../store/db.ts';
import { attempt, attemptResult } from '../store/failures.ts';
import { agentWriting, deedsOf, interruptedApplies, setAgentWriting } from '../store/file-writes.ts';
import { refuseSkill } from '../store/refused-skills.ts';
import { release, takeLease, thisProcess } from '../store/lease.ts';
import type { Store } from '../store/open.ts';
import { nightOfChanges } from '../store/nights.ts';
import { createSealer, type Sealer } from '../store/sealing.ts';
import { newestSighting, type Sighting } from '../store/snapshots.ts';
import {
  absolutePath,
  applyPlan,
  applyWrites,
  backupName,
  backupOf,
  betweenFiles,
  conflictSentence,
  holdsSecret,
  listApplies,
  planDiff,
  planFiles,
  recoverWrites,
  savedAtMs,
  shownPath,
  undoApply,
  usualPlan,
  type ApplyReceipt,
  type FileConflict,
  type PlanOptions,
  type WritebackDeps,
  type WritePlan,
} from '../writeback/index.ts';
import { choicesInForce, takeBackChoices } from '../store/file-choices.ts';
import { agentHistory } from './agent-history.ts';
import { chooseInFile, withKept } from './kept-choices.ts';
import { isMemory } from '../sources/source.ts';
import { findMemory } from './gather.ts';
import { approvedIds, pathAt, placedNow, placeFile } from './place-file.ts';
import { lookAtTakeBack } from './take-back.ts';
import {
  inOwnWords,
  offeredSkill,
  ownWordsHash,
  skillHash,
  skillReason,
  skillsNow,
  writeOfSkill,
} from './skills.ts';

export interface FilesNeeds {
  readonly deps: Deps;
  readonly home: string;
  readonly masker: Masker;
  store(): Result<Store, Failure>;
  hasStore(): boolean;
}

export interface FilesDesk {
  readonly answers: AgentFiles & ConnectionAnswers & SkillAnswers;
  /** What would be written once all approved changes are applied. Changes nothing. */
  planOfApproved(choices: FileChoices): Promise<Result<FilesPlan, Failure>>;
  planOfTakeBack(target: RollBackTarget): Promise<Result<TakingBack, Failure>>;
  /** Right after the store was opened. */
  recover(store: Store): void;
  /** Looks at every memory file, so that others' deeds and our ground are known. A failure becomes a notice. */
  watch(): void;
  /** At night: what each agent's mode lets go by itself, by default nothing. What was done becomes a notice. */
  writeByItself(): void;
}

export function createFilesDesk(needs: FilesNeeds): FilesDesk {
  const { deps, masker, home } = needs;
  const keyFolder = deps.keyFolder ?? join(deps.home, '.config', 'slowwave');
  const sealer: Sealer = createSealer({ keyFolder, holdsSecret: holdsSecret(masker) });
  const notices: string[] = [];
  const handsOf = ({ db }: Store): WritebackDeps => ({ db, home, nowMs: deps.clock.wall(), sealer, masker });
  const ask = async <T>(question: (hands: WritebackDeps, store: Store) => Result<T, Failure>) => {
    const store = needs.store();
    return store.ok ? attemptResult(() => question(handsOf(store.value), store.value)) : store;
  };
  const writing = <T>(question: (hands: WritebackDeps, store: Store) => Result<T, Failure>) =>
    ask((hands, store) => whileAlone(deps, store, () => settledFirst(deps, hands) ?? question(hands, store)));
  const connecting = { home, env: deps.env, masker };
  const planning = plansOf(needs, ask);
  return {
    recover: (store) => notices.push(...recoverAtStart(deps, store, handsOf(store))),
    watch() {
      const store = needs.store();
      const watched = store.ok ? scanNow(needs, handsOf(store.value)) : store;
      if (!watched.ok) notices.push(`Memory files were not watched. ${watched.error.happened}`);
    },
    writeByItself() {
      const store = needs.store();
      const done = store.ok
        ? whileAlone(deps, store.value, () => {
            const hands = handsOf(store.value);
            return settledFirst(deps, hands) ?? writeWhatMay(deps, hands);
          })
        : store;
      if (!done.ok) notices.push(`No memory file was written. ${done.error.happened}`);
      else notices.push(...writtenSentences(done.value));
    },
    planOfApproved: planning.planOfApproved,
    planOfTakeBack: (target) => ask((hands) => takingBack(needs, hands, target)),
    answers: {
      ...planning.answers,
      filesApply: (choices) => writing((hands) => receipt(hands, applyKept(deps, hands, choices))),
      connectionPlan: async (wish) => planOnly(connecting, wish),
      connections: async (command) => attemptResult(() => connectionsNow(connecting, needs, command)),
      connectAgent: (wish) => writing((hands) => connectNow(connecting, hands, wish)),
      skills: () => ask((hands) => ok(skillsNow(hands))),
      skillWrite: (name, text = null) => writing((hands) => writeSkill(hands, name, text)),
      skillReject: (name) => ask((hands) => rejectSkill(hands, name)),
      // to be asked makes no store: before the first reading there is none
      interruptedApplies: async () =>
        needs.hasStore() ? ask((hands, store) => interruptedNow(deps, store, hands)) : ok([]),
      settleInterrupted: (how) => ask((hands, store) => whileAlone(deps, store, () => settleNow(hands, how))),
      filesUndo: (apply) => writing((hands) => receipt(hands, undoApply(hands, apply))),
      filesApplies: () => ask((hands) => ok(listApplies(hands, appliesMax).map(applyAnswer))),
      agentWriting: () => ask(({ db }) => ok(agentWriting(db))),
      setAgentWriting: (one) =>
        ask(({ db, nowMs }) => {
          setAgentWriting(db, one, nowMs);
          return ok(agentWriting(db));
        }),
      agentHistory: (agent) => ask((hands) => ok(agentHistory(hands, agent, copyAnswer))),
      guardScan: (sinceMs) => ask((hands) => report(needs, hands, sinceMs)),
      guardHistory: (path) => ask((hands) => ok(historyOf(hands, path).map(copyAnswer))),
      guardDiff: (copy, from) => ask((hands) => diffSightings(hands, copy, from)),
      guardRestore: (copies, how) => writing((hands) => receipt(hands, restoreSightings(hands, copies, how))),
      guardPin: (copy, pinned) =>
        ask((hands) => {
          const done = pin(hands, copy, pinned);
          return done.ok ? ok(copyAnswer(done.value)) : done;
        }),
      notices: () => notices,
    },
  };
}

type Asking = <T>(
  question: (hands: WritebackDeps, store: Store) => Result<T, Failure>,
) => Promise<Result<T, Failure>>;

/** What would be written: as memory stands, and as it will stand once what is approved is applied. */
function plansOf(
  { deps, home }: FilesNeeds,
  ask: Asking,
): Pick<FilesDesk, 'planOfApproved'> & {
  readonly answers: Pick<AgentFiles, 'filesPlan' | 'filePlace' | 'fileChoose'>;
} {
  const answer = (hands: WritebackDeps, choices: FileChoices, approved: ReadonlySet<ChangeId>): FilesPlan => {
    const plan = planKept(deps, hands, choices);
    return planAnswer(hands, plan, placedNow(hands.db, plan, approved));
  };
  return {
    planOfApproved: (choices) =>
      ask((hands) => {
        const approved = approvedIds(hands.db);
        return asIfApplied(hands, () => answer(hands, choices, approved));
      }),
    answers: {
      filesPlan: (choices) => ask((hands) => ok(answer(hands, choices, new Set()))),
      fileChoose: (choice) =>
        ask((hands) => {
          const look = () => asIfApplied(hands, () => planFiles(hands, optionsOf(deps, noChoices)));
          return chooseInFile(hands.db, look, choice, deps.clock.now());
        }),
      filePlace: (path, wish) =>
        ask((hands) => {
          const look = () => asIfApplied(hands, () => planFiles(hands, optionsOf(deps, noChoices)));
          const placing = { path: shownPath(home, pathAt(home, path)), wish, atMs: deps.clock.now() };
          return placeFile(hands, look, placing);
        }),
    },
  };
}

function writeSkill(hands: WritebackDeps, name: string, text: string | null): Result<FilesReceipt, Failure> {
  const offered = offeredSkill(hands, name);
  if (!offered.ok) return offered;
  const isOwn = text !== null && text !== offered.value.text;
  const skill = isOwn ? inOwnWords(hands, offered.value, text) : offered;
  if (!skill.ok) return skill;
  const writes = [writeOfSkill(hands, skill.value)];
  const done = applyWrites(hands, { writes, reason: skillReason(skill.value.name), undoes: null });
  if (done.ok && isOwn) refuseSkill(hands.db, ownWordsHash(skill.value.path, text), hands.nowMs);
  return receipt(hands, done);
}

function rejectSkill(hands: WritebackDeps, name: string): Result<readonly Skill[], Failure> {
  const skill = offeredSkill(hands, name);
  if (!skill.ok) return skill;
  refuseSkill(hands.db, skillHash(skill.value), hands.nowMs);
  return ok(skillsNow(hands));
}

const connectingReason = (agent: McpAgent): string => `Told ${agent} of our server.`;

function planOnly(
  connecting: Parameters<typeof planConnection>[0],
  wish: ConnectionWish,
): Result<ConnectionPlan, Failure> {
  const planned = attemptResult(() => planConnection(connecting, wish));
  return planned.ok ? ok(planned.value.plan) : planned;
}

/** What each agent's own configuration says of us now. Where nothing was ever read, no store is made for it. */
function connectionsNow(
  connecting: Parameters<typeof planConnection>[0],
  needs: FilesNeeds,
  command: OwnCommand,
): Result<readonly Connection[], Failure> {
  const store = needs.hasStore() ? needs.store() : null;
  if (store !== null && !store.ok) return store;
  const db = store === null ? null : store.value.db;
  const all = mcpAgents.map((agent): Connection => {
    const planned = attemptResult(() => planConnection(connecting, { agent, project: null, ...command }));
    if (!planned.ok) return { agent, plan: null, failure: planned.error, apply: null };
    const { plan } = planned.value;
    const last = db === null ? undefined : deedsOf(db, plan.path).at(-1);
    const isOurs = last !== undefined && last.undoes === null && last.reason === connectingReason(agent);
    return { agent, plan, failure: null, apply: isOurs && plan.isThere ? last.apply : null };
  });
  return ok(all);
}

/** Planned anew, so that what is written is what stands there now and one line more. */
function connectNow(
  connecting: Parameters<typeof planConnection>[0],
  hands: WritebackDeps,
  wish: ConnectionWish,
): Result<FilesReceipt, Failure> {
  const planned = planConnection(connecting, wish);
  if (!planned.ok) return planned;
  const writes = planned.value.write === null ? [] : [planned.value.write];
  return receipt(hands, applyWrites(hands, { writes, reason: connectingReason(wish.agent), undoes: null }));
}

/** Looks at memory as it will be: what is approved is applied, looked at, and taken back before anybody else sees it. */
function asIfApplied<T>({ db, nowMs }: WritebackDeps, look: () => T): Result<T, Failure> {
  let seen: Result<T, Failure> | null = null;
  inTransaction(db, () => {
    const applied = applyApproved(db, nowMs);
    seen = applied.ok ? ok(look()) : applied;
    return err(null);
  });
  assert(seen !== null, 'a look was taken before it was taken back');
  return seen;
}

/** Null where no agent's mode lets anything go by itself, as at first: then no file need be read for it. */
function writeWhatMay(deps: Deps, hands: WritebackDeps): Result<ApplyReceipt | null, Failure> {
  if (agentWriting(hands.db).every(({ mode }) => mode === 'off' || mode === 'review')) return ok(null);
  const plan = planFiles(hands, { ...usualPlan, env: deps.env, isPerson: false });
  return applyPlan(hands, plan, 'Wrote what its agent’s mode lets go by itself.');
}

const writtenSentences = (receipt: ApplyReceipt | null): readonly string[] => {
  if (receipt === null || receipt.number === null) return [];
  const { number, written } = receipt;
  return [`Written by itself: ${written.map((file) => file.path).join(', ')}. Undo: files undo ${number}`];
};

const takingBack = ({ deps }: FilesNeeds, hands: WritebackDeps, target: RollBackTarget) =>
  lookAtTakeBack(hands.db, {
    target,
    nowMs: deps.clock.now(),
    files: () => {
      const plan = planFiles(hands, optionsOf(deps, noChoices));
      return { plan: planAnswer(hands, plan, placedNow(hands.db, plan, new Set())), over: plan.over };
    },
  });

const noChoices: FileChoices = { extraFiles: [], blocks: {} };

/** A list for people; the journal itself has no end. */
const appliesMax = 100;

const optionsOf = (deps: Deps, choices: FileChoices): PlanOptions => ({
  ...usualPlan,
  env: deps.env,
  extraFiles: choices.extraFiles,
  blockChoices: new Map(Object.entries(choices.blocks)),
  lineChoices: new Map(Object.entries(choices.lines ?? {})),
});

const planKept = (deps: Deps, hands: WritebackDeps, choices: FileChoices): WritePlan =>
  withKept(hands.db, choices, (one) => planFiles(hands, optionsOf(deps, one)));

/** What was said is carried out by it, and asked again from then on. */
function applyKept(deps: Deps, hands: WritebackDeps, choices: FileChoices): Result<ApplyReceipt, Failure> {
  const done = applyPlan(hands, planKept(deps, hands, choices));
  if (done.ok) takeBackChoices(hands.db, choicesInForce(hands.db), hands.nowMs);
  return done;
}

/** The lease is the same as for applying to our own record: files and record never move under one another. */
function whileAlone<T>(deps: Deps, store: Store, work: () => Result<T, Failure>): Result<T, Failure> {
  const lease = takeLease(store.db, 'apply', thisProcess('writing memory files'), deps.clock.wall());
  if (!lease.ok) return lease;
  try {
    return work();
  } finally {
    release(store.db, lease.value);
  }
}

function recoverAtStart(deps: Deps, store: Store, hands: WritebackDeps): readonly string[] {
  const open = attempt(() => interruptedApplies(store.db).length);
  if (!open.ok || open.value === 0) return [];
  const how = deps.asksAboutInterrupted === true ? 'obvious' : 'auto';
  const recovered = whileAlone(deps, store, () => recoverWrites(hands, how));
  // Held: another process is in the middle of that very apply.
  if (!recovered.ok) return recovered.error.kind === 'store-busy' ? [] : [recovered.error.happened];
  return recovered.value.flatMap(({ sentence, conflicts }) => [sentence, ...conflicts.map(conflictSentence)]);
}

/** Nothing is written over what stands between its files; null where nothing does. */
function settledFirst(deps: Deps, hands: WritebackDeps): Result<never, Failure> | null {
  if (interruptedApplies(hands.db).length === 0) return null;
  if (deps.asksAboutInterrupted === true) return err(waitsForWord);
  const recovered = recoverWrites(hands);
  return recovered.ok ? null : recovered;
}

function interruptedNow(
  deps: Deps,
  store: Store,
  hands: WritebackDeps,
): Result<readonly InterruptedApply[], Failure> {
  if (interruptedApplies(store.db).length === 0) return ok([]);
  const found = whileAlone(deps, store, () => ok(betweenFiles(hands)));
  // Held: another process is in the middle of that very apply.
  return !found.ok && found.error.kind === 'store-busy' ? ok([]) : found;
}

function settleNow(hands: WritebackDeps, how: SettleHow): Result<SettledApplies, Failure> {
  const settled = recoverWrites(hands, how);
  if (!settled.ok) return settled;
  const questions = settled.value.flatMap(({ conflicts }) => conflicts.map((one) => questionOf(hands, one)));
  return ok({ applies: settled.value.length, questions });
}

const waitsForWord: Failure = {
  kind: 'store-busy',
  happened: 'An interrupted write of your agents’ files waits for your word.',
  safe: 'Nothing was written.',
  todo: 'Finish or undo it first.',
};

function scanNow(needs: FilesNeeds, hands: WritebackDeps): ReturnType<typeof scanFiles> {
  return attemptResult(() => {
    const { files } = findMemory({ db: hands.db, home: needs.home, deps: needs.deps }, []);
    const scanned = scanFiles(hands, files.filter(isMemory));
    if (!scanned.ok) return scanned;
    const thinned = thinOut(hands.db, hands.nowMs);
    return thinned.ok ? scanned : err(thinned.error);
  });
}

function report(
  needs: FilesNeeds,
  hands: WritebackDeps,
  sinceMs: Parameters<AgentFiles['guardScan']>[0],
): Result<GuardReport, Failure> {
  const scanned = scanNow(needs, hands);
  if (!scanned.ok) return scanned;
  const { files, foreign, unread } = scanned.value;
  const deeds = sinceMs === null ? foreign : foreignChanges(hands.db, sinceMs);
  return ok({ files, deeds: deeds.map(deedAnswer), sentences: foreignSentences(deeds), unread });
}

const historyOf = (hands: WritebackDeps, path: string | null): readonly Sighting[] =>
  path === null
    ? watchedPaths(hands.db).flatMap((one) => newestSighting(hands.db, one) ?? [])
    : fileHistory(hands.db, shownPath(hands.home, absolutePath(hands.home, path)));

const deedAnswer = ({ sighting, ...deed }: ForeignChange): GuardReport['deeds'][number] => ({
  copy: sighting,
  ...deed,
});

const copyAnswer = (sighting: Sighting): FileCopy => ({
  copy: sighting.number,
  path: sighting.path,
  name: sighting.address === null ? null : backupName(sighting.address),
  seenAtMs: sighting.seenAtMs,
  by: sighting.madeBy,
  isGone: sighting.address === null,
  linesAdded: sighting.linesAdded,
  linesRemoved: sighting.linesRemoved,
  isPinned: sighting.isPinned,
});

const applyAnswer = (apply: ReturnType<typeof listApplies>[number]) => ({
  apply: apply.number,
  atMs: apply.begunAtMs,
  reason: apply.reason,
  paths: apply.writes.map((write) => write.path),
  undoes: apply.undoes,
  outcome: apply.end?.outcome ?? ('interrupted' as const),
});

const twoHands = new Set<string>(['edited-meanwhile', 'line-changed', 'block-edited', 'block-broken']);

/** Null where nobody's edit is in question, or nothing is known of when it came. */
function editedOf(
  { db, home }: WritebackDeps,
  { path, reason, changeIds }: FileConflict,
): FileQuestion['edited'] {
  const saved = twoHands.has(reason.kind) ? savedAtMs(absolutePath(home, path)) : null;
  return saved === null ? null : { savedAtMs: saved, readAtMs: nightOfChanges(db, changeIds) };
}

const questionOf = (hands: WritebackDeps, conflict: FileConflict): FileQuestion => ({
  path: conflict.path,
  kind: conflict.reason.kind,
  sentence: conflictSentence(conflict),
  before: conflict.before,
  theirs: conflict.theirs,
  ours: conflict.ours,
  changeIds: conflict.changeIds,
  edited: editedOf(hands, conflict) ?? null,
  canRecreate:
    conflict.reason.kind === 'file-gone' ||
    (conflict.reason.kind === 'refused' && conflict.reason.why === 'no-folder'),
});

const planAnswer = (
  hands: WritebackDeps,
  plan: ReturnType<typeof planFiles>,
  placed: readonly PlacedFile[],
): FilesPlan => ({
  files: plan.writes.map((write) => ({
    path: write.path,
    agent: write.agent,
    linesAdded: write.linesAdded,
    linesRemoved: write.linesRemoved,
    tokensBefore: write.tokensBefore,
    tokensAfter: write.tokensAfter,
    entryIds: write.entryIds,
    changeIds: write.changeIds,
    rebased: write.isRebased ?? false,
    backup: backupOf(hands, write.path, write.before),
  })),
  diff: planDiff(plan, hands.masker),
  questions: plan.conflicts.map((conflict) => questionOf(hands, conflict)),
  placed,
  leftOut: plan.leftOut.map(({ path, entryId, text, because }) => ({ path, entryId, text, because })),
  off: plan.off,
});

const receipt = (hands: WritebackDeps, done: Result<ApplyReceipt, Failure>): Result<FilesReceipt, Failure> =>
  done.ok
    ? ok({
        apply: done.value.number,
        written: done.value.written,
        questions: done.value.conflicts.map((conflict) => questionOf(hands, conflict)),
      })
    : done;
