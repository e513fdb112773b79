// A run as it goes: stage, progress, spend, the stair so far, and the newest real events.
import { useEffect } from 'react';
import type { Running } from '../../shared/contract.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { useNow } from '../app/use-now.ts';
import { ActionButton } from '../ui/Button.tsx';
import { Hypnogram, laneNames } from '../ui/Hypnogram.tsx';
import { Panel } from '../ui/Page.tsx';
import { Told } from '../ui/Told.tsx';
import { laneOf, sleepOfRunning } from '../ui/sleep.ts';
import type { PlainKey } from '../words/words.ts';
import { LiveCalls } from './LiveCalls.tsx';
import { describeSleep } from './describe-sleep.ts';
import { ProgressLine } from '../ui/ProgressLine.tsx';
import rows from '../ui/rows.module.css';
import styles from './RunningNow.module.css';

const kinds: Readonly<Record<Running['kind'], PlainKey>> = {
  dream: 'live.dreaming',
  preview: 'live.previewing',
  import: 'live.importing',
};

function useStageName(running: Running): string | null {
  const { say } = useWords();
  const { stage } = running;
  if (stage === null) return null;
  if (stage === 'import' || stage === 'propose') return say(`stage.${stage}`);
  return say(laneNames[laneOf[stage]]);
}

function Progress({ running }: { readonly running: Running }) {
  const { say } = useWords();
  const { done, total } = running;
  if (total === 0) return null;
  return <ProgressLine done={done} total={total} words={say('live.progress', { done, total })} />;
}

/** Time it takes, and money where a model is asked. A preview asks none. */
function Spent({ running, nowMs }: { readonly running: Running; readonly nowMs: number }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const settings = useValue(stores.settings.settings);
  const hasModel = settings !== null && settings.model.choice !== 'none' && running.kind === 'dream';
  const parts = [
    say(`live.startedBy.${running.startedBy}`),
    say('live.running', { duration: formats.duration(nowMs - running.startedAtMs) }),
    hasModel
      ? say('live.spent', {
          usd: formats.money(running.spent.usd),
          cap: formats.money(settings.budget.usdPerNight),
        })
      : null,
    hasModel ? say('live.tokens', { tokens: formats.compact(running.spent.tokens) }) : null,
  ];
  return <p className={styles['spent']}>{parts.filter((part) => part !== null).join(' · ')}</p>;
}

function Events({ running }: { readonly running: Running }) {
  const { say, formats } = useWords();
  return (
    <section className={styles['events']} aria-label={say('live.events')}>
      {running.events.length === 0 ? (
        <p>{say('live.noEvents')}</p>
      ) : (
        <ol>
          {running.events.map(({ atMs, text }, i) => (
            <li key={`${atMs}-${i}`}>
              <time>{formats.timeExact(atMs)}</time>
              <Told text={text} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

export function RunningNow({ running }: { readonly running: Running }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const now = useNow(1_000);
  const stage = useStageName(running);
  // One sentence for screen readers each time the stage changes, and none for each event.
  useEffect(() => {
    if (stage !== null) stores.news.announce(say('live.announce', { stage }));
  }, [stage, say, stores]);
  const sleep = sleepOfRunning(running, now);
  const title = [say(kinds[running.kind]), stage].filter((part) => part !== null).join(' · ');
  return (
    <Panel>
      <div className={rows['top']}>
        <div>
          <h2 className={styles['title']}>{title}</h2>
          <Spent running={running} nowMs={now} />
        </div>
        <ActionButton action="night.wake" />
      </div>
      {running.isWaking && <p className={styles['waking']}>{say('live.waking')}</p>}
      <Progress running={running} />
      {running.kind !== 'import' && <Hypnogram sleep={sleep} label={describeSleep(sleep, say, formats)} />}
      {running.spent.tokens > 0 && <LiveCalls running={running} sleep={sleep} nowMs={now} />}
      <Events running={running} />
      <p className={styles['note']}>{say('live.canClose')}</p>
    </Panel>
  );
}
