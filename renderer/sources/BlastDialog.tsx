// What descends from a session, a source or an entry: entries, changes, agents' files and the lines that would leave them;
// and one purge, shown before it is done.
import { useEffect, useState } from 'react';
import type { BlastRadius } from '../../shared/quarantine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './Quarantine.module.css';

function Entries({ radius }: { readonly radius: BlastRadius }) {
  const { say } = useWords();
  if (radius.entries.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={say('quarantine.memoriesReached')}>
      <h3>{say('quarantine.memoriesReached')}</h3>
      <ul className={styles['reached']}>
        {radius.entries.map((entry) => (
          <li key={entry.id}>
            <PlainText text={entry.text} />
            <p className={styles['note']}>
              {say(entry.isAlone ? 'quarantine.alone' : 'quarantine.notAlone')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the next Apply would take out of agents' files: a purge writes none of them. */
function FileLines({ radius }: { readonly radius: BlastRadius }) {
  const { say } = useWords();
  if (radius.files.length === 0) return null;
  const lines = new Map(radius.fileLines.map(({ path, texts }) => [path, texts]));
  return (
    <section className={styles['part']} aria-label={say('quarantine.filesReached')}>
      <h3>{say('quarantine.filesReached')}</h3>
      <ul className={styles['reached']}>
        {radius.files.map((file) => (
          <li key={file}>
            <span className={styles['file']}>
              <PlainText text={file} />
            </span>
            {(lines.get(file) ?? []).map((text) => (
              <p key={text} className={styles['going']}>
                − <PlainText text={text} />
              </p>
            ))}
          </li>
        ))}
      </ul>
      <p className={styles['note']}>{say('quarantine.filesText')}</p>
    </section>
  );
}

function Descent({ radius }: { readonly radius: BlastRadius }) {
  const { say } = useWords();
  return (
    <div className={styles['radius']}>
      <p className={styles['found']}>
        {say('quarantine.blastFound', {
          memories: radius.entries.length,
          changes: radius.changes.length,
          files: radius.files.length,
        })}
      </p>
      <Entries radius={radius} />
      <FileLines radius={radius} />
      <Banner tone="warn" title={say('quarantine.purgeFinal')}>
        <p>{say('quarantine.purgeFinalText')}</p>
      </Banner>
    </div>
  );
}

function useBlast(target: BlastRadius['target'], onClose: () => void): BlastRadius | null {
  const { stores } = useApp();
  const [radius, setRadius] = useState<BlastRadius | null>(null);
  const { kind, id } = target;
  useEffect(() => {
    let isGone = false;
    void stores.quarantine.blast({ kind, id }).then((answer) => {
      if (isGone) return;
      if (answer.ok) setRadius(answer.value);
      else {
        stores.news.fail(answer.error);
        onClose();
      }
    });
    return () => void (isGone = true);
    // onClose is made anew with each look; the target is what counts
  }, [stores, kind, id]);
  return radius;
}

export interface BlastDialogProps {
  readonly target: BlastRadius['target'];
  readonly onClose: () => void;
}

export function BlastDialog({ target, onClose }: BlastDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const radius = useBlast(target, onClose);
  const [isPurging, setIsPurging] = useState(false);
  const purge = async (): Promise<void> => {
    setIsPurging(true);
    const failure = await stores.quarantine.purge(target);
    onClose();
    if (failure === null) stores.news.tell({ title: say('quarantine.purged') });
    else stores.news.fail(failure);
  };
  return (
    <Dialog
      title={say(`quarantine.blastTitle.${target.kind}`)}
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
      {radius === null ? <Loading /> : <Descent radius={radius} />}
    </Dialog>
  );
}
