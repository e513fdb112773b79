// The conductor: import → light → rem → deep → propose → diary. It alone knows the order, and it saves after each stage.
import { setImmediate as nextTick } from 'node:timers/promises';
import type { OwnersWord } from '../../../shared/decisions.ts';
import type { Receipt, SessionSignals, Stage, Theme } from '../../../shared/dream.ts';
import type { DreamOptions, Failure, ImportReport, Listening, NightResult } from '../../../shared/engine.ts';
import { nightId, type EpochMs, type NightId } from '../../../shared/ids.ts';
import type { Dimensions, MemoryVersion } from '../../../shared/memory.ts';
import type { Change, Proposal } from '../../../shared/proposal.ts';
import type { EntryReceipt } from '../../../shared/receipts.ts';
import type { MindReceipt } from '../../../shared/models.ts';
import { assert, ok, type Result } from '../../../shared/result.ts';
import type { AgentFocusSetting, Thresholds } from '../../../shared/settings.ts';
import { decide, type Decided } from '../deep/deep.ts';
import { demotionsOf } from '../deep/demote.ts';
import { understand, understandFocus } from '../deep/instructions.ts';
import type { Deps } from '../deps.ts';
import type { Masker } from '../masking/masker.ts';
import { distil } from '../playbooks/distil.ts';
import { writeDiary } from '../proposal/diary.ts';
import { allowedRepeats, allowedVerdicts, obey } from '../proposal/obey.ts';
import { propose } from '../proposal/propose.ts';
import { connect } from '../rem/rem.ts';
import { decide as decideChanges } from '../review/decide.ts';
import { applyApproved } from '../review/review.ts';
import { wasInMemory } from '../review/roll-back.ts';
import { countReceipts, type Echo } from '../serving/count-receipts.ts';
import { layBriefings } from '../serving/lay-briefings.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import { beat, release, takeLease, thisProcess, type Lease } from '../store/lease.ts';
import { markFilesSeen } from '../store/memory-files.ts';
import { currentMemory, newestVersionNumber } from '../store/memory.ts';
import { ownersWord } from '../store/owners-word.ts';
import { withoutMapping } from '../store/open.ts';
import { beginNight, closeUnfinishedNights, markStage, packNight, putNight } from '../store/nights.ts';
import { putBriefings } from '../store/briefings.ts';
import { putEntryReceipts } from '../store/entry-receipts.ts';
import { putProposal, refusedChangeIds, returnSnoozed, standingChanges } from '../store/proposals.ts';
import { expiredStill } from '../store/expired-changes.ts';
import { expireUntouched } from '../review/expire.ts';
import { distrustedTimes } from '../store/quarantine.ts';
import { readSettings } from '../store/settings.ts';
import { judgingBy } from './judgement.ts';
import { sessionsToDream, totalsOf, totalsToDream, type SessionTotals } from '../store/sessions.ts';
import { allSignals } from '../store/signals.ts';
import { dropReadBlocks } from '../store/turn-blocks.ts';
import { servedSinceMs } from '../store/file-writes.ts';
import { engineVersion } from './engine-version.ts';
import { settleNow } from './settle-now.ts';
import { forgottenFor, openThemes } from './forgotten-gate.ts';
import { gather, type Gathering } from './gather.ts';
import { wishOf } from './going-on.ts';
import { keptOut } from './kept-out.ts';
import { openMind, type Mind } from './mind.ts';
import { readTurnOf } from './playbooks.ts';
import { broughtNight } from './bring-dream.ts';
import { guard, maySettle, type Guards } from './guards.ts';
import { hearWhileReading, lightSleep } from './light-sleep.ts';
import { comparedEvents, passedEvent } from './live-events.ts';
import { withoutServed } from './loop-guard.ts';
import { offer, toldToWait } from './offered.ts';
import { quarantine } from './quarantine-desk.ts';
import { beginProgramDream, endProgramDream, type ProgramDream } from './program-dream.ts';
import { writeReceipt } from './receipt.ts';
import { createSecondHearing, type SecondHearing } from './second-hearing.ts';
import { believedOf, unbelieved } from './trust.ts';
import { chooseStrongest, createUnweighed, weighedMax, type Choosing, type Unweighed } from './weighed.ts';

export interface NightNeeds {
  readonly db: WritableDb;
  readonly deps: Deps;
  /** Whose agents are read: the person's home, or the sample's. */
  readonly home: string;
  readonly isSample: boolean;
  readonly masker: Masker;
  /** As the reading asks it. */
  readonly renewed: Gathering['renewed'];
}

