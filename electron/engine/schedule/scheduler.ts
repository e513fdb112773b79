// Keeps the due night: looks at the wall clock every minute, begins what is due, settles what went by, and sees to it that
// each night gets its one record. All that must outlast us stands in the store; here is only what we saw ourselves.
import type { Receipt } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { Result } from '../../../shared/result.ts';
import { assertNever, err, ok } from '../../../shared/result.ts';
import type {
  NextNight,
  NightFate,
  NightRecord,
  PowerState,
  ScheduleSettings,
} from '../../../shared/schedule.ts';
import type { Clock } from '../deps.ts';
import type { Claim, DueNight } from '../store/schedule.ts';
import type { Watch } from './absences.ts';
import { absenceAt, fellAsleep, looked, newWatch, withAbsence, wokeUp } from './absences.ts';
import type { Sight, Verdict } from './decide.ts';
import { decide, latestStart } from './decide.ts';
import type { Night } from './due.ts';
import { newestNight, nextNight } from './due.ts';
import type { NightStore } from './night-store.ts';
import { nextView } from './view.ts';
import { isZone, minuteMs, momentOf, wallMs } from './wall.ts';
import type { Span } from './words.ts';
import { absenceInWords, clock, dayAndClock, nameOf, spanInWords } from './words.ts';

export interface Timers {
  /** Gives back how to call it off. */
  after(delayMs: number, work: () => void): () => void;
}

export interface SchedulerDeps {
  readonly clock: Pick<Clock, 'wall'>;
  readonly timers: Timers;
  /** Where the computer is: an IANA name. */
  zone(): string;
  power(): PowerState;
  readonly store: NightStore;
  newSessions(): number | Promise<number>;
  /** A failure of kind `store-busy` says that another dream is at work: the night waits. */
  dream(startedBy: 'schedule' | 'catch-up', signal: AbortSignal): Promise<Result<Receipt, Failure>>;
  /** Other long work of ours is being done. */
  isBusy(): boolean;
  onChange(): void;
  /** `by` must be new for each scheduler that is made, also within one process. */
  readonly me: Omit<Claim, 'atMs'>;
  readonly lookEveryMs?: number;
}

export interface Scheduler {
  start(): void;
  /** Ends the watch. A dream that runs is not ended; without its record it is found at the next start. */
  stop(): void;
  suspended(): void;
  resumed(): void;
  settingsChanged(): void;
  timeZoneChanged(): void;
  next(): NextNight;
  /** The missed night that waits for an answer; null for none. */
  asked(): NightRecord | null;
  answerMissed(dream: boolean): Result<void, Failure>;
  /** Null: nights fall again. */
  pause(untilMs: EpochMs | null): Result<NextNight, Failure>;
  /** Ends the dream that we began; false where none runs. */
  wake(): boolean;
  isDreaming(): boolean;
}

interface Running {
  readonly wish: AbortController;
  readonly sleeps: Span[];
}

/** What became of a night, not written yet. */
interface Outcome {
  readonly from: DueNight;
  readonly record: NightRecord;
}

interface Self {
  readonly deps: SchedulerDeps;
  readonly lookEveryMs: number;
  watch: Watch;
  callOff: (() => void) | null;
  isStopped: boolean;
  running: Running | null;
  outcome: Outcome | null;
  /** The claim of another as it was seen last, and how often it had not moved. */
  otherClaim: { readonly by: string; readonly beats: number; readonly looks: number } | null;
  trouble: Failure | null;
  /** As it was read last. */
  dueAtMs: EpochMs | null;
  hasChanged: boolean;
}

interface Seen {
  readonly nowMs: EpochMs;
  readonly settings: ScheduleSettings;
  readonly zone: string;
  readonly rule: string;
}

/** Ten looks, ten minutes: as long as a lease may be silent (store/lease.ts). Counted in looks, for clocks jump. */
const silentLooksMax = 10;
/** A night that ends the app each time is not begun for ever. */
const attemptsMax = 3;
/** More nights than these in one go: the computer was away for months, or its clock was wrong. They share a record. */
const nightsAtOnceMax = 100;
const stepsMax = 3 * nightsAtOnceMax;
/** Nights that have a record already, passed over after a clock went back. */
const recordedMax = 10_000;

