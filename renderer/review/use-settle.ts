// Settling what two hands wrote: each answer goes to the question it belongs to, and the next thing opens.
import type { FileQuestion } from '../../shared/agent-files.ts';
import type { Failure } from '../../shared/engine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import type { Placing } from '../stores/review.ts';
import type { Settled } from './ConflictCard.tsx';
import type { DeskHands } from './use-desk.ts';

export function useSettle(hands: DeskHands) {
  const { stores } = useApp();
  const { say } = useWords();
  const { review, news } = stores;
  const tell = (failure: Failure | null): void => {
    if (failure !== null) news.fail(failure);
    else {
      news.announce(say('conflict.saved'));
      void review.plan.load();
      hands.step(1);
    }
  };
  return {
    /** A block of ours: whose lines hold. A decided change: the dream's is approved, one's own rejects it. */
    file(question: FileQuestion, settled: Settled): void {
      const { changeIds } = question;
      if (changeIds.length === 0) {
        review.choose(question.path, settled.kind === 'ours' ? 'ours' : 'mine');
        tell(null);
        return;
      }
      if (settled.kind !== 'mine') review.takeOver(question);
      if (settled.kind === 'by-hand') {
        void review
          .rule(changeIds, { kind: 'edited', text: settled.text.replace(/^\s*[-*]\s+/u, '') })
          .then(tell);
        return;
      }
      void review.rule(changeIds, { kind: settled.kind === 'ours' ? 'approved' : 'rejected' }).then(tell);
    },
    place(question: FileQuestion, how: Placing): void {
      review.place(question, how);
      tell(null);
    },
    memory(conflict: string, keep: string | null): void {
      void review.settle(conflict, keep).then(tell);
    },
  };
}
