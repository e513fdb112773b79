// What is always in sight: the last night and the next one, what it would read, and what is spent while one runs.
import type { NightState, Running } from '../../shared/contract.ts';
import { proposedIn } from '../tonight/proposed-in.ts';
import type { PlainKey } from '../words/words.ts';
import { useWords } from './AppContext.tsx';
import styles from './Standing.module.css';

const kinds = {
  dream: 'standing.now',
  preview: 'tonight.preview',
  import: 'live.importing',
} as const satisfies Readonly<Record<Running['kind'], PlainKey>>;

function Lines({ name, children }: { readonly name: string; readonly children: readonly (string | null)[] }) {
  return (
    <div>
      <dt>{name}</dt>
      {children
        .filter((part) => part !== null)
        .map((part) => (
          <dd key={part}>{part}</dd>
        ))}
    </div>
  );
}

export function Standing({ night }: { readonly night: NightState }) {
  const { say, formats } = useWords();
  const { last, next, running, willRead } = night;
  const when = (ms: number): string => `${formats.time(ms)} ${formats.day(ms)}`;
  return (
    <div className={styles['standing']}>
      <dl>
        {last !== null && (
          <Lines name={say('standing.last')}>
            {[
              when(last.startedAtMs),
              say(`tonight.outcome.${last.outcome}`),
              say('tonight.read', { count: last.read.sessions }),
              say('tonight.willReadFiles', { count: last.read.memoryFiles }),
              say('tonight.proposed', { count: proposedIn(last) }),
            ]}
          </Lines>
        )}
        {running === null ? (
          <Lines name={say('standing.next')}>
            {[
              next.dueAtMs === null ? say('tonight.off') : when(next.dueAtMs),
              next.dueAtMs === null ? null : say('tonight.zone', { zone: formats.zoneName() }),
              say('tonight.willReadSessions', { count: willRead.newSessions }),
            ]}
          </Lines>
        ) : (
          <Lines name={say(kinds[running.kind])}>
            {[
              running.stage === null ? null : say(`stage.${running.stage}`),
              formats.money(running.spent.usd),
            ]}
          </Lines>
        )}
      </dl>
    </div>
  );
}
