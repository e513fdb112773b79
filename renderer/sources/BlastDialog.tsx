// What descends from a session: entries, changes, files of agents; and one purge, shown before it is done.
import { useEffect, useState } from 'react';
import type { Failure } from '../../shared/engine.ts';
import type { BlastRadius } from '../../shared/quarantine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './Quarantine.module.css';

function Descent({ radius }: { readonly radius: BlastRadius }) {
  const { say } = useWords();
  return (
    <div className={styles['words']}>
      <p>
        {say('quarantine.blastFound', {
          memories: radius.entries.length,
          changes: radius.changes.length,
          files: radius.files.length,
        })}
      </p>
      <ul>
        {radius.entries.map((entry) => (
          <li key={entry.id}>
            <PlainText text={entry.text} />{' '}
            <span className={styles['note']}>
              {say(entry.isAlone ? 'quarantine.alone' : 'quarantine.notAlone')}
            </span>
          </li>
        ))}
        {radius.files.map((file) => (
          <li key={file}>
            → <PlainText text={file} />
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface BlastDialogProps {
  readonly session: string;
  readonly onClose: () => void;
}

export function BlastDialog({ session, onClose }: BlastDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const [radius, setRadius] = useState<BlastRadius | null>(null);
  const [isPurging, setIsPurging] = useState(false);
  useEffect(() => {
    let isGone = false;
    void stores.quarantine.blast({ kind: 'session', id: session }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setRadius(answer.value);
      else {
        stores.news.fail(answer.error);
        onClose();
      }
    });
    return () => void (isGone = true);
  }, [session]);
  const purge = async (): Promise<void> => {
    setIsPurging(true);
    const failure: Failure | null = await stores.quarantine.purge(session);
    onClose();
    if (failure === null) stores.news.tell({ title: say('quarantine.purged') });
    else stores.news.fail(failure);
  };
  return (
    <Dialog
      title={say('quarantine.blastTitle')}
      description={say('quarantine.blastText')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="danger" disabled={radius === null || isPurging} onClick={() => void purge()}>
            {say('quarantine.purge')}
          </Button>
        </>
      }
    >
      {radius !== null && <Descent radius={radius} />}
    </Dialog>
  );
}
