// Two lines that cannot both hold, side by side with their dates and places: which one stays.
import { useEffect } from 'react';
import type { MemoryConflict } from '../../shared/decisions.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import { useScopeName } from '../words/scope-name.ts';
import styles from './ResolveDialog.module.css';

export interface ResolveDialogProps {
  /** The conflict's id; null while closed. */
  readonly of: string | null;
  readonly onClose: () => void;
}

interface SidesProps {
  readonly conflict: MemoryConflict;
  readonly onSettle: (keep: string | null) => void;
}

function Sides({ conflict, onSettle }: SidesProps) {
  const { say, formats } = useWords();
  const scopeName = useScopeName();
  return (
    <>
      <p className={styles['because']}>
        <Told text={conflict.because} />
      </p>
      <ul className={styles['sides']}>
        {conflict.entries.map((entry) => (
          <li key={entry.id} className={styles['side']}>
            <p className={styles['text']}>
              <PlainText text={entry.text} />
            </p>
            <p className={styles['source']}>
              {[
                entry.places[0]?.path ?? scopeName(entry.scope),
                formats.date(entry.validity.knownFromMs),
                entry.evidence.length === 0 ? null : say('patterns.quotes', { count: entry.evidence.length }),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </p>
            <Button onClick={() => onSettle(entry.id)}>{say('conflict.keepThis')}</Button>
          </li>
        ))}
      </ul>
    </>
  );
}

export function ResolveDialog({ of, onClose }: ResolveDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const conflicts = useRemote(stores.review.conflicts);
  useEffect(() => {
    if (of !== null) void stores.review.conflicts.load();
  }, [of, stores]);
  const settle = async (keep: string | null): Promise<void> => {
    if (of === null) return;
    onClose();
    const failure = await stores.review.settle(of, keep);
    if (failure !== null) return stores.news.fail(failure);
    stores.news.tell({ title: say('patterns.settled') });
    await stores.patterns.patterns.load();
  };
  const content = () => {
    switch (conflicts.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={conflicts.failure} onRetry={() => void stores.review.conflicts.load()} />;
      case 'ready': {
        const conflict = conflicts.value.find(({ id }) => id === of);
        if (conflict === undefined) return <p>{say('patterns.settledAlready')}</p>;
        return <Sides conflict={conflict} onSettle={(keep) => void settle(keep)} />;
      }
      default:
        return assertNever(conflicts);
    }
  };
  return (
    <Dialog
      title={say('patterns.resolveTitle')}
      description={say('patterns.resolveText')}
      isOpen={of !== null}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button onClick={() => void settle(null)}>{say('conflict.keepAll')}</Button>
        </>
      }
    >
      {content()}
    </Dialog>
  );
}