export function createScheduler(deps: SchedulerDeps): Scheduler {
  const self: Self = {
    deps,
    lookEveryMs: deps.lookEveryMs ?? minuteMs,
    watch: newWatch,
    callOff: null,
    isStopped: true,
    running: null,
    outcome: null,
    otherClaim: null,
    trouble: null,
    dueAtMs: null,
    hasChanged: false,
  };
  const lookAnew = (): void => {
    self.watch = { ...self.watch, isClockMoved: true };
    look(self);
  };
  return {
    start: () => {
      self.isStopped = false;
      look(self);
    },
    stop: () => {
      self.isStopped = true;
      self.callOff?.();
    },
    suspended: () => {
      self.watch = fellAsleep(self.watch, deps.clock.wall());
    },
    resumed: () => resumed(self),
    settingsChanged: lookAnew,
    timeZoneChanged: lookAnew,
    next: () => view(self).next,
    asked: () => view(self).asked,
    answerMissed: (dream) => answerMissed(self, dream),
    pause: (untilMs) => {
      const paused = deps.store.pause(untilMs, deps.clock.wall());
      if (!paused.ok) return paused;
      lookAnew();
      return ok(view(self).next);
    },
    wake: () => {
      self.running?.wish.abort();
      return self.running !== null;
    },
    isDreaming: () => self.running !== null,
  };
}

function look(self: Self): void {
  if (self.isStopped) return;
  const nowMs = self.deps.clock.wall();
  const { watch, gap } = looked(self.watch, nowMs, 3 * self.lookEveryMs);
  self.watch = watch;
  if (gap !== null) self.running?.sleeps.push(gap);
  const done = self.running === null ? steps(self, nowMs) : self.deps.store.beat(self.deps.me.by);
  self.trouble = done.ok ? null : done.error;
  arm(self, nowMs);
  // Told last, so that whoever listens finds all of it done.
  if (self.hasChanged) self.deps.onChange();
  self.hasChanged = false;
}

/** Never longer than a minute: what a timer counts while the computer sleeps differs from system to system. */
function arm(self: Self, nowMs: EpochMs): void {
  self.callOff?.();
  const leftMs = self.dueAtMs === null ? 0 : self.dueAtMs - nowMs;
  const delayMs = leftMs > 0 ? Math.min(self.lookEveryMs, leftMs) : self.lookEveryMs;
  self.callOff = self.deps.timers.after(delayMs, () => look(self));
}

function resumed(self: Self): void {
  if (self.isStopped) return;
  const { watch, slept } = wokeUp(self.watch, self.deps.clock.wall());
  self.watch = watch;
  if (slept !== null) self.running?.sleeps.push(slept);
  look(self);
}

type Step = Result<'again' | 'rest', Failure>;
const again: Step = ok('again');
const rest: Step = ok('rest');

function steps(self: Self, nowMs: EpochMs): Step {
  for (let nth = 0; nth < stepsMax; nth++) {
    const done = step(self, nowMs, nth === 0);
    if (!done.ok || done.value === 'rest') return done;
  }
  return rest;
}

function step(self: Self, nowMs: EpochMs, isFirst: boolean): Step {
  if (self.running !== null) return rest;
  const settings = self.deps.store.schedule();
  if (!settings.ok) return settings;
  const found = self.deps.store.dueNight();
  if (!found.ok) return found;
  const row = found.value;
  self.dueAtMs = row?.dueAtMs ?? null;
  const seen = seenNow(self, nowMs, settings.value);
  if (self.outcome !== null) return settleOutcome(self, seen, self.outcome);
  if (row === null) return settings.value.isOn ? firstRow(self, seen) : rest;
  if (row.state === 'begun') return claimed(self, seen, row);
  if (row.state === 'ahead' && row.rule === seen.rule && row.zone !== seen.zone) {
    return reanchor(self, seen, row);
  }
  return row.dueAtMs > nowMs ? stillAhead(self, seen, row) : itsTimeCame(self, seen, row, isFirst);
}

export const zoneOf = (settings: ScheduleSettings, systemZone: string): string =>
  [settings.zone, systemZone].find((zone) => zone !== null && isZone(zone)) ?? 'UTC';

