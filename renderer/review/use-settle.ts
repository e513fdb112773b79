// Settling what two hands wrote: each answer goes to the question it belongs to, and the next thing opens.
import type { FileQuestion, PlacingWish } from '../../shared/agent-files.ts';
import type { ApartSide, Ruling } from '../../shared/decisions.ts';
import type { Failure } from '../../shared/engine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import type { Settled } from './ConflictCard.tsx';
import type { DeskHands } from './use-desk.ts';

export function useSettle(hands: DeskHands) {
  const { stores } = useApp();
  const { say } = useWords();
  const { review, news } = stores;
  const from = location.hash;
  const tell = (failure: Failure | null): void => {
    if (failure !== null) return news.fail(failure);
    news.announce(say('conflict.saved'));
    void review.plan.load();
    // Whoever has gone on meanwhile stays there.
    if (location.hash === from) hands.step(1);
    return undefined;
  };
  return {
    /** A block of ours: whose lines hold. A decided change: the dream's is approved, one's own rejects it. */
    file(question: FileQuestion, settled: Settled): void {
      const { changeIds } = question;
      if (changeIds.length === 0) {
        void review.choose(question.path, settled.kind === 'ours' ? 'ours' : 'mine').then(tell);
        return;
      }
      if (settled.kind === 'mine') {
        void review.rule(changeIds, { kind: 'rejected' }).then(tell);
        return;
      }
      const ruling: Ruling =
        settled.kind === 'by-hand'
          ? { kind: 'edited', text: settled.text.replace(/^\s*[-*]\s+/u, '') }
          : { kind: 'approved' };
      // First that the line may be written over, then with what: the decision is the newer one, and undone with both.
      void review
        .takeOver(question)
        .then((failure) => failure ?? review.rule(changeIds, ruling))
        .then(tell);
    },
    place(path: string, wish: PlacingWish): void {
      void review.place(path, wish).then((failure) => {
        if (failure !== null) return news.fail(failure);
        return news.announce(say(wish.how === 'ask' ? 'conflict.askedAgain' : 'conflict.saved'));
      });
    },
    apart(conflict: string, sides: readonly ApartSide[]): void {
      void review.keepApart(conflict, sides).then(tell);
    },
    memory(conflict: string, keep: string | null): void {
      void review.settle(conflict, keep).then(tell);
    },
  };
}
