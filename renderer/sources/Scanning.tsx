// An import that is going on: how far it is, and stopping it.
import type { Running } from '../../shared/contract.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Page.tsx';
import { Told } from '../ui/Told.tsx';
import styles from './Scanning.module.css';

export function Scanning({ running }: { readonly running: Running }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { done, total, isWaking, events } = running;
  const stop = (): void => {
    void stores.night.wake().then((failure) => {
      if (failure !== null) stores.news.fail(failure);
    });
  };
  return (
    <Panel>
      <div className={styles['scanning']}>
        <div className={styles['words']}>
          <p className={styles['title']}>
            {say('live.importing')} · {say('live.progress', { done, total })}
          </p>
          {events[0] !== undefined && (
            <p className={styles['event']}>
              <Told text={events[0].text} />
            </p>
          )}
          <progress max={Math.max(1, total)} value={done} aria-label={say('live.importing')} />
        </div>
        <Button disabled={isWaking} onClick={stop}>
          {say(isWaking ? 'live.waking' : 'sources.stop')}
        </Button>
      </div>
    </Panel>
  );
}
