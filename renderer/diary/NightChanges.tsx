// Each change of a night and what became of it; one that is in memory can be taken back by itself.
import { useState } from 'react';
import type { Change, ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { TakeBackDialog } from '../memory/TakeBackDialog.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './NightChanges.module.css';

interface RowProps {
  readonly item: ReviewItem;
  readonly onTakeBack: (change: Change) => void;
}

function Row({ item, onTakeBack }: RowProps) {
  const { say } = useWords();
  const { change, state, dreamText } = item;
  const isEdited = dreamText !== null && (state === 'approved' || state === 'applied');
  return (
    <li className={styles['row']}>
      <Chip>{say(`operation.${change.operation}`)}</Chip>
      <span className={styles['title']}>
        <PlainText text={change.title} />
      </span>
      <span className={styles['state']}>
        {say(`state.${state}`)}
        {isEdited && ` · ${say('diary.yourWords')}`}
      </span>
      <span>
        {state === 'applied' && change.operation !== 'note' && (
          <Button
            isSmall
            aria-label={say('diary.takeBackOneOf', { title: change.title })}
            onClick={() => onTakeBack(change)}
          >
            {say('diary.takeBackOne')}
          </Button>
        )}
      </span>
    </li>
  );
}

export function NightChanges({ night }: { readonly night: string }) {
  const { stores } = useApp();
  const { say } = useWords();
  const items = useValue(stores.diary.changes.at(night)) ?? [];
  const [asking, setAsking] = useState<Change | null>(null);
  if (items.length === 0) return null;
  return (
    <section aria-label={say('diary.changes')}>
      <h2 className={styles['heading']}>{say('diary.changes')}</h2>
      <ul className={styles['rows']}>
        {items.map((item) => (
          <Row key={item.change.id} item={item} onTakeBack={setAsking} />
        ))}
      </ul>
      {asking !== null && (
        <TakeBackDialog
          target={{ kind: 'change', id: asking.id }}
          title={say('diary.rollBackOneTitle')}
          onClose={() => setAsking(null)}
        />
      )}
    </section>
  );
}