interface Dreaming extends NightNeeds {
  readonly options: DreamOptions;
  /** Null where no program asked for it. */
  readonly program: ProgramDream | null;
  readonly listening: Listening;
  readonly id: NightId;
  readonly nowMs: EpochMs;
  readonly startedAtMs: EpochMs;
  readonly lease: Lease;
  readonly stageMs: Record<Stage, number>;
  readonly second: SecondHearing;
}

const isWhole = (dreaming: Dreaming): boolean =>
  dreaming.options.sessionsMax === null &&
  dreaming.options.sinceMs === null &&
  dreaming.program === null &&
  !isWoken(dreaming);

const isWoken = ({ listening }: Dreaming): boolean => listening.signal?.aborted ?? false;

/** Runs one stage, times it, and marks it done, so that a night that is cut off says how far it came. */
async function inStage<T>(dreaming: Dreaming, stage: Stage, work: () => Promise<T> | T): Promise<T> {
  const { deps, db, listening, stageMs } = dreaming;
  listening.onProgress?.({ kind: 'stage', stage });
  await nextTick();
  const from = deps.clock.ticks();
  const result = await work();
  stageMs[stage] = Math.round(deps.clock.ticks() - from);
  markStage(db, dreaming.id, { stage, doneAtMs: deps.clock.wall(), payload: null });
  beat(db, dreaming.lease, deps.clock.wall());
  return result;
}

interface Heard {
  /** What is weighed of them. */
  readonly signals: readonly SessionSignals[];
  /** Left out of them: what memory had given out, said again. */
  readonly echoes: readonly Echo[];
  /** Noticed, and not weighed tonight. */
  readonly unweighed: Unweighed;
  readonly projects: readonly string[];
}

const asSums: SessionSignals['ordinary'] = {};

/** The sessions that this night is about, oldest first, as far as they are believed. */
function* believedTonight({ db, options, program }: Dreaming): Generator<SessionSignals, void, void> {
  const { sessionsMax, sinceMs } = options;
  const isAll = sessionsMax === null && sinceMs === null && program === null;
  const wanted = new Set<string>(
    isAll ? [] : (program?.sessions ?? sessionsToDream(db, { sessionsMax, sinceMs }).map((s) => s.id)),
  );
  const isKeptOut = keptOut(readSettings(db));
  const nobody = distrustedTimes(db);
  for (const read of allSignals(db, engineVersion)) {
    if (!isAll && !wanted.has(read.session)) continue;
    // read before its project was kept out
    if (isKeptOut(read.agent, read.project)) continue;
    const one = believedOf(read, nobody);
    if (one !== null) yield one;
  }
}

/** Null where there is more than one night weighs, and nobody chose. */
function hearTonight(dreaming: Dreaming, choosing: Choosing | null): Heard | null {
  const served = servedSinceMs(dreaming.db);
  const signals: SessionSignals[] = [];
  const echoes: Echo[] = [];
  const projects = new Set<string>();
  // counts are asked for as sums alone: ten thousand small tables would be most of what a night holds in memory
  const ordinary = new Map<string, number>();
  const left = createUnweighed();
  let things = 0;
  for (const { ordinary: counts, ...read } of believedTonight(dreaming)) {
    for (const [term, count] of Object.entries(counts)) ordinary.set(term, (ordinary.get(term) ?? 0) + count);
    if (read.project !== null) projects.add(read.project);
    const believed = { ...read, ordinary: asSums };
    const one = choosing === null ? believed : choosing(believed);
    left.add(believed, one);
    if (one === null) continue;
    const heard = withoutServed(one, served);
    signals.push(heard.session);
    echoes.push(...heard.echoes);
    things += one.signals.length;
    if (choosing === null && Math.max(things, signals.length) > weighedMax) return null;
  }
  const [first, ...others] = signals;
  const all = first ? [{ ...first, ordinary: Object.fromEntries(ordinary) }, ...others] : [];
  return { signals: all, echoes, unweighed: left.sums(), projects: [...projects].sort() };
}

/** The signals of the sessions that this night is about; of very many, those that say most. */
function signalsTonight(dreaming: Dreaming): Heard {
  const heard =
    hearTonight(dreaming, null) ?? hearTonight(dreaming, chooseStrongest(believedTonight(dreaming)));
  assert(heard !== null, 'what was chosen is weighed');
  return heard;
}

