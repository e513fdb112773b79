// A change in its owner's words: the editor, and beneath it what would change against what stands there.
import { useState } from 'react';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useActions, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { DiffView } from '../ui/DiffView.tsx';
import { Editor } from '../ui/LazyEditor.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import cardStyles from './ChangeCard.module.css';
import styles from './EditCard.module.css';

export interface EditCardProps {
  readonly item: ReviewItem;
  readonly onSave: (text: string) => void;
  readonly onLeave: () => void;
}

export function EditCard({ item, onSave, onLeave }: EditCardProps) {
  const { say } = useWords();
  const [text, setText] = useState(item.change.after?.text ?? '');
  const isEmpty = text.trim() === '';
  // Everything else rests while one writes.
  useActions({ 'edit.save': isEmpty ? null : () => onSave(text.trim()) }, true);
  return (
    <article
      aria-label={say('edit.title')}
      className={cardStyles['card']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <h2 className={cardStyles['title']}>
        <PlainText text={item.change.title} />
      </h2>
      <Editor label={say('edit.label')} start={text} onChange={setText} isFocused />
      {isEmpty && (
        <p role="alert" className={styles['complaint']}>
          {say('edit.empty')}
        </p>
      )}
      <div className={styles['diff']}>
        <h3>{say('edit.diff')}</h3>
        <DiffView before={item.before.map((entry) => entry.text)} after={text} />
      </div>
      <div className={styles['actions']}>
        <ActionButton action="edit.save" tone="primary">
          {say('edit.save')}
        </ActionButton>
        <Button hint="Esc" onClick={onLeave}>
          {say('action.cancel')}
        </Button>
      </div>
    </article>
  );
}
