// How a night is found: by words in all of them, by agent, on the calendar, and in the list of its month, each with the
// stair of its stages; while words are looked for, in one list of all that say them.
import { useRef, useState } from 'react';
import type { Failure } from '../../shared/engine.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { useActions, useWords } from '../app/AppContext.tsx';
import { MiniStair } from '../ui/MiniStair.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { agentName } from '../words/agent-name.ts';
import { Calendar, FateSign } from './Calendar.tsx';
import { monthOf, noonOf, type DiaryDay } from './calendar.ts';
import styles from './NightsIndex.module.css';

export interface Found {
  /** What is looked for; empty for nothing. */
  readonly wanted: string;
  /** Lines that say it, by night; null where nothing is looked for, or while it is. */
  readonly lines: ReadonlyMap<string, number> | null;
  readonly failure: Failure | null;
}

export interface NightsIndexProps {
  /** Those that are the chosen agent's and say what is looked for, oldest first. */
  readonly days: readonly DiaryDay[];
  readonly agents: readonly AgentKind[];
  readonly agent: AgentKind | null;
  readonly onAgent: (agent: AgentKind | null) => void;
  readonly typed: string;
  readonly onType: (words: string) => void;
  readonly found: Found;
  readonly chosen: string;
  readonly onChoose: (day: string) => void;
}

function Find({ typed, onType, found, days }: Pick<NightsIndexProps, 'typed' | 'onType' | 'found' | 'days'>) {
  const { say, told } = useWords();
  const input = useRef<HTMLInputElement>(null);
  useActions({ 'list.filter': () => input.current?.focus() });
  const result = (): string => {
    if (found.failure !== null) return told(found.failure.happened);
    return found.lines === null ? '' : say('diary.foundIn', { count: days.length });
  };
  return (
    <div>
      <input
        ref={input}
        type="search"
        className={styles['field']}
        value={typed}
        placeholder={say('diary.filter')}
        aria-label={say('diary.filter')}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={(event) => {
          // Escape empties it, Enter goes on with what was found.
          if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <p className={styles['result']} role="status">
        {result()}
      </p>
    </div>
  );
}

type AgentFilterProps = Pick<NightsIndexProps, 'agents' | 'agent' | 'onAgent'>;

/** Only where nights are from more than one: else there is nothing to choose. */
function AgentFilter({ agents, agent, onAgent }: AgentFilterProps) {
  const { say } = useWords();
  if (agents.length < 2) return null;
  return (
    <select
      className={styles['field']}
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
  readonly found: Found;
  readonly isChosen: boolean;
  readonly onChoose: (day: string) => void;
}

function Row({ day, found, isChosen, onChoose }: RowProps) {
  const { say, formats } = useWords();
  const { night, fate } = day;
  const sleep = night === null ? null : sleepOfReceipt(night);
  const lines = night === null ? null : (found.lines?.get(night.nightId) ?? null);
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
          {lines !== null
            ? say('diary.lines', { count: lines })
            : fate === 'ran'
              ? say('diary.proposedShort', { count: proposed })
              : say(`fate.${fate}`)}
        </span>
      </button>
    </li>
  );
}

/** The months one after another while words are looked for; else the one that is turned to. */
function List({
  days,
  month,
  agent,
  found,
  chosen,
  onChoose,
}: NightsIndexProps & { readonly month: string }) {
  const { say, formats } = useWords();
  const isFinding = found.lines !== null;
  const rows = days.filter(({ day }) => isFinding || monthOf(day) === month).toReversed();
  if (rows.length === 0) {
    if (isFinding) return null;
    return (
      <p className={styles['none']}>{say(agent === null ? 'diary.noneOfMonth' : 'diary.noneOfAgent')}</p>
    );
  }
  const name = isFinding
    ? say('diary.foundNights', { words: found.wanted })
    : say('diary.nightsOf', { month: formats.month(noonOf(`${month}-15`)) });
  return (
    <ul className={styles['rows']} aria-label={name}>
      {rows.map((day) => (
        <Row key={day.day} day={day} found={found} isChosen={day.day === chosen} onChoose={onChoose} />
      ))}
    </ul>
  );
}

export function NightsIndex(props: NightsIndexProps) {
  const { days, chosen, onChoose } = props;
  // Turned by hand until another day is chosen.
  const [turned, setTurned] = useState<{ readonly from: string; readonly to: string } | null>(null);
  const month = turned?.from === chosen ? turned.to : monthOf(chosen);
  return (
    <div className={styles['index']}>
      <div className={styles['finding']}>
        <Find {...props} />
        <AgentFilter {...props} />
      </div>
      <Calendar
        days={days}
        month={month}
        onTurn={(to) => setTurned({ from: chosen, to })}
        chosen={chosen}
        onChoose={onChoose}
      />
      <List {...props} month={month} />
    </div>
  );
}
