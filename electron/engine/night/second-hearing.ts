// Light in a second thread, beside what this one does. It makes the same of a session wherever that is heard, so all that
// changes is how long a night takes. Where such a thread cannot be had, or ends, this one hears everything itself.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadableDb } from '../store/db.ts';
import { packSessions, type PackedSession, type PackedSessions } from '../store/packed-sessions.ts';
import type { StoredSession } from '../store/sessions.ts';
import type { HeardSession } from './hear-session.ts';
import type { FromHearing } from './hearing-thread.ts';

/** What came back of a session. */
export interface CameBack {
  /** As it was handed over. */
  readonly head: StoredSession;
  /** What was forgotten last by then. */
  readonly forgotten: number;
  /** Null: it is to be heard here. */
  readonly heard: HeardSession | null;
}

export interface SecondHearing {
  /** Starts the thread once there is so much to hear that it is worth it. */
  startFor(turns: number): void;
  /** From here on it is handed what `next` gives, up to so many parcels on their way; null for nothing more just now. */
  feed(next: () => StoredSession | null, parcelsMax: number): void;
  /** On its way, or back and not taken yet. */
  isAway(head: StoredSession): boolean;
  /** What came back since it was last asked. */
  take(): readonly CameBack[];
  /** Something is on its way. */
  isBusy(): boolean;
  /** When something comes back, or nothing will. */
  whenBack(): Promise<void>;
  close(): void;
}

// Starting it takes about as long as hearing so many turns, and a machine with one core gains nothing.
const worthTurns = 3000;

/** Turns in one parcel: some thirty milliseconds of work. */
const parcelTurnsMax = 400;

// What lives for a moment only is most of what Light makes; the rest are the word lists.
const limits = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 256 };

/** In the sources beside us, or in the bundle that we are in; a bundler may have put us one folder below the entries. */
function findEntry(): string | null {
  const here = import.meta.dirname;
  const bundled = [join(here, 'hearing-thread.js'), join(here, '..', 'hearing-thread.js')];
  const places = extname(import.meta.filename) === '.ts' ? [join(here, 'hearing-thread.ts')] : bundled;
  return places.find((place) => existsSync(place)) ?? null;
}

interface Food {
  readonly next: () => StoredSession | null;
  readonly parcelsMax: number;
}

function parcelOf(next: Food['next']): readonly StoredSession[] {
  const heads: StoredSession[] = [];
  for (let turns = 0; turns < parcelTurnsMax;) {
    const head = next();
    if (head === null) break;
    heads.push(head);
    turns += head.turns;
  }
  return heads;
}

interface Parcel {
  readonly sessions: readonly PackedSession[];
  readonly forgotten: number;
}

interface Thread {
  send(packed: PackedSessions): void;
  end(): void;
}

function startThread(
  entry: string,
  { hear, lose }: { readonly hear: (heard: FromHearing) => void; readonly lose: () => void },
): Thread {
  const worker = new Worker(entry, { resourceLimits: limits });
  worker.on('message', hear);
  // What went wrong there goes wrong here as well, where it is told; what was wrong with the thread alone does no harm.
  worker.on('error', lose);
  worker.on('exit', lose);
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of ours, nobody's window
    send: (packed) => worker.postMessage(packed),
    end: () => void worker.terminate(),
  };
}

/** `fromTurns`: from so many on the thread is started; left out: as measured, and never with one core. */
export function createSecondHearing(db: ReadableDb, fromTurns?: number): SecondHearing {
  const enough = fromTurns ?? (availableParallelism() > 1 ? worthTurns : Infinity);
  let thread: Thread | null = null;
  let isOver = false;
  let food: Food = { next: () => null, parcelsMax: 0 };
  const onTheirWay: Parcel[] = [];
  const away = new Set<string>();
  let back: CameBack[] = [];
  let waiting: (() => void)[] = [];
  const tellBack = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };
  const bringBack = ({ sessions, forgotten }: Parcel, heard: FromHearing): void => {
    for (const [i, { head }] of sessions.entries()) back.push({ head, forgotten, heard: heard[i] ?? null });
  };
  const lose = (): void => {
    isOver = true;
    thread = null;
    for (const parcel of onTheirWay.splice(0)) bringBack(parcel, []);
    tellBack();
  };
  const hear = (heard: FromHearing): void => {
    const parcel = onTheirWay.shift();
    if (parcel !== undefined) bringBack(parcel, heard);
    hand();
    tellBack();
  };
  const send = (to: Thread, heads: readonly StoredSession[]): void => {
    const packed = packSessions(db, heads);
    for (const { id } of heads) away.add(id);
    const isPacked = new Set(packed.sessions.map(({ head }) => head.id));
    for (const head of heads)
      if (!isPacked.has(head.id)) back.push({ head, forgotten: packed.forgotten, heard: null });
    if (packed.sessions.length === 0) return;
    onTheirWay.push({ sessions: packed.sessions, forgotten: packed.forgotten });
    to.send(packed);
  };
  const hand = (): void => {
    const to = thread;
    if (to === null) return;
    while (onTheirWay.length < food.parcelsMax) {
      const heads = parcelOf(food.next);
      if (heads.length === 0) return;
      send(to, heads);
    }
  };
  return {
    startFor: (turns) => {
      if (thread !== null || isOver || turns < enough) return;
      const entry = findEntry();
      if (entry === null) isOver = true;
      else thread = startThread(entry, { hear, lose });
    },
    feed: (next, parcelsMax) => {
      food = { next, parcelsMax };
      hand();
    },
    isAway: ({ id }) => away.has(id),
    take: () => {
      const taken = back;
      back = [];
      for (const { head } of taken) away.delete(head.id);
      return taken;
    },
    isBusy: () => onTheirWay.length > 0,
    whenBack: () => new Promise((resolve) => (onTheirWay.length === 0 ? resolve() : waiting.push(resolve))),
    close: () => {
      thread?.end();
      lose();
    },
  };
}
