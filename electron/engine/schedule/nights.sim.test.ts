// A laptop's nights from one seed: it sleeps, is shut down, travels, runs empty, its clock jumps, its app dies at any
// moment, a second process looks on. Whatever happens, each night that was due has its one record, none runs twice, none
// is lost, and what was written stays. A month of it here; a year of each zone with LONG=1.
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { NightOutcome } from '../../../shared/dream.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { contentHash, epochMs, nightId, versionNumber } from '../../../shared/ids.ts';
import type { SchedulePattern, ScheduleSettings } from '../../../shared/schedule.ts';
import { connect, sql } from '../store/db.ts';
import { putNight } from '../store/nights.ts';
import { integer, text } from '../store/rows.ts';
import { dueNight } from '../store/schedule.ts';
import { readSchedule, writeSettings } from '../store/settings.ts';
import { madeUpReceipt } from '../store/testing/made-up.ts';
import { openTempStore } from '../store/testing/temp-store.ts';
import type { Scheduler } from './scheduler.ts';
import type { Computer } from './testing/computer.ts';
import { createComputer, recordsOf, setSchedule, startProcess } from './testing/computer.ts';
import { createVirtualTime } from './testing/virtual-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const isLong = process.env['LONG'] === '1';
/** Every minute, as in real life, only in the first year of the long run: a month has 43,200 minutes. */
const lookEveryMsOf = (nth: number): number => (isLong && nth === 1 ? minute : 4 * minute);

interface Chance {
  /** From 0 up to but not 1. */
  next(): number;
  below(max: number): number;
  oneOf<T>(list: readonly T[]): T;
}

/** Mulberry32: small, and the same on every machine. */
function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (max: number): number => Math.floor(next() * max);
  return {
    next,
    below,
    oneOf: (list) => {
      const found = list[below(list.length)];
      if (found === undefined) throw new Error('an empty list');
      return found;
    },
  };
}

interface World {
  readonly seed: string;
  readonly chance: Chance;
  readonly computer: Computer;
  readonly home: string;
  readonly connections: readonly Computer['db'][];
  /** By name. */
  readonly processes: Map<string, Scheduler>;
  readonly pattern: SchedulePattern;
  readonly lookEveryMs: number;
  /** Within it whoever is awake has looked. */
  readonly soonMs: number;
  made: number;
  /** Dreams at work: by whom, and for which night. */
  readonly atWork: Map<string, number>;
  /** Promises that were broken while nobody could be told. */
  readonly broken: string[];
  /** How often a night was dreamt to its end. */
  readonly whole: Map<number, number>;
  /** Records as they were seen first. */
  readonly seen: Map<number, string>;
  /** Clock changes that are to be taken back. */
  backMs: number;
}

const places = [
  'America/New_York',
  'Europe/Athens',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'America/Santiago',
  'UTC',
  'Pacific/Apia',
  'Africa/Casablanca',
] as const;

function createWorld(home: string, nth: number, startText: string, pattern: SchedulePattern): World {
  const { db, dataFolder } = openTempStore();
  const other = connect(join(dataFolder, 'slowwave.db'), { readOnly: false });
  onTestFinished(other.close);
  const startMs = Temporal.PlainDateTime.from(startText).toZonedDateTime(home).epochMilliseconds;
  const computer = createComputer(db, createVirtualTime(epochMs(startMs)), home);
  // Counting takes a while, so that two processes can be at it together.
  setSchedule(computer, { pattern, newSessionsMin: 1 });
  computer.countTakesMs = 3000;
  const world: World = {
    seed: `${home} #${nth}`,
    chance: chanceOf(Number.parseInt(contentHash(home, String(nth)).slice(0, 8), 16)),
    computer,
    home,
    connections: [db, other.db],
    processes: new Map(),
    pattern,
    lookEveryMs: lookEveryMsOf(nth),
    soonMs: lookEveryMsOf(nth) + minute,
    made: 0,
    atWork: new Map(),
    broken: [],
    whole: new Map(),
    seen: new Map(),
    backMs: 0,
  };
  computer.beforeDreamEnds = (by, startedAtMs) => dreamEnds(world, by, startedAtMs);
  computer.onWoken = (by) => void world.atWork.delete(by);
  computer.dreamBegins = (by) => dreamBegins(world, by);
  start(world);
  return world;
}

function start(world: World): void {
  const by = `p${world.made++}`;
  const db = world.connections[world.processes.size] ?? world.computer.db;
  world.processes.set(by, startProcess(world.computer, by, { db, lookEveryMs: world.lookEveryMs }));
}

