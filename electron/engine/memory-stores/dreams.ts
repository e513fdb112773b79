// Dreams that programs ask for, from the wish to the last word: what may be asked, who holds a store, and where each stands.
import type {
  ApiCalls,
  ApiDream,
  ApiDreamWish,
  ApiEvent,
  ApiPage,
  ApiRefusal,
} from '../../../shared/dreams-api.ts';
import { localModel, ownStoreId } from '../../../shared/dreams-api.ts';
import type { Failure } from '../../../shared/engine.ts';
import { instructionsFault } from '../../../shared/instructions.ts';
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import { assertNever, err, ok, type Result } from '../../../shared/result.ts';
import {
  addDream,
  archiveDream,
  dreamById,
  dreamOfSession,
  dreamsAtWork,
  dreamsListed,
  endDream,
  eventsOf,
  putEvents,
  settleDream,
  type StoredDream,
} from '../store/api-dreams.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { sessionIdsNamed } from '../store/sessions.ts';
import { refused } from './refusals.ts';
import { openStoreOf, type Asking } from './stores.ts';

type Told<T> = Result<T, ApiRefusal>;
type Args<N extends keyof ApiCalls> = ApiCalls[N]['args'];

/** From the SDK's doc comments. */
export const sessionsMax = 100;

const told = ({ number: _number, isAtWork: _isAtWork, ...dream }: StoredDream): ApiDream => dream;

export function createDream({ db, masker, nowMs }: Asking, wish: ApiDreamWish): Told<ApiDream> {
  const fault = faultOf(wish);
  if (fault !== null) return err(refused.invalid(fault));
  if (wish.storeId !== ownStoreId) {
    const store = openStoreOf(db, wish.storeId);
    if (!store.ok) return store;
  }
  const sessions = sessionsFor(db, wish.sessionIds);
  if (!sessions.ok) return sessions;
  const holder = wish.isInPlace ? holderOf(db, wish.storeId) : null;
  if (holder !== null) return err(refused.held(wish.storeId, holder.id));
  const instructions = wish.instructions === null ? null : masker.mask(wish.instructions).text;
  const sessionIds = wish.sessionIds.toSorted();
  return ok(told(addDream(db, { ...wish, instructions, sessionIds }, nowMs)));
}

function faultOf({ sessionIds, model, instructions }: ApiDreamWish): string | null {
  if (sessionIds.length < 1 || sessionIds.length > sessionsMax)
    return `inputs: session_ids must have 1 to ${sessionsMax} ids`;
  if (new Set(sessionIds).size < sessionIds.length) return 'inputs: session_ids must not repeat an id';
  if (model.id !== localModel) return `model: only "${localModel}" dreams here`;
  return instructions === null ? null : instructionsFault(instructions);
}

/** By the agents' own ids or by ours; two ids must not name one session. */
export function sessionsFor(db: ReadableDb, ids: readonly string[]): Told<readonly SessionId[]> {
  const found: SessionId[] = [];
  for (const id of ids) {
    const named = sessionIdsNamed(db, id);
    if (named.length === 0) return err(refused.noSession(id));
    if (named.some((one) => found.includes(one)))
      return err(refused.invalid(`inputs: session_ids must not repeat a session (${id})`));
    found.push(...named);
  }
  return ok(found);
}

const holderOf = (db: ReadableDb, storeId: string): StoredDream | null =>
  dreamsAtWork(db).find((dream) => dream.isInPlace && dream.storeId === storeId) ?? null;

export function getDream(db: ReadableDb, id: string): Told<ApiDream> {
  const dream = dreamById(db, id);
  return dream === null ? err(refused.noDream(id)) : ok(told(dream));
}

export function listDreams(db: ReadableDb, wanted: Args<'api.dreamList'>): Told<ApiPage<ApiDream>> {
  const before = wanted.after === null ? null : Number(wanted.after);
  if (before !== null && !Number.isSafeInteger(before))
    return err(refused.invalid('page is no cursor of this list'));
  const found = dreamsListed(db, { ...wanted, before, limit: wanted.limit + 1 });
  const shown = found.slice(0, wanted.limit);
  const after = found.length > wanted.limit ? String(shown.at(-1)?.number ?? 0) : null;
  return ok({ items: shown.map(told), after });
}

/** One that has not begun is over at once; one that runs is woken by whoever runs it, and keeps what it found. */
export function cancelDream({ db, nowMs }: Asking, id: string): Told<ApiDream> {
  const dream = dreamById(db, id);
  if (dream === null) return err(refused.noDream(id));
  switch (dream.status) {
    case 'pending':
    case 'running':
      endDream(db, id, { status: 'canceled', error: null, nowMs });
      if (dream.status === 'pending' && dream.sessionId === null) settleDream(db, id);
      return getDream(db, id);
    case 'canceled':
      return ok(told(dream));
    case 'completed':
    case 'failed':
      return err(refused.invalid(`dream ${id} is ${dream.status} and cannot be canceled`));
    default:
      return assertNever(dream.status);
  }
}

export function putDreamAway({ db, nowMs }: Asking, id: string): Told<ApiDream> {
  const dream = dreamById(db, id);
  if (dream === null) return err(refused.noDream(id));
  if (dream.status === 'pending' || dream.status === 'running')
    return err(refused.invalid(`dream ${id} is ${dream.status}: cancel it before archiving it`));
  archiveDream(db, id, nowMs);
  return getDream(db, id);
}

export function eventsAfter(
  db: ReadableDb,
  sessionId: string,
  after: number,
): Told<{ readonly events: readonly ApiEvent[]; readonly isOver: boolean }> {
  const dream = dreamOfSession(db, sessionId);
  if (dream === null) return err(refused.noSession(sessionId));
  const events = eventsOf(db, dream.number).filter(({ number }) => number > after);
  return ok({ events, isOver: !dream.isAtWork });
}

/** What the app that runs dreams asks beside what programs ask. */
export interface DreamKeeping {
  /** Those that are not fully stopped, oldest first. */
  atWork(): Result<readonly ApiDream[], Failure>;
  /** Its run is over, whatever came of it: one that has no end yet gets this one. */
  settle(
    id: string,
    ending: { readonly error: ApiDream['error'] | 'canceled' },
    events: readonly ApiEvent[],
  ): void;
}

export function settle(
  db: WritableDb,
  id: string,
  ending: { readonly error: ApiDream['error'] | 'canceled' },
  events: readonly ApiEvent[],
  nowMs: EpochMs,
): void {
  const dream = dreamById(db, id);
  if (dream === null) return;
  if (ending.error === 'canceled') endDream(db, id, { status: 'canceled', error: null, nowMs });
  else if (ending.error !== null) endDream(db, id, { status: 'failed', error: ending.error, nowMs });
  putEvents(db, dream.number, events);
  settleDream(db, id);
}