const seenNow = (self: Self, nowMs: EpochMs, settings: ScheduleSettings): Seen => ({
  nowMs,
  settings,
  zone: zoneOf(settings, self.deps.zone()),
  rule: JSON.stringify(settings.pattern),
});

const firstRow = (self: Self, seen: Seen): Step =>
  from(nextUnrecorded(self, seen, seen.nowMs), (night) =>
    night === null ? rest : moveOn(self, null, rowOf(night, seen), null),
  );

/** Its time has not come, as the clock stands now. */
function stillAhead(self: Self, seen: Seen, row: DueNight): Step {
  if (!seen.settings.isOn) return moveOn(self, row, null, null);
  // The clock was put back while it waited: it falls again when its time comes.
  if (row.state !== 'ahead') return moveOn(self, row, freshRow(row), null);
  if (row.rule !== seen.rule) {
    return from(nextUnrecorded(self, seen, seen.nowMs), (night) =>
      moveOn(self, row, night === null ? null : rowOf(night, seen), null),
    );
  }
  if (!self.watch.isClockMoved) return rest;
  return from(nextUnrecorded(self, seen, seen.nowMs), (night) => {
    self.watch = { ...self.watch, isClockMoved: false };
    const isEarlier = night !== null && night.dueAtMs < row.dueAtMs;
    return isEarlier ? moveOn(self, row, rowOf(night, seen), null) : rest;
  });
}

/** The zone changed: the same time on the wall, at another moment. So no date gets two nights, and none is passed over. */
function reanchor(self: Self, seen: Seen, row: DueNight): Step {
  const night: Night = { dueAtMs: momentOf(seen.zone, wallMs(row.wallMs)), wallMs: wallMs(row.wallMs) };
  if (night.dueAtMs <= seen.nowMs && absenceAt(self.watch, night.dueAtMs) === null) {
    const change = { fromZone: row.zone, toZone: seen.zone, toMs: seen.nowMs };
    self.watch = withAbsence(self.watch, { kind: 'zone', ...change });
  }
  return from(self.deps.store.isRecorded(night), (isTaken) =>
    from(isTaken ? nextUnrecorded(self, seen, night.dueAtMs) : ok(night), (next) =>
      moveOn(self, row, next === null ? null : rowOf(next, seen), null),
    ),
  );
}

function itsTimeCame(self: Self, seen: Seen, row: DueNight, isFirst: boolean): Step {
  const { settings, nowMs, zone } = seen;
  const sight: Sight = {
    nowMs,
    row,
    settings,
    zone,
    newer: nextNight(settings.pattern, zone, afterWhat(seen, row)),
    absence: absenceAt(self.watch, row.dueAtMs),
    power: self.deps.power(),
    isBusy: self.deps.isBusy(),
  };
  const crowd = isFirst && row.state === 'ahead' && settings.isOn ? crowdOf(sight) : null;
  if (crowd !== null) return settleCrowd(self, seen, row, crowd);
  return carryOut(self, seen, row, decide(sight));
}

function carryOut(self: Self, seen: Seen, row: DueNight, verdict: Verdict): Step {
  switch (verdict.kind) {
    case 'rest':
      if (verdict.waitingFor === row.waitingFor) return rest;
      return from(moveOn(self, row, { ...row, waitingFor: verdict.waitingFor }, null), () => rest);
    case 'mark': {
      const isCaughtUp = row.isCaughtUp || verdict.state !== 'due';
      const { state, lateBecause } = verdict;
      return moveOn(self, row, { ...row, state, lateBecause, isCaughtUp }, null);
    }
    case 'settle': {
      const end = row.attempts > 0 ? cutOff(row) : verdict;
      return settle(self, seen, row, recordOf(row, seen.nowMs, end));
    }
    case 'begin':
      self.running = { wish: new AbortController(), sleeps: [] };
      void dreamOne(self, seen, row, self.running);
      return rest;
    default:
      return assertNever(verdict);
  }
}

/** After it, or after now where the pattern is another one than it fell by: what that would have wished for is past. */
const afterWhat = (seen: Seen, row: DueNight): EpochMs =>
  row.rule === seen.rule || row.dueAtMs > seen.nowMs ? row.dueAtMs : seen.nowMs;