/** A process is gone with all that it was about to do. */
function kill(world: World, by: string, isKnown: boolean): void {
  world.computer.time.forgetAlarms(by);
  if (isKnown) world.computer.dead.add(by);
  world.processes.delete(by);
  world.atWork.delete(by);
}

/** What is wrong is told later: a scheduler that hears an error from a dream only records a failed night. */
function dreamBegins(world: World, by: string): void {
  const row = dueNight(world.computer.db);
  const dueAtMs = row?.dueAtMs ?? 0;
  const told = (what: string): number => world.broken.push(`${new Date(dueAtMs).toISOString()} ${what}`);
  if (row?.claim?.by !== by) told(`is dreamt by ${by} and claimed by ${row?.claim?.by ?? 'nobody'}`);
  if (world.atWork.size > 0) told('is dreamt while another dream is at work');
  if ((world.whole.get(dueAtMs) ?? 0) > 0) told('is dreamt again');
  if (world.seen.has(dueAtMs)) told('has its record already');
  world.atWork.set(by, dueAtMs);
}

/** The engine's own record is written; the app may die before the scheduler writes its. */
function dreamEnds(world: World, by: string, startedAtMs: EpochMs): void {
  const { computer, chance } = world;
  const dueAtMs = world.atWork.get(by);
  world.atWork.delete(by);
  computer.dreamEnds = chance.oneOf<NightOutcome>(['done', 'done', 'done', 'empty', 'failed']);
  if (dueAtMs === undefined) return;
  if (computer.dreamEnds !== 'failed') world.whole.set(dueAtMs, (world.whole.get(dueAtMs) ?? 0) + 1);
  const id = nightId(world.seed, by, String(startedAtMs));
  const receipt = madeUpReceipt(id, startedAtMs, { outcome: computer.dreamEnds });
  const proposal = { nightId: id, base: versionNumber(0), changes: [] };
  putNight(computer.db, { receipt, proposal, diary: '', verdicts: [] });
  if (chance.next() < 0.08) {
    const isKnown = chance.next() < 0.7;
    kill(world, by, isKnown);
    computer.diesNow.add(by);
    start(world);
  }
}

const each = (world: World, tell: (scheduler: Scheduler) => void): void =>
  [...world.processes.values()].forEach(tell);

const schedule = (world: World, more: Partial<ScheduleSettings>): void => {
  const { db, time } = world.computer;
  writeSettings(db, { schedule: { ...readSchedule(db), ...more } }, time.clock.wall());
  each(world, (scheduler) => scheduler.settingsChanged());
};

/** What can happen, with its weight. */
const happenings: readonly (readonly [number, string, (world: World) => Promise<void> | void])[] = [
  [10, 'sleep', sleep],
  [3, 'shutdown', shutDown],
  [4, 'death', die],
  [2, 'clock', jumpClock],
  [2, 'travel', travel],
  [3, 'battery', ({ computer, chance }) => void (computer.onBattery = chance.next() < 0.4)],
  [2, 'hands', ({ computer, chance }) => void (computer.idleMs = chance.oneOf([0, hour]))],
  [2, 'work', ({ computer, chance }) => void (computer.isBusy = chance.next() < 0.3)],
  [1, 'sessions', ({ computer, chance }) => void (computer.newSessions = chance.below(6))],
  [2, 'settings', changeSettings],
  [1, 'pause', pause],
  [3, 'answer', answer],
  [4, 'second process', secondProcess],
  [2, 'locked', lockStore],
  [2, 'length', ({ computer, chance }) => void (computer.dreamTakesMs = minute + chance.below(3 * hour))],
  [1, 'wake', ({ processes }) => void [...processes.values()][0]?.wake()],
];
const weightAll = happenings.reduce((sum, [weight]) => sum + weight, 0);

async function happen(world: World): Promise<void> {
  let left = world.chance.next() * weightAll;
  for (const [weight, , event] of happenings) {
    left -= weight;
    if (left < 0) return event(world);
  }
}

async function sleep(world: World): Promise<void> {
  const { computer, chance } = world;
  const lengthMs = chance.next() < 0.1 ? chance.below(4 * day) : minute + chance.below(12 * hour);
  const isTold = chance.next() < 0.7;
  if (isTold) each(world, (scheduler) => scheduler.suspended());
  computer.time.jump(lengthMs);
  if (isTold) each(world, (scheduler) => scheduler.resumed());
  await computer.time.pass(world.soonMs);
}

