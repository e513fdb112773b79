// How a night is found: by agent, on the calendar, and in the list of its month, each with the stair of its stages.
import { useState } from 'react';
import type { AgentKind } from '../../shared/transcript.ts';
import { useWords } from '../app/AppContext.tsx';
import { MiniStair } from '../ui/MiniStair.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { agentName } from '../words/agent-name.ts';
import { Calendar, FateSign } from './Calendar.tsx';
import { monthOf, noonOf, type DiaryDay } from './calendar.ts';
import styles from './NightsIndex.module.css';

export interface NightsIndexProps {
  /** Those that are the chosen agent's, oldest first. */
  readonly days: readonly DiaryDay[];
  readonly agents: readonly AgentKind[];
  readonly agent: AgentKind | null;
  readonly onAgent: (agent: AgentKind | null) => void;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

type AgentFilterProps = Pick<NightsIndexProps, 'agents' | 'agent' | 'onAgent'>;

/** Only where nights are from more than one: else there is nothing to choose. */
function AgentFilter({ agents, agent, onAgent }: AgentFilterProps) {
  const { say } = useWords();
  if (agents.length < 2) return null;
  return (
    <select
      className={styles['agents']}
      aria-label={say('diary.agent')}
      value={agent ?? ''}
      onChange={(event) => onAgent(agents.find((one) => one === event.target.value) ?? null)}
    >
      <option value="">{say('diary.allAgents')}</option>
      {agents.map((one) => (
        <option key={one} value={one}>
          {agentName(one, say)}
        </option>
      ))}
    </select>
  );
}

interface RowProps {
  readonly day: DiaryDay;
  readonly isChosen: boolean;
  readonly onChoose: (day: string) => void;
}

function Row({ day, isChosen, onChoose }: RowProps) {
  const { say, formats } = useWords();
  const { night, fate } = day;
  const sleep = night === null ? null : sleepOfReceipt(night);
  const proposed = Object.values(night?.proposed ?? {}).reduce((sum, n) => sum + n, 0);
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-current={isChosen ? 'date' : undefined}
        onClick={() => onChoose(day.day)}
      >
        <span className={styles['day']}>{formats.day(noonOf(day.day))}</span>
        <span className={styles['stair']}>{sleep !== null && <MiniStair sleep={sleep} />}</span>
        <FateSign fate={fate} />
        <span className={styles['fate']}>
          {fate === 'ran' ? say('diary.proposedShort', { count: proposed }) : say(`fate.${fate}`)}
        </span>
      </button>
    </li>
  );
}

export function NightsIndex({ days, agents, agent, onAgent, chosen, onChoose }: NightsIndexProps) {
  const { say, formats } = useWords();
  // Turned by hand until another day is chosen.
  const [turned, setTurned] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const month = turned?.from === chosen ? turned.to : monthOf(chosen);
  const ofMonth = days.filter(({ day }) => monthOf(day) === month).toReversed();
  const name = formats.month(noonOf(`${month}-15`));
  return (
    <div className={styles['index']}>
      <AgentFilter agents={agents} agent={agent} onAgent={onAgent} />
      <Calendar
        days={days}
        month={month}
        onTurn={(to) => setTurned({ from: chosen, to })}
        chosen={chosen}
        onChoose={onChoose}
      />
      {ofMonth.length === 0 ? (
        <p className={styles['none']}>{say(agent === null ? 'diary.noneOfMonth' : 'diary.noneOfAgent')}</p>
      ) : (
        <ul className={styles['rows']} aria-label={say('diary.nightsOf', { month: name })}>
          {ofMonth.map((day) => (
            <Row key={day.day} day={day} isChosen={day.day === chosen} onChoose={onChoose} />
          ))}
        </ul>
      )}
    </div>
  );
}