/** Settles each change that needs no person's eye in our own record. Never a file. */
function applyByItself({ db, nowMs }: Dreaming, proposal: Proposal): Result<number, Failure> {
  const waiting = new Set(standingChanges(db, ['waiting']).map((s) => s.change.id));
  // what was in memory and was taken out again comes back by a person's hand only
  const taken = wasInMemory(db);
  const ids = proposal.changes
    .filter((c) => c.flags.length === 0 && c.operation !== 'note' && waiting.has(c.id) && !taken.has(c.id))
    .map((c) => c.id);
  if (ids.length === 0) return ok(0);
  const decided = decideChanges(db, ids, { kind: 'approved', by: 'auto', nowMs });
  if (!decided.ok) return decided;
  const applied = applyApproved(db, nowMs);
  return applied.ok ? ok(applied.value.applied.length) : applied;
}

/**
 * What its owner released by hand waits for their decision, however many nights pass; so does what was paid for, while a
 * night has no readers of its own to find it again.
 */
function keptWaiting(
  db: WritableDb,
  base: MemoryVersion,
  tonight: readonly Change[],
  hadReaders: boolean,
): readonly Change[] {
  const offered = new Set(tonight.map(({ id }) => id));
  const active = new Set<string>(
    memoryNow(db, base).entries.flatMap(({ id, status }) => (status === 'active' ? [id] : [])),
  );
  const stillMeant = ({ id, after, closes }: Change): boolean =>
    !offered.has(id) &&
    (after === null || !active.has(after.id)) &&
    closes.every(({ entryId }) => active.has(entryId));
  return standingChanges(db, ['waiting'])
    .map(({ change }) => change)
    .filter(
      (change) =>
        change.flags.includes('quarantined') ||
        (change.nightId === broughtNight && stillMeant(change)) ||
        (!hadReaders && change.flags.includes('by-model') && stillMeant(change)),
    );
}

interface Dreamt {
  readonly signals: readonly SessionSignals[];
  readonly echoes: readonly Echo[];
  readonly unweighed: Unweighed;
  readonly receipts: readonly EntryReceipt[];
  readonly themes: readonly Theme[];
  readonly decided: Decided;
  readonly proposal: Proposal;
  readonly base: MemoryVersion;
  readonly instructions: Receipt['instructions'];
  readonly guards: Guards;
  /** Changes that wait for nights to come. */
  readonly postponed: number;
  readonly mind: MindReceipt | null;
  readonly word: OwnersWord;
  readonly thresholds: Thresholds;
  readonly weights: Dimensions;
}

const mindOf = (dreaming: Dreaming, instructions: string | null): Promise<Mind> =>
  openMind({
    ...dreaming,
    instructions,
    beat: () => void beat(dreaming.db, dreaming.lease, dreaming.deps.clock.wall()),
  });

/** As a model is told it. */
function withFocus(asked: string | null, focus: readonly AgentFocusSetting[]): string | null {
  const told = focus.map(({ agent, text }) => `Of what was said to ${agent}: ${text}`);
  return told.length === 0 ? asked : [...(asked === null ? [] : [asked]), ...told].join('\n');
}

