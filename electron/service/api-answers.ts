// Answers to programs that speak to us through the Dreams API: always about the person's own history, never the sample's.
import type { Answers } from '../../shared/contract.ts';
import { ownStoreId, type ApiCalls } from '../../shared/dreams-api.ts';
import { ok } from '../../shared/result.ts';
import type { Desk } from './desk.ts';

export function apiAnswers({ engines, changed, apiDreams }: Desk): Pick<Answers, keyof ApiCalls> {
  const stores = engines.own.api;
  /** What is written to the person's own memory waits in review. */
  const tellingReview =
    <A extends { readonly storeId: string }, R>(answer: (args: A) => Promise<R>) =>
    async (args: A): Promise<R> => {
      const answered = await answer(args);
      if (args.storeId === ownStoreId) changed('review', 'night');
      return answered;
    };
  return {
    ...stores,
    // Told as it was made, pending, whether or not it has begun by now.
    'api.dreamCreate': async (wish) => {
      const made = await stores['api.dreamCreate'](wish);
      apiDreams.startNext();
      return made;
    },
    'api.dreamCancel': async (asked) => {
      const canceled = await stores['api.dreamCancel'](asked);
      if (canceled.ok && canceled.value.ok) apiDreams.cancel(asked.dreamId);
      return canceled;
    },
    'api.events': async ({ sessionId, after }) => {
      const now = apiDreams.eventsNow(sessionId);
      if (now === null) return stores['api.events']({ sessionId, after });
      return ok(ok({ events: now.filter(({ number }) => number > after), isOver: false }));
    },
    'api.memoryCreate': tellingReview(stores['api.memoryCreate']),
    'api.memoryUpdate': tellingReview(stores['api.memoryUpdate']),
    'api.memoryDelete': tellingReview(stores['api.memoryDelete']),
  };
}
