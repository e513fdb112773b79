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

/** What was given away, and what of it is back. */
function createAway() {
  const ids = new Set<string>();
  let back: CameBack[] = [];
  return {
    give: (heads: readonly StoredSession[]): void => {
      for (const { id } of heads) ids.add(id);
    },
    bring: (one: CameBack): void => void back.push(one),
    has: (head: StoredSession): boolean => ids.has(head.id),
    take: (): readonly CameBack[] => {
      const taken = back;
      back = [];
      for (const { head } of taken) ids.delete(head.id);
      return taken;
    },
  };
}

/** `fromTurns`: from so many on the thread is started; left out: as measured, and never with one core. */
export function createSecondHearing(db: ReadableDb, fromTurns?: number): SecondHearing {
  const enough = fromTurns ?? (availableParallelism() > 1 ? worthTurns : Infinity);
  let thread: Thread | 'over' | null = null;
  let food: Food = { next: () => null, parcelsMax: 0 };
  let broken: { readonly error: unknown } | null = null;
  const away = createAway();
  const onTheirWay: Parcel[] = [];
  const waiting: (() => void)[] = [];
  const bring = (parcel: Parcel | undefined, heard: FromHearing): void => {
    for (const [i, { head }] of parcel?.sessions.entries() ?? [])
      away.bring({ head, forgotten: parcel?.forgotten ?? 0, heard: heard[i] ?? null });
  };
  const wakeAll = (): void => {
    for (const wake of waiting.splice(0)) wake();
  };
  const lose = (): void => {
    thread = 'over';
    for (const parcel of onTheirWay.splice(0)) bring(parcel, []);
    wakeAll();
  };
  const hand = (to: Thread): void => {
    while (onTheirWay.length < food.parcelsMax) {
      const heads = parcelOf(food.next);
      if (heads.length === 0) return;
      const packed = packSessions(db, heads);
      away.give(heads);
      const isPacked = new Set(packed.sessions.map(({ head }) => head.id));
      for (const head of heads)
        if (!isPacked.has(head.id)) away.bring({ head, forgotten: packed.forgotten, heard: null });
      if (packed.sessions.length === 0) continue;
      onTheirWay.push({ sessions: packed.sessions, forgotten: packed.forgotten });
      to.send(packed);
    }
  };
  const handOver = (): void => {
    if (thread !== null && thread !== 'over') hand(thread);
  };
  const hear = (heard: FromHearing): void => {
    bring(onTheirWay.shift(), heard);
    try {
      handOver();
    } catch (error) {
      // Of the store, and nobody who asked it hears us here: told when what came back is taken.
      broken = { error };
    }
    wakeAll();
  };
  return {
    startFor: (turns) => {
      if (thread !== null || turns < enough) return;
      const entry = findEntry();
      thread = entry === null ? 'over' : startThread(entry, { hear, lose });
    },
    feed: (next, parcelsMax) => {
      food = { next, parcelsMax };
      handOver();
    },
    isAway: away.has,
    take: () => {
      if (broken !== null) throw broken.error;
      return away.take();
    },
    isBusy: () => onTheirWay.length > 0,
    whenBack: () => new Promise((resolve) => (onTheirWay.length === 0 ? resolve() : waiting.push(resolve))),
    close: () => {
      if (thread !== null && thread !== 'over') thread.end();
      lose();
    },
  };
}