async function sleep(dreaming: Dreaming): Promise<Dreamt> {
  const { db, nowMs, options } = dreaming;
  // they stand in the receipt, which is stored like everything else
  const asked = options.instructions === null ? null : dreaming.masker.mask(options.instructions).text;
  const { agentFocus: focus } = readSettings(db);
  const focused = focus.map((one) => ({ ...one, text: dreaming.masker.mask(one.text).text }));
  const mind = await mindOf(dreaming, withFocus(asked, focused));
  const all = await inStage(dreaming, 'light', async () => {
    const { program } = dreaming;
    await lightSleep(dreaming, (id) => program === null || program.sessions.includes(id));
    dreaming.second.close();
    const tonight = signalsTonight(dreaming);
    await mind.read(tonight.signals);
    return tonight;
  });
  // what memory files say now is part of our own record before anything is proposed against it
  const base = settleNow(db, nowMs);
  const { themes, ended } = await inStage(dreaming, 'rem', async () => {
    const distilled = distil(all.signals, base.entries, readTurnOf(db));
    // eight megabytes that nobody asks for again
    dropReadBlocks(db);
    const found = [...connect(all.signals), ...distilled.themes].sort((a, b) => (a.id < b.id ? -1 : 1));
    const open = openThemes(found, forgottenFor(db, dreaming.deps));
    for (const event of comparedEvents(open)) dreaming.listening.onProgress?.(event);
    await mind.connect(open);
    return { themes: open, ended: distilled.ended };
  });
  const { projects } = all;
  const instructions = asked === null ? null : understand(asked, projects);
  returnSnoozed(db, nowMs);
  expireUntouched(db, nowMs);
  const word = ownersWord(db);
  const by = judgingBy(db, options.thresholds ?? null);
  const agentFocus = understandFocus(focused, projects);
  const known = { entries: base.entries, ordinary: all.signals[0]?.ordinary ?? {}, word };
  const judge = { ...known, instructions, agentFocus, nowMs, ...by };
  const { decided, help } = await inStage(dreaming, 'deep', async () => {
    const alone = decide({ themes, ...judge });
    dreaming.listening.onProgress?.(passedEvent(alone.verdicts));
    const helped = await mind.decide({
      verdicts: alone.verdicts,
      entries: base.entries,
      judge: (others) =>
        decide({ themes: openThemes(others, forgottenFor(db, dreaming.deps)), ...judge }).verdicts,
    });
    return { decided: { ...alone, verdicts: helped.verdicts }, help: helped.receipt };
  });
  const { verdicts: judged } = decided;
  const receipts = countReceipts({ db, nowMs, ...all, verdicts: judged, entries: base.entries });
  const { proposal, guards, postponed } = await inStage(dreaming, 'propose', () => {
    const verdicts = allowedVerdicts(decided.verdicts, word);
    const repeats = allowedRepeats(decided.repeats, word);
    const demotions = isWhole(dreaming)
      ? [
          ...unbelieved(base.entries, distrustedTimes(db)),
          ...demotionsOf(base.entries, receipts, word.pinned),
        ]
      : [];
    const proposed = propose({ nightId: dreaming.id, nowMs, base, verdicts, repeats, ended, demotions });
    // What went because nobody touched it comes again with newer proof only.
    const refused = new Set([...refusedChangeIds(db), ...expiredStill(db, proposed.changes)]);
    const obeyed = obey({ proposal: proposed, base, word, refused });
    const decidedAlready = standingChanges(db, ['approved', 'snoozed']).map(({ change }) => change.id);
    const { changes: offered, postponed } = offer(obeyed.changes, new Set(decidedAlready));
    const guarded = guard(offered, { entries: base.entries, sessions: all.signals, verdicts, nowMs });
    const kept = keptWaiting(db, base, guarded.changes, help?.reading !== undefined);
    const proposal = { ...obeyed, changes: [...guarded.changes, ...kept] };
    return { proposal, guards: guarded.guards, postponed };
  });
  const told = { ...decided, verdicts: toldToWait(decided.verdicts, postponed) };
  const made = { proposal, guards, postponed: postponed.length, receipts };
  return { ...all, themes, decided: told, base, instructions, mind: help, ...made, word, ...by };
}

function readFigures(imported: ImportReport, { sessions, turns, tokens }: SessionTotals): Receipt['read'] {
  return {
    sessions,
    newSessions: imported.newSessions,
    turns,
    tokens,
    memoryFiles: imported.memoryFiles,
    memoryLines: imported.memoryLines,
    skippedLines: imported.skipped.length,
    maskedSecrets: imported.maskedSecrets,
  };
}

/** What the night began with, where nothing came of it yet: fifty thousand entries need not lie in memory twice. */
const memoryNow = (db: ReadableDb, base: MemoryVersion): MemoryVersion =>
  newestVersionNumber(db) === base.number ? base : currentMemory(db);

