// What one agent's files took over time, and what changed in them last: by Slowwave, or by somebody else.
import { Link } from 'wouter';
import type { AgentHistory } from '../../shared/agent-files.ts';
import type { LocalAgent } from '../../shared/transcript.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { PlainText } from '../ui/PlainText.tsx';
import { SmallBars } from '../ui/SmallBars.tsx';
import styles from './History.module.css';

/** Nothing where nothing changed: one bar is no line. */
export function Loads({ agent }: { readonly agent: LocalAgent }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const loads = useValue(stores.agents.history.at(agent))?.loads ?? [];
  const [first, last] = [loads[0], loads.at(-1)];
  if (first === undefined || last === undefined || loads.length < 2) return null;
  return (
    <SmallBars
      label={say('agents.loads', {
        from: formats.number(first.tokens),
        to: formats.number(last.tokens),
        day: formats.date(first.atMs),
      })}
      titles={[say('agents.from'), say('agents.tokens')]}
      bars={loads.map(({ atMs, tokens }) => ({ name: formats.moment(atMs), value: tokens }))}
    />
  );
}

function Change({ change }: { readonly change: AgentHistory['changes'][number] }) {
  const { say, formats } = useWords();
  return (
    <li className={styles['change']}>
      <span className={styles['when']}>{formats.moment(change.seenAtMs)}</span>
      <Link href={pathTo('memory', change.path)} className={styles['path']}>
        <PlainText text={change.path} />
      </Link>
      <span>{say(`memory.by.${change.by}`)}</span>
      <span className={styles['lines']}>
        {change.isGone
          ? say('memory.gone')
          : `+${formats.number(change.linesAdded)} −${formats.number(change.linesRemoved)}`}
      </span>
    </li>
  );
}

export function LastChanges({ agent }: { readonly agent: LocalAgent }) {
  const { stores } = useApp();
  const { say } = useWords();
  const changes = useValue(stores.agents.history.at(agent))?.changes ?? [];
  return (
    <section className={styles['changes']} aria-label={say('agents.lastChanges')}>
      <h3>{say('agents.lastChanges')}</h3>
      {changes.length === 0 ? (
        <p className={styles['when']}>{say('agents.noChanges')}</p>
      ) : (
        <ul>
          {changes.map((change) => (
            <Change key={change.copy} change={change} />
          ))}
        </ul>
      )}
    </section>
  );
}
