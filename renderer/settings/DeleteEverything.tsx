// Takes everything away that Slowwave keeps: asked for by a button, and a second time by words that are typed.
import { useState } from 'react';
import { deleteAllWords, type DeletedAll } from '../../shared/carry.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import styles from './DataSection.module.css';
import { useAsked } from './use-asked.ts';

export function DeleteEverything() {
  const { bridge, stores } = useApp();
  const { say, formats } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const { ask, answer, isAsking } = useAsked<DeletedAll>();
  const words = say('settings.deleteWords');
  const isSure = typed.trim().toLowerCase() === words.toLowerCase();
  const close = (): void => {
    setIsOpen(false);
    setTyped('');
  };
  const deleteAll = async (): Promise<void> => {
    const asked = bridge.call('app.deleteAll', { confirm: deleteAllWords });
    ask(asked);
    const done = await asked;
    close();
    if (!done.ok) return;
    const { files, bytes } = done.value;
    stores.news.tell({
      title: say('settings.deleted', { count: files, size: formats.bytes(bytes) }),
      text: say('settings.deletedText'),
    });
    await Promise.all([
      stores.facts.load(),
      stores.night.state.load(),
      stores.settings.settings.load(),
      stores.review.items.load(),
    ]);
  };
  return (
    <div className={styles['task']}>
      <div>
        <Button tone="danger" disabled={isAsking} onClick={() => setIsOpen(true)}>
          {say(isAsking ? 'settings.deleting' : 'settings.deleteEverything')}
        </Button>
      </div>
      {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
      <Dialog
        title={say('settings.deleteSure')}
        description={say('settings.deleteSureText')}
        isOpen={isOpen}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{say('action.cancel')}</Button>
            <Button tone="danger" disabled={!isSure || isAsking} onClick={() => void deleteAll()}>
              {say('settings.deleteEverything')}
            </Button>
          </>
        }
      >
        <Field label={say('settings.deleteType', { words })} value={typed} onChange={setTyped} />
      </Dialog>
    </div>
  );
}
