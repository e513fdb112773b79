// Answers to programs that speak to us through the Dreams API: always about the person's own history, never the sample's.
import type { Answers } from '../../shared/contract.ts';
import { ownStoreId, type ApiCalls } from '../../shared/dreams-api.ts';
import type { Desk } from './desk.ts';

export function apiAnswers({ engines, changed }: Desk): Pick<Answers, keyof ApiCalls> {
  const stores = engines.own.apiStores;
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
    'api.memoryCreate': tellingReview(stores['api.memoryCreate']),
    'api.memoryUpdate': tellingReview(stores['api.memoryUpdate']),
    'api.memoryDelete': tellingReview(stores['api.memoryDelete']),
  };
}