function settle(self: Self, seen: Seen, row: DueNight, record: NightRecord): Step {
  if (!seen.settings.isOn) return moveOn(self, row, null, record);
  return from(nextUnrecorded(self, seen, afterWhat(seen, row), row), (night) =>
    moveOn(self, row, night === null ? null : rowOf(night, seen), record),
  );
}

/** The newest of a crowd of nights that went by at once; null where they are few. */
function crowdOf({ settings, zone, row, nowMs, newer }: Sight): Night | null {
  let next = newer;
  for (let nth = 0; nth < nightsAtOnceMax; nth++) {
    if (next === null || next.dueAtMs > nowMs) return null;
    next = nextNight(settings.pattern, zone, next.dueAtMs);
  }
  return newestNight(settings.pattern, zone, { afterMs: row.dueAtMs, untilMs: nowMs });
}

function settleCrowd(self: Self, seen: Seen, row: DueNight, newest: Night): Step {
  const absence = absenceAt(self.watch, row.dueAtMs);
  const why = absence === null ? 'the clock moved' : absenceInWords(absence, seen.zone);
  const until = dayAndClock(seen.zone, newest.dueAtMs);
  const because = `Missed ${nameOf(row)} and more than ${nightsAtOnceMax} nights after it, before ${until}: ${why}, or the clock was wrong.`;
  const record = recordOf(row, seen.nowMs, { fate: 'missed', because });
  return from(self.deps.store.isRecorded(newest), (isTaken) =>
    from(isTaken ? nextUnrecorded(self, seen, newest.dueAtMs, row) : ok(newest), (night) =>
      moveOn(self, row, night === null ? null : rowOf(night, seen), record),
    ),
  );
}

/** Somebody dreams it, or did until they died. */
function claimed(self: Self, seen: Seen, row: DueNight): Step {
  const { claim } = row;
  if (claim === null) return rest;
  if (claim.by !== self.deps.me.by && !self.deps.store.isDead(claim)) {
    const before = self.otherClaim;
    const isSilent = before !== null && before.by === claim.by && before.beats === row.beats;
    const looks = isSilent ? before.looks + 1 : 0;
    self.otherClaim = { by: claim.by, beats: row.beats, looks };
    if (looks < silentLooksMax) return rest;
  }
  self.otherClaim = null;
  return from(self.deps.store.receiptSince(claim.atMs), (receipt) =>
    receipt === null
      ? interrupted(self, seen, row)
      : settle(self, seen, row, recordOfReceipt(row, receipt, [], seen)),
  );
}

/** Dreamt again under the same due time where it may still begin; else it has failed. */
function interrupted(self: Self, seen: Seen, row: DueNight): Step {
  const { settings, nowMs, zone } = seen;
  const latestMs = latestStart({ row, settings });
  const newer = nextNight(settings.pattern, zone, afterWhat(seen, row));
  const isOver =
    !settings.isOn ||
    (settings.pausedUntilMs !== null && row.dueAtMs < settings.pausedUntilMs) ||
    (latestMs !== null && nowMs >= latestMs) ||
    (newer !== null && newer.dueAtMs <= nowMs) ||
    row.attempts >= attemptsMax;
  if (isOver) return settle(self, seen, row, recordOf(row, nowMs, cutOff(row)));
  const lateBecause = `the app ended while dreaming, begun at ${clock(zone, row.claim?.atMs ?? nowMs)}`;
  return moveOn(self, row, { ...row, state: 'late', lateBecause, isCaughtUp: true, claim: null }, null);
}

const cutOff = (row: DueNight): { readonly fate: NightFate; readonly because: string } => ({
  fate: 'failed',
  because: `Failed ${nameOf(row)}: the app ended while dreaming${row.attempts > 1 ? `, ${row.attempts} times` : ''}; what was read is kept.`,
});

