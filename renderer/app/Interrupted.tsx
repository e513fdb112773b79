// A write of several files that was cut off between them: said wherever the window opens, with the two ways out.
import { useState } from 'react';
import type { InterruptedApply, SettleHow } from '../../shared/agent-files.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { useApp, useRemote, useWords } from './AppContext.tsx';
import styles from './Interrupted.module.css';

export function Interrupted() {
  const { stores } = useApp();
  const night = useRemote(stores.night.state);
  const interrupted = night.kind === 'ready' ? night.value.interrupted : [];
  return interrupted.length === 0 ? null : <Ask interrupted={interrupted} />;
}

function Ask({ interrupted }: { readonly interrupted: readonly InterruptedApply[] }) {
  const { bridge, stores } = useApp();
  const { say } = useWords();
  const [isAsked, setIsAsked] = useState(false);
  const files = interrupted.flatMap((apply) => apply.files);
  const settle = async (how: SettleHow): Promise<void> => {
    setIsAsked(true);
    const done = await bridge.call('files.settle', { how });
    setIsAsked(false);
    if (!done.ok) stores.news.fail(done.error);
    else if (done.value.questions.length > 0)
      stores.news.tell({ title: say('interrupted.left', { count: done.value.questions.length }) });
    else stores.news.tell({ title: say(how === 'finish' ? 'interrupted.finished' : 'interrupted.undone') });
    await stores.night.state.load();
  };
  return (
    <div className={styles['place']} data-above>
      <Banner
        tone="warn"
        title={say('interrupted.title', {
          done: files.filter(({ isWritten }) => isWritten).length,
          count: files.length,
        })}
        actions={
          <>
            <Button disabled={isAsked} onClick={() => void settle('finish')}>
              {say('interrupted.finish')}
            </Button>
            <Button tone="quiet" disabled={isAsked} onClick={() => void settle('undo')}>
              {say('interrupted.undo')}
            </Button>
          </>
        }
      >
        <p>{say('interrupted.text')}</p>
        <ul className={styles['files']}>
          {files.map(({ path, isWritten }) => (
            <li key={path}>
              <PlainText text={path} /> <span>{say(isWritten ? 'interrupted.new' : 'interrupted.old')}</span>
            </li>
          ))}
        </ul>
      </Banner>
    </div>
  );
}
