// A run as it goes: stage, progress, spend, the stair so far, and the newest real events.
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import type { LiveNote, Running } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo, tracePath } from '../app/routes.ts';
import { useMovingStep, useNow } from '../app/use-now.ts';
import { ActionButton, Button } from '../ui/Button.tsx';
import { Hypnogram, laneNames } from '../ui/Hypnogram.tsx';
import { Panel } from '../ui/Page.tsx';
import { Told } from '../ui/Told.tsx';
import { laneOf, sleepOfRunning } from '../ui/sleep.ts';
import type { PlainKey, Say } from '../words/words.ts';
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

/** Files are read, and sessions heard; what else is counted is told by its event. */
function progressWords({ stage, done, total }: Running, say: Say): string {
  if (stage === 'import') return say('live.progressFiles', { done, count: total });
  if (stage === 'light') return say('live.progressSessions', { done, count: total });
  return say('live.progress', { done, total });
}

function Progress({ running }: { readonly running: Running }) {
  const { say } = useWords();
  const { done, total } = running;
  if (total === 0) return null;
  return <ProgressLine done={done} total={total} words={progressWords(running, say)} />;
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

export interface RunningNowProps {
  readonly running: Running;
  /** Where secrets were masked. */
  readonly onMasked: () => void;
}

/** What an event was about, to be looked at; null for nothing. A preview reads into a copy of its own, which is gone soon. */
function useOpener({ running, onMasked }: RunningNowProps): (note: LiveNote) => (() => void) | null {
  const { stores } = useApp();
  const [, go] = useLocation();
  return ({ about }) => {
    if (about === null || running.kind === 'preview') return null;
    switch (about.kind) {
      case 'quotes':
        return () => stores.evidence.open(about.quotes, 0);
      case 'masked':
        return onMasked;
      case 'set-aside':
        return () => {
          void stores.quarantine.items.refresh();
          go(pathTo('sources', 'quarantine'));
        };
      case 'calls':
        return () => go(tracePath(null));
      default:
        return assertNever(about);
    }
  };
}

function Events(props: RunningNowProps) {
  const { running } = props;
  const { say, told, formats } = useWords();
  const opener = useOpener(props);
  return (
    <section className={styles['events']} aria-label={say('live.events')}>
      {running.events.length === 0 ? (
        <p>{say('live.noEvents')}</p>
      ) : (
        <ol>
          {running.events.map((note, i) => {
            const open = opener(note);
            return (
              <li key={`${note.atMs}-${i}`}>
                <time>{formats.timeExact(note.atMs)}</time>
                <Told text={note.text} />
                {open !== null && (
                  <Button
                    tone="quiet"
                    isSmall
                    aria-label={say('live.openThis', { text: told(note.text) })}
                    onClick={open}
                  >
                    {say('live.open')}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}

export function RunningNow({ running, onMasked }: RunningNowProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const second = useNow(useMovingStep());
  // What has happened is never ahead of now, also within the step.
  const now = Math.max(
    second,
    running.startedAtMs,
    running.stages.at(-1)?.atMs ?? 0,
    running.events[0]?.atMs ?? 0,
  );
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
      <Events running={running} onMasked={onMasked} />
      <p className={styles['note']}>{say('live.canClose')}</p>
    </Panel>
  );
}
