// "It says the same as…": another change, or a line of memory.
import { useEffect, useRef, useState } from 'react';
import type { MemoryEntry } from '../../shared/memory.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './DuplicateDialog.module.css';

export interface DuplicateDialogProps {
  /** Null while closed. */
  readonly of: ReviewItem | null;
  readonly others: readonly ReviewItem[];
  readonly onClose: () => void;
  readonly onPick: (id: string) => void;
}

// More than can be looked through; the filter finds the rest.
const shownMax = 8;

function useMemory(isOpen: boolean): readonly MemoryEntry[] {
  const { bridge } = useApp();
  const [entries, setEntries] = useState<readonly MemoryEntry[]>([]);
  useEffect(() => {
    if (!isOpen) return;
    void bridge.call('memory.list', { closedToo: false }).then((answer) => {
      if (answer.ok) setEntries(answer.value);
    });
  }, [bridge, isOpen]);
  return entries;
}

interface ChoicesProps {
  readonly title: string;
  readonly all: readonly { readonly id: string; readonly text: string }[];
  readonly onPick: (id: string) => void;
}

const Choices = ({ title, all, onPick }: ChoicesProps) =>
  all.length === 0 ? null : (
    <section className={styles['part']}>
      <h3>{title}</h3>
      <ul>
        {all.slice(0, shownMax).map(({ id, text }) => (
          <li key={id}>
            <button type="button" className={styles['choice']} onClick={() => onPick(id)}>
              <PlainText text={text} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );

export function DuplicateDialog({ of, others, onClose, onPick }: DuplicateDialogProps) {
  const { say } = useWords();
  const [filter, setFilter] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const entries = useMemory(of !== null);
  const says = (text: string): boolean => text.toLowerCase().includes(filter.trim().toLowerCase());
  const changes = others
    .filter((item) => item !== of && says(item.change.title))
    .map(({ change }) => ({ id: change.id, text: change.title }));
  const memory = entries.filter(({ text }) => says(text)).map(({ id, text }) => ({ id, text }));
  return (
    <Dialog title={say('duplicate.title')} isOpen={of !== null} onClose={onClose} firstFocus={field}>
      <div className={styles['all']}>
        <Field label={say('duplicate.filter')} value={filter} onChange={setFilter} control={field} />
        <Choices title={say('duplicate.changes')} all={changes} onPick={onPick} />
        <Choices title={say('duplicate.memory')} all={memory} onPick={onPick} />
        {changes.length + memory.length === 0 && <p>{say('duplicate.none')}</p>}
      </div>
    </Dialog>
  );
}