async function dreamOne(self: Self, seen: Seen, row: DueNight, running: Running): Promise<void> {
  const { deps } = self;
  const tooFew = await tooFewSessions(self, seen, row);
  if (self.isStopped) return;
  if (tooFew !== null) {
    const record = recordOf(row, deps.clock.wall(), { fate: 'skipped', because: tooFew });
    return dreamEnded(self, { from: row, record });
  }
  const claim = { ...deps.me, atMs: deps.clock.wall() };
  const begun: DueNight = {
    ...row,
    state: 'begun',
    waitingFor: null,
    attempts: row.attempts + 1,
    firstBegunAtMs: row.firstBegunAtMs ?? claim.atMs,
    claim,
    beats: 0,
  };
  const won = deps.store.move({ from: row, to: begun, record: null });
  if (!won.ok || !won.value) {
    // Another process was first, or the store cannot be written: the next look tells.
    self.running = null;
    return;
  }
  deps.onChange();
  const result = await dreamt(self, row, running);
  if (self.isStopped) return;
  if (!result.ok && result.error.kind === 'store-busy') {
    // Another dream is at work. Should this move fail too, the claim is found to be ours and given up at the next look.
    deps.store.move({ from: begun, to: { ...row, waitingFor: 'work' }, record: null });
    self.running = null;
    deps.onChange();
    return;
  }
  const now = { ...seen, nowMs: deps.clock.wall() };
  const record = result.ok
    ? recordOfReceipt(begun, result.value, running.sleeps, now)
    : recordOf(begun, now.nowMs, failed(begun, result.error));
  dreamEnded(self, { from: begun, record });
}

function dreamEnded(self: Self, outcome: Outcome): void {
  self.running = null;
  self.outcome = outcome;
  look(self);
}

async function dreamt(self: Self, row: DueNight, running: Running): Promise<Result<Receipt, Failure>> {
  try {
    const startedBy = row.isCaughtUp ? 'catch-up' : 'schedule';
    return await self.deps.dream(startedBy, running.wish.signal);
  } catch (error) {
    // What is wrong with a dream must not end the watch: the night gets its record and the next one falls.
    return err({
      kind: 'not-readable',
      happened: error instanceof Error ? error.message : 'The dream broke off.',
      safe: 'What was read is kept.',
      todo: 'Look into the log file.',
    });
  }
}

/** A sentence where the night is left out for too few new sessions. */
async function tooFewSessions(self: Self, { settings }: Seen, row: DueNight): Promise<string | null> {
  const wanted = settings.newSessionsMin;
  if (wanted <= 0 || row.state === 'agreed') return null;
  const found = await countOrNull(self);
  if (found === null || found >= wanted) return null;
  return `Skipped ${nameOf(row)}: ${found} new ${found === 1 ? 'session' : 'sessions'}, and at least ${wanted} were asked for.`;
}

async function countOrNull(self: Self): Promise<number | null> {
  try {
    return await self.deps.newSessions();
  } catch {
    // What cannot be counted keeps nobody from dreaming; the night itself will say what is wrong.
    return null;
  }
}

/** Where another process was first, what we dreamt is in the store, and the record is theirs. */
const settleOutcome = (self: Self, seen: Seen, { from: row, record }: Outcome): Step =>
  from(settle(self, seen, row, record), (done) => {
    self.outcome = null;
    return ok(done);
  });

function answerMissed(self: Self, dream: boolean): Result<void, Failure> {
  const found = self.deps.store.dueNight();
  if (!found.ok) return found;
  const row = found.value;
  if (row === null || row.state !== 'asked') return err(nothingAsked);
  const settings = self.deps.store.schedule();
  if (!settings.ok) return settings;
  const seen = seenNow(self, self.deps.clock.wall(), settings.value);
  const because = `Skipped ${nameOf(row)}: ${row.lateBecause ?? 'its time went by'}; you left it out.`;
  const moved = dream
    ? moveOn(self, row, { ...row, state: 'agreed' }, null)
    : settle(self, seen, row, recordOf(row, seen.nowMs, { fate: 'skipped', because }));
  if (!moved.ok) return moved;
  look(self);
  return ok(undefined);
}

const nothingAsked: Failure = {
  kind: 'not-found',
  happened: 'No missed night waits for an answer.',
  safe: 'Nothing was changed.',
  todo: 'Start a dream of its own if you want one now.',
};

