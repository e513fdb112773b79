// The decisions on what is open, always in sight beneath it.
import { Check, Clock, Pencil, X } from 'lucide-react';
import { useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import styles from './DecisionBar.module.css';
import type { Card } from './queue.ts';
import type { DeskHands } from './use-desk.ts';

const size = { size: 14, 'aria-hidden': true } as const;

function Place({ hands }: { readonly hands: DeskHands }) {
  const { say } = useWords();
  const { cards } = hands.desk.queue;
  const at = cards.findIndex(({ id }) => id === hands.desk.open?.id);
  return at < 0 ? null : (
    <span className={styles['place']}>{say('review.place', { at: at + 1, all: cards.length })}</span>
  );
}

export function DecisionBar({ card, hands }: { readonly card: Card; readonly hands: DeskHands }) {
  const { say } = useWords();
  return (
    <div className={styles['bar']} role="group" aria-label={say('review.queue')}>
      {card.kind === 'duplicates' ? (
        <>
          <ActionButton action="review.approveGroup" tone="primary" icon={<Check {...size} />}>
            {say('group.approve', { count: card.items.length })}
          </ActionButton>
          <ActionButton action="review.reject" icon={<X {...size} />}>
            {say('group.reject')}
          </ActionButton>
        </>
      ) : (
        <>
          <ActionButton action="review.approve" tone="primary" icon={<Check {...size} />} />
          <ActionButton action="review.edit" icon={<Pencil {...size} />} />
          <ActionButton action="review.reject" icon={<X {...size} />} />
          <ActionButton action="review.later" icon={<Clock {...size} />} />
          <ActionButton action="review.duplicate" tone="quiet" />
        </>
      )}
      <Place hands={hands} />
    </div>
  );
}
