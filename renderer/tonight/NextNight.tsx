// The next dream: when, what it will read, what it may cost, what it looks for.
import { useState } from 'react';
import type { NightState } from '../../shared/contract.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { useNow } from '../app/use-now.ts';
import { ActionButton } from '../ui/Button.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import { EstimateLine } from './EstimateLine.tsx';
import { FocusDialog } from './FocusDialog.tsx';
import { PauseMenu } from './PauseMenu.tsx';
import styles from './NextNight.module.css';

const minuteMs = 60_000;

/** The hour in large figures, the day, and how long until then. Each second only in the last minute. */
function Due({ dueAtMs }: { readonly dueAtMs: number }) {
  const { say, formats } = useWords();
  const minute = useNow();
  const now = useNow(dueAtMs - minute <= minuteMs ? 1_000 : minuteMs);
  const left = dueAtMs - now;
  return (
    <p className={styles['due']}>
      <span className={styles['time']}>{formats.time(dueAtMs)}</span>
      <span className={styles['day']}>{formats.day(dueAtMs)}</span>
      <span className={styles['meta']}>
        {left <= 0 ? say('tonight.now') : say('tonight.in', { duration: formats.duration(left) })}
        {' · '}
        {say('tonight.zone', { zone: formats.zoneName() })}
      </span>
    </p>
  );
}

function When({ night }: { readonly night: NightState }) {
  const { say } = useWords();
  const { dueAtMs, waitingFor, because } = night.next;
  return (
    <div>
      <h2 className={styles['label']}>{say('tonight.next')}</h2>
      {dueAtMs === null ? <p className={styles['off']}>{say('tonight.off')}</p> : <Due dueAtMs={dueAtMs} />}
      {waitingFor !== null && <p className={styles['waits']}>{say(`tonight.waiting.${waitingFor}`)}</p>}
      {because !== null && (
        <p className={styles['because']}>
          <Told text={because} />
        </p>
      )}
    </div>
  );
}

function WillRead({ night }: { readonly night: NightState }) {
  const { say, formats } = useWords();
  const { newSessions, perAgent, memoryFiles } = night.willRead;
  if (newSessions + memoryFiles === 0) return say('tonight.willReadNothing');
  const agents = Object.entries(perAgent).map(
    ([agent, n]) => `${agentName(agent, say)} ${formats.number(n)}`,
  );
  const sessions = say('tonight.willReadSessions', { count: newSessions });
  const whole = agents.length === 0 ? sessions : `${sessions} (${agents.join(' · ')})`;
  return formats.list([whole, say('tonight.willReadFiles', { count: memoryFiles })]);
}

function Plan({ night }: { readonly night: NightState }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [isEditing, setIsEditing] = useState(false);
  const settings = useValue(stores.settings.settings);
  const focus = settings?.focus ?? null;
  const hasModel = settings !== null && settings.model.choice !== 'none';
  useActions({ 'night.focus': () => setIsEditing(true) });
  return (
    <dl className={styles['plan']}>
      <div>
        <dt>{say('tonight.willRead')}</dt>
        <dd>
          <WillRead night={night} />
        </dd>
      </div>
      <div>
        <dt>{say(hasModel ? 'model.estimate' : 'tonight.cost')}</dt>
        <dd>{hasModel ? <EstimateLine /> : say('tonight.costNothing')}</dd>
      </div>
      <div>
        <dt>{say('tonight.focus')}</dt>
        <dd className={styles['focus']}>
          <span>{focus === null ? say('tonight.noFocus') : <PlainText text={focus} />}</span>
          <ActionButton action="night.focus" tone="quiet" isSmall />
        </dd>
      </div>
      <FocusDialog isOpen={isEditing} focus={focus} onClose={() => setIsEditing(false)} />
    </dl>
  );
}

export function NextNight({ night }: { readonly night: NightState }) {
  const { say } = useWords();
  return (
    <Panel>
      <div className={styles['top']}>
        <When night={night} />
        <div className={styles['actions']}>
          <ActionButton action="night.startHere" tone={night.reviewWaiting > 0 ? 'plain' : 'primary'}>
            {say('action.dreamNow')}
          </ActionButton>
          <ActionButton action="night.preview" />
          <PauseMenu next={night.next} />
        </div>
      </div>
      <Plan night={night} />
    </Panel>
  );
}