/** Writes the night down: the proposal, what is settled by itself, the diary, the receipt. All of it or nothing. */
async function wakeUp(
  dreaming: Dreaming,
  imported: ImportReport,
  dreamt: Dreamt,
): Promise<Result<NightResult, Failure>> {
  const { db, options, nowMs, program } = dreaming;
  const { proposal, decided, base } = dreamt;
  const wanted = { sessionsMax: options.sessionsMax, sinceMs: options.sinceMs };
  const receipt = writeReceipt({
    ...(program === null ? {} : { programDream: program.dream.id }),
    nightId: dreaming.id,
    startedAtMs: dreaming.startedAtMs,
    nowMs,
    preview: options.preview,
    sample: dreaming.isSample,
    woken: isWoken(dreaming),
    read: readFigures(
      imported,
      program === null ? totalsToDream(db, wanted) : totalsOf(db, program.sessions),
    ),
    sessions: dreamt.signals,
    unweighed: dreamt.unweighed,
    themes: dreamt.themes,
    verdicts: decided.verdicts,
    proposal,
    instructions: dreamt.instructions,
    guards: dreamt.guards,
    postponed: dreamt.postponed,
    setAside: quarantine(db).filter(({ state }) => state === 'waiting').length,
    mind: dreamt.mind,
    stageMs: dreaming.stageMs,
  });
  const diary = writeDiary({ receipt, proposal, verdicts: decided.verdicts, entries: base.entries });
  const briefings = layBriefings({
    db,
    home: dreaming.home,
    nightId: dreaming.id,
    nowMs,
    signals: dreamt.signals,
    verdicts: decided.verdicts,
    entries: base.entries,
    excluded: new Set(readSettings(db).excludedProjects),
  });
  const { verdicts } = decided;
  const packed = await packNight({ proposal, verdicts });
  return attemptResult(() =>
    inTransaction<NightResult, Failure>(db, () => {
      putNight(db, { receipt, proposal, diary, verdicts }, packed);
      // Neither saw everything.
      putProposal(db, proposal, nowMs, { keepOlder: isWoken(dreaming) || program !== null });
      // A night that saw a part of the sessions cannot count, nor know what was left open.
      if (isWhole(dreaming)) {
        markFilesSeen(db, dreaming.id);
        putBriefings(db, dreaming.id, briefings);
        putEntryReceipts(db, dreamt.receipts);
      }
      const isAuto = options.apply === 'auto' && maySettle(dreamt.guards);
      const applied = isAuto ? applyByItself(dreaming, proposal) : ok(0);
      if (!applied.ok) return applied;
      return ok({
        ...(program === null ? {} : { written: endProgram(dreaming, program, dreamt) }),
        receipt,
        proposal,
        applied: applied.value,
        waiting: standingChanges(db, ['waiting']).length,
        memory: memoryNow(db, base).entries.filter((entry) => entry.status === 'active'),
        diary,
        imported,
      });
    }),
  );
}

function endProgram(
  dreaming: Dreaming,
  program: ProgramDream,
  { themes, signals, instructions, word, thresholds, weights, proposal, base }: Dreamt,
): NightResult['written'] & object {
  const { db, deps, id: night, nowMs } = dreaming;
  const [isEnded, wallMs] = [isWoken(dreaming), deps.clock.wall()];
  const judged = { themes, instructions, nowMs, word, thresholds, weights };
  return endProgramDream(db, program, {
    ...judged,
    sessions: signals,
    ordinary: signals[0]?.ordinary ?? {},
    night,
    isWoken: isEnded,
    own: { proposal, base },
    wallMs,
  });
}

async function dreamThrough(awake: Dreaming): Promise<Result<NightResult, Failure>> {
  const { db, deps, home, masker, renewed, options, listening } = awake;
  closeUnfinishedNights(db);
  const { id, nowMs, startedAtMs } = awake;
  const program =
    options.programDream === undefined
      ? ok(null)
      : beginProgramDream(db, options.programDream, id, deps.clock.wall());
  if (!program.ok) return program;
  const dreaming: Dreaming = { ...awake, program: program.value };
  beginNight(db, { nightId: id, startedAtMs, nowMs, sample: dreaming.isSample, engineVersion });
  const gathered = await inStage(dreaming, 'import', () =>
    gather({
      db,
      deps,
      home,
      masker,
      renewed,
      paths: options.paths,
      listening,
      ...(dreaming.program === null ? { onStored: hearWhileReading(dreaming) } : {}),
    }),
  );
  if (!gathered.ok) return gathered;
  return wakeUp(dreaming, gathered.value.report, await sleep(dreaming));
}

/** One whole night. A second one at the same time is turned away, and told who dreams. */
export async function dreamNight(
  needs: NightNeeds,
  wished: DreamOptions,
  listening: Listening,
): Promise<Result<NightResult, Failure>> {
  const { db, deps } = needs;
  const nowMs = deps.clock.now();
  const lease = takeLease(db, 'dream', thisProcess('a dream'), deps.clock.wall());
  if (!lease.ok) return lease;
  const wish = wishOf(db, wished);
  if (!wish.ok) {
    release(db, lease.value);
    return wish;
  }
  const options = wish.value;
  const id = nightId(
    String(nowMs),
    options.instructions ?? '',
    String(options.sessionsMax),
    String(options.sinceMs),
    ...(options.programDream === undefined ? [] : [options.programDream]),
    ...(options.goesOn === undefined ? [] : [`goes on with ${options.goesOn}`]),
  );
  const stageMs = { import: 0, light: 0, rem: 0, deep: 0, propose: 0 };
  const second = createSecondHearing(db, deps.secondHearingFrom);
  try {
    const dreaming: Dreaming = {
      ...needs,
      options,
      program: null,
      listening,
      id,
      nowMs,
      startedAtMs: deps.clock.wall(),
      lease: lease.value,
      stageMs,
      second,
    };
    return await withoutMapping(db, () => dreamThrough(dreaming));
  } finally {
    second.close();
    release(db, lease.value);
  }
}