function shutDown(world: World): void {
  const { computer, chance } = world;
  for (const [by, scheduler] of world.processes) {
    scheduler.stop();
    kill(world, by, true);
  }
  computer.time.jump(chance.next() < 0.15 ? chance.below(6 * day) : chance.below(20 * hour));
  start(world);
}

async function die(world: World): Promise<void> {
  const { computer, chance, processes } = world;
  const by = chance.oneOf([...processes.keys()]);
  kill(world, by, chance.next() < 0.6);
  if (processes.size > 0 && chance.next() < 0.5) return;
  await computer.time.pass(chance.oneOf([5000, 5 * minute, 2 * hour]));
  start(world);
}

/** Ahead or back by up to a day and a half, and put right later. */
function jumpClock(world: World): void {
  const { computer, chance } = world;
  const byMs = world.backMs === 0 ? chance.oneOf([-1, 1]) * chance.below(1.5 * day) : world.backMs;
  world.backMs = world.backMs === 0 ? -byMs : 0;
  computer.time.jump(byMs);
}

function travel(world: World): void {
  const { computer, chance, home } = world;
  computer.zone = computer.zone === home ? chance.oneOf(places) : home;
  if (chance.next() < 0.5) each(world, (scheduler) => scheduler.timeZoneChanged());
}

function changeSettings(world: World): void {
  const { chance } = world;
  schedule(world, {
    catchUp: chance.oneOf(['on-wake', 'on-wake', 'ask', 'skip']),
    onPower: chance.next() < 0.4,
    idleMinutes: chance.oneOf([0, 0, 20]),
    newSessionsMin: chance.oneOf([0, 1, 3]),
    latestStartMinute: chance.oneOf([null, 600, 240]),
  });
}

function pause({ computer, chance, processes }: World): void {
  const untilMs = epochMs(computer.time.clock.wall() + chance.below(3 * day));
  [...processes.values()][0]?.pause(chance.next() < 0.3 ? null : untilMs);
}

function answer({ chance, processes }: World): void {
  const scheduler = [...processes.values()][0];
  if (scheduler?.asked() !== null) scheduler?.answerMissed(chance.next() < 0.6);
}

function secondProcess(world: World): void {
  const [, second] = [...world.processes.keys()];
  if (second === undefined) start(world);
  else kill(world, second, true);
}

async function lockStore(world: World): Promise<void> {
  const { computer, chance } = world;
  computer.isStoreLocked = true;
  await computer.time.pass(chance.below(20 * minute));
  computer.isStoreLocked = false;
  await computer.time.pass(world.soonMs);
}

interface Row {
  readonly dueAtMs: number;
  readonly wallMs: number;
  readonly zone: string;
  readonly all: string;
}

const rowsOf = ({ computer }: World): readonly Row[] =>
  computer.db.all(
    sql`
      SELECT due_at_ms, wall_ms, zone, fate, because, night, started_at_ms, ended_at_ms, is_caught_up
      FROM scheduled_nights
      ORDER BY wall_ms`,
    (row) => ({
      dueAtMs: integer(row, 'due_at_ms'),
      wallMs: integer(row, 'wall_ms'),
      zone: text(row, 'zone'),
      all: JSON.stringify(row),
    }),
  );

/** What must hold at any moment at which the computer is awake. */
function checkNow(world: World): void {
  const { computer, seed } = world;
  const row = dueNight(computer.db);
  const nowMs = computer.time.clock.wall();
  expect(world.broken, seed).toEqual([]);
  expect(row, `${seed}: a night is due next`).not.toBeNull();
  if (row === null || computer.isStoreLocked) return;
  const isOverlooked = row.state === 'ahead' && row.dueAtMs < nowMs - world.soonMs;
  expect(isOverlooked, `${seed}: ${new Date(row.dueAtMs).toISOString()} is overlooked`).toBe(false);
}

/** Records stay as they were; each wished date from the first to the one that is due next has one. */
function checkRecords(world: World): void {
  const { seed, seen, computer } = world;
  const rows = rowsOf(world);
  const byDue = new Map(rows.map((row) => [row.dueAtMs, row.all]));
  const changed = [...seen].filter(([dueAtMs, before]) => byDue.get(dueAtMs) !== before);
  expect(changed, `${seed}: records stay`).toEqual([]);
  for (const row of rows) {
    if (!seen.has(row.dueAtMs)) checkMoment(world, row);
    seen.set(row.dueAtMs, row.all);
  }
  const next = dueNight(computer.db);
  // A clock that is put back before the first night makes an earlier one due.
  const walls = [...rows.map((row) => row.wallMs), ...(next === null ? [] : [next.wallMs])].sort(
    (one, other) => one - other,
  );
  const breaks = walls.slice(1).filter((wall, nth) => wall !== nextWished(world.pattern, walls[nth] ?? 0));
  expect(
    breaks.map((wall) => new Date(wall).toISOString()),
    `${seed}: nights that do not follow the one before`,
  ).toEqual([]);
}