function moveOn(self: Self, row: DueNight | null, to: DueNight | null, record: NightRecord | null): Step {
  const moved = self.deps.store.move({ from: row, to, record });
  if (!moved.ok) return moved;
  self.hasChanged = true;
  // Where another process was first, what stands there now is looked at anew.
  return again;
}

/** The first night after a moment that has no record, and is not the one that gets it now. */
function nextUnrecorded(
  self: Self,
  seen: Seen,
  afterMs: EpochMs,
  settled: DueNight | null = null,
): Result<Night | null, Failure> {
  let night = nextNight(seen.settings.pattern, seen.zone, afterMs);
  for (let nth = 0; night !== null && nth < recordedMax; nth++) {
    const recorded = self.deps.store.isRecorded(night);
    if (!recorded.ok) return recorded;
    // After a flight westwards the time on the wall that was settled comes once more.
    if (!recorded.value && night.wallMs !== settled?.wallMs) return ok(night);
    night = nextNight(seen.settings.pattern, seen.zone, night.dueAtMs);
  }
  return ok(null);
}

const rowOf = (night: Night, seen: Pick<Seen, 'zone' | 'rule'>): DueNight => ({
  dueAtMs: night.dueAtMs,
  wallMs: night.wallMs,
  zone: seen.zone,
  rule: seen.rule,
  state: 'ahead',
  waitingFor: null,
  lateBecause: null,
  isCaughtUp: false,
  attempts: 0,
  firstBegunAtMs: null,
  claim: null,
  beats: 0,
});

const freshRow = (row: DueNight): DueNight => ({
  ...rowOf({ dueAtMs: row.dueAtMs, wallMs: wallMs(row.wallMs) }, row),
  attempts: row.attempts,
  firstBegunAtMs: row.firstBegunAtMs,
});

const recordOf = (
  row: DueNight,
  endedAtMs: EpochMs,
  end: { readonly fate: NightFate; readonly because: string },
): NightRecord => ({
  dueAtMs: row.dueAtMs,
  fate: end.fate,
  because: end.because,
  nightId: null,
  startedAtMs: row.firstBegunAtMs,
  endedAtMs,
  isCaughtUp: row.isCaughtUp && row.firstBegunAtMs !== null,
});

function recordOfReceipt(
  row: DueNight,
  receipt: Receipt,
  sleeps: readonly Span[],
  seen: Pick<Seen, 'nowMs' | 'zone'>,
): NightRecord {
  const late = row.lateBecause === null ? '' : ` It began late: ${row.lateBecause}.`;
  const slept = sleeps.map((span) => ` The laptop slept ${spanInWords(span, seen.zone)}, and it went on.`);
  const because = `${receipt.because}${late}${slept.join('')}`;
  const end = { fate: fateOf(receipt), because };
  return { ...recordOf(row, seen.nowMs, end), nightId: receipt.nightId };
}

function fateOf({ outcome }: Receipt): NightFate {
  switch (outcome) {
    case 'done':
      return 'ran';
    case 'empty':
    case 'woken':
    case 'failed':
      return outcome;
    default:
      return assertNever(outcome);
  }
}

const failed = (row: DueNight, failure: Failure): { readonly fate: NightFate; readonly because: string } =>
  failure.kind === 'woken'
    ? { fate: 'woken', because: `Woken ${nameOf(row)}: ${failure.happened} ${failure.safe}` }
    : { fate: 'failed', because: `Failed ${nameOf(row)}: ${failure.happened} ${failure.safe}` };

function view(self: Self): { readonly next: NextNight; readonly asked: NightRecord | null } {
  const nowMs = self.deps.clock.wall();
  const settings = self.deps.store.schedule();
  const row = self.deps.store.dueNight();
  const trouble = [settings, row].flatMap((answer) => (answer.ok ? [] : [answer.error]))[0] ?? self.trouble;
  return nextView({
    nowMs,
    settings: settings.ok ? settings.value : null,
    row: row.ok ? row.value : null,
    zone: settings.ok ? zoneOf(settings.value, self.deps.zone()) : self.deps.zone(),
    trouble,
  });
}

/** Goes on where there is no failure. */
const from = <T, R>(result: Result<T, Failure>, go: (value: T) => Result<R, Failure>): Result<R, Failure> =>
  result.ok ? go(result.value) : result;
