// First sleep for every session that has grown since it was last heard, or that an older engine heard: in this thread and,
// where there is much, in a second one that begins while the rest is still read.
import { setImmediate as nextTick } from 'node:timers/promises';
import type { Listening } from '../../../shared/engine.ts';
import type { SessionId } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { isAsPacked } from '../store/packed-sessions.ts';
import { sessionById, type StoredSession } from '../store/sessions.ts';
import { putPackedSignals, sessionsWithoutSignals } from '../store/signals.ts';
import { turnsOfSession } from '../store/turns.ts';
import { engineVersion } from './engine-version.ts';
import { hearSession, type HeardSession } from './hear-session.ts';
import { setAsideEvent } from './live-events.ts';
import type { CameBack, SecondHearing } from './second-hearing.ts';

interface Sleeping {
  readonly db: WritableDb;
  readonly second: SecondHearing;
}

// Between two looks at the clock: a click or Ctrl-C waits no longer than these take.
const sessionsAtOnce = 40;
const turnsAtOnce = 400;

// While files are read this thread looks up seldom; while it hears, often, and at the end nobody waits long for the other.
const parcelsWhileReading = 8;
const parcelsWhileHearing = 2;

/** Puts what came back into the store, where it still holds; gives back what is to be heard here. */
function putBack(db: WritableDb, came: readonly CameBack[], into: HeardSession[]): readonly SessionId[] {
  return came.flatMap(({ head, forgotten, heard }) => {
    if (heard === null || !isAsPacked(db, head, forgotten)) return [head.id];
    putPackedSignals(db, heard, { engineVersion, turnsSeen: head.turns });
    into.push(heard);
    return [];
  });
}

/** For the reading: takes the sessions of which something was just stored. What is not heard by its end Light hears then. */
export function hearWhileReading({ db, second }: Sleeping): (stored: readonly SessionId[]) => void {
  const offered = new Set<SessionId>();
  let turns = 0;
  const next = (): StoredSession | null => {
    for (const id of offered) {
      offered.delete(id);
      const head = sessionById(db, id);
      if (head !== null && head.turns > 0 && !second.isAway(head)) return head;
    }
    return null;
  };
  return (stored) => {
    const came = second.take();
    if (came.length > 0)
      inTransaction(db, () => {
        putBack(db, came, []);
        return ok(null);
      });
    for (const id of stored) {
      offered.add(id);
      turns += sessionById(db, id)?.turns ?? 0;
    }
    second.startFor(turns);
    second.feed(next, parcelsWhileReading);
  };
}

/** Sessions that wait: this thread takes the first, the other one the last. */
function createQueue(sessions: readonly StoredSession[]) {
  let [from, to] = [0, sessions.length];
  return {
    first: (): StoredSession | null => (from < to ? (sessions[from++] ?? null) : null),
    last: (): StoredSession | null => (from < to ? (sessions[--to] ?? null) : null),
  };
}

export async function lightSleep(
  { db, second, listening }: Sleeping & { readonly listening: Listening },
  isWanted: (session: SessionId) => boolean,
): Promise<void> {
  const todo = sessionsWithoutSignals(db, engineVersion).filter(({ id }) => isWanted(id));
  const queue = createQueue(todo.filter((head) => !second.isAway(head)));
  second.startFor(todo.reduce((turns, head) => turns + head.turns, 0));
  const again: SessionId[] = [];
  const nextHere = (): StoredSession | null => {
    const id = again.pop();
    return id === undefined ? queue.first() : sessionById(db, id);
  };
  let done = 0;
  while (listening.signal?.aborted !== true) {
    second.feed(queue.last, parcelsWhileHearing);
    const heard: HeardSession[] = [];
    const came = second.take();
    inTransaction(db, () => {
      again.push(...putBack(db, came, heard));
      for (let turns = 0, sessions = 0; turns < turnsAtOnce && sessions < sessionsAtOnce; sessions++) {
        const head = nextHere();
        if (head === null) break;
        turns += head.turns;
        const one = hearSession(head, turnsOfSession(db, head.id));
        putPackedSignals(db, one, { engineVersion, turnsSeen: head.turns });
        heard.push(one);
      }
      return ok(null);
    });
    done += heard.length;
    if (heard.length > 0) tell(listening, heard, { done: Math.min(done, todo.length), total: todo.length });
    else if (second.isBusy()) await second.whenBack();
    else if (again.length === 0 && came.length === 0) return;
    await nextTick();
  }
}

function tell(
  listening: Listening,
  heard: readonly HeardSession[],
  step: { readonly done: number; readonly total: number },
): void {
  const last = heard.at(-1);
  const about = heard.flatMap((one) => one.about ?? []).at(-1);
  listening.onProgress?.({
    kind: 'step',
    stage: 'light',
    ...step,
    text: `Noticing · ${last?.project ?? last?.agent ?? ''}`,
    ...(about === undefined ? {} : { about }),
  });
  const aside = setAsideEvent(heard);
  if (aside !== null) listening.onProgress?.(aside);
}