/** By hand, without the code under test. */
function nextWished(pattern: SchedulePattern, wallMs: number): number {
  const next = wallMs + day;
  const weekday = new Date(next).getUTCDay();
  const isFree = pattern.kind === 'weekdays' && (weekday === 0 || weekday === 6);
  return isFree ? nextWished(pattern, next) : next;
}

/** Intl's view of a zone's wall, to hold against Temporal's. */
const formatters = new Map<string, Intl.DateTimeFormat>();
function shownByIntl(zone: string, atMs: number): string {
  const formatter =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formatters.set(zone, formatter);
  return formatter.format(atMs).replace(' ', 'T');
}

/** The wall showed the wished time when it was due, or never showed it that night. */
function checkMoment({ seed }: World, { zone, dueAtMs, wallMs }: Row): void {
  const wished = new Date(wallMs).toISOString().slice(0, 16);
  if (shownByIntl(zone, dueAtMs) === wished) return;
  const quarters = Array.from({ length: 48 }, (_, nth) => dueAtMs + (nth - 24) * 15 * minute);
  const isShownElsewhere = quarters.some((ms) => shownByIntl(zone, ms) === wished);
  expect(isShownElsewhere, `${seed}: ${wished} in ${zone} was due at another time`).toBe(false);
}

async function live(world: World, days: number): Promise<void> {
  const { computer, chance } = world;
  const endMs = computer.time.clock.wall() + days * day;
  while (computer.time.clock.wall() < endMs) {
    await computer.time.pass(chance.below(10 * hour));
    checkNow(world);
    await happen(world);
    await computer.time.pass(world.soonMs);
    checkNow(world);
    checkRecords(world);
  }
  if (world.processes.size === 0) start(world);
  await computer.time.pass(hour);
  checkRecords(world);
}

const others: readonly SchedulePattern[] = [
  { kind: 'weekdays', hour: 0, minute: 30 },
  { kind: 'cron', expression: '0 3 * * *' },
];
const daily = (hour: number, minute: number): SchedulePattern => ({ kind: 'daily', hour, minute });

// A month around a change of the clock in each zone, and an hour that the change skips; the year holds all changes.
const months: Readonly<Record<(typeof places)[number], readonly [string, SchedulePattern]>> = {
  'America/New_York': ['2027-03-01T20:00', daily(2, 30)],
  'Europe/Athens': ['2027-03-15T20:00', { kind: 'cron', expression: '0 3 * * *' }],
  'Australia/Lord_Howe': ['2027-09-20T20:00', daily(2, 15)],
  'Asia/Kolkata': ['2027-05-01T20:00', { kind: 'weekdays', hour: 3, minute: 0 }],
  'America/Santiago': ['2027-08-25T20:00', daily(0, 0)],
  UTC: ['2028-02-15T20:00', daily(3, 0)],
  'Pacific/Apia': ['2027-06-01T20:00', { kind: 'weekdays', hour: 23, minute: 45 }],
  'Africa/Casablanca': ['2027-02-25T20:00', daily(2, 30)],
};

describe.each(places)('the nights of %s', (zone) => {
  const seeds = isLong ? [1, 2, 3] : [1];
  it.each(seeds)(
    'have one record each, run once and are never lost, whatever happens (seed %i)',
    async (nth) => {
      const [monthStart, wished] = months[zone];
      const pattern = others[nth - 2] ?? wished;
      const startText = isLong ? '2027-01-01T20:00' : monthStart;
      const world = createWorld(zone, nth, startText, pattern);
      await live(world, isLong ? 366 : 30);
      const fates = new Set(recordsOf(world.computer).map((record) => record.fate));
      expect(fates.has('ran') || fates.has('empty'), `${world.seed}: some are dreamt`).toBe(true);
      expect(fates.size, `${world.seed}: ${[...fates].join(', ')}`).toBeGreaterThan(2);
      expect(rowsOf(world).length).toBeGreaterThan(isLong ? 200 : 15);
    },
    isLong ? 600_000 : 60_000,
  );
});
