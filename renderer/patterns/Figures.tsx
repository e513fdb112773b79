// What the patterns come to: which agents were told them when, what their owner decided, and what each session now takes.
// "Saved" is told from what files took and take: what a session would have taken else nobody can measure.
import type { PatternCharts } from '../../shared/contract.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { useStore } from 'zustand';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Panel } from '../ui/Page.tsx';
import { SmallBars } from '../ui/SmallBars.tsx';
import { agentName } from '../words/agent-name.ts';
import { byWeek, daysMax } from './consequence.ts';
import styles from './Figures.module.css';
import { HeatStrip } from './HeatStrip.tsx';

function useWeekName(count: number): (index: number) => string {
  const { say } = useWords();
  return (i) => {
    const ago = count - 1 - i;
    return ago === 0 ? say('patterns.thisWeek') : say('patterns.weeksAgo', { count: ago });
  };
}

function Told({ agents, days }: { readonly agents: PatternCharts['agents']; readonly days: number }) {
  const { say } = useWords();
  const isByWeek = days > daysMax;
  const rows = agents.map((one) => ({
    name: agentName(one.agent, say),
    cells: isByWeek ? byWeek(one.days) : one.days,
  }));
  const count = rows[0]?.cells.length ?? 0;
  const weekName = useWeekName(count);
  const dayName = (i: number): string => {
    const ago = count - 1 - i;
    return ago === 0 ? say('patterns.lastDay') : say('patterns.daysAgo', { count: ago });
  };
  return (
    <section className={styles['wide']}>
      <h3>{say(isByWeek ? 'patterns.heatWeeks' : 'patterns.heat')}</h3>
      <HeatStrip
        label={say(isByWeek ? 'patterns.heatWeeksLabel' : 'patterns.heatLabel', { count })}
        legend={say(isByWeek ? 'patterns.heatWeeksLegend' : 'patterns.heatLegend')}
        columnTitle={say(isByWeek ? 'patterns.week' : 'patterns.day')}
        columnName={isByWeek ? weekName : dayName}
        rows={rows}
      />
    </section>
  );
}

function Decided({ weeks }: { readonly weeks: PatternCharts['decided'] }) {
  const { say } = useWords();
  const columnName = useWeekName(weeks.length);
  const isAny = weeks.some((week) => week.approved + week.edited + week.rejected > 0);
  return (
    <section>
      <h3>{say('patterns.decided')}</h3>
      {isAny ? (
        <HeatStrip
          label={say('patterns.decidedLabel', { count: weeks.length })}
          legend={say('patterns.heatWeeksLegend')}
          columnTitle={say('patterns.week')}
          columnName={columnName}
          rows={(['approved', 'edited', 'rejected'] as const).map((kind) => ({
            name: say(`patterns.decided.${kind}`),
            cells: weeks.map((week) => week[kind]),
          }))}
        />
      ) : (
        <p className={styles['none']}>{say('patterns.decidedNone')}</p>
      )}
    </section>
  );
}

/** What one agent's files took in each session, then and now. */
function Load({ agent }: { readonly agent: AgentKind }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const loads = useValue(stores.agents.history.at(agent))?.loads ?? [];
  const [first, last] = [loads[0], loads.at(-1)];
  const saved = first === undefined || last === undefined ? 0 : first.tokens - last.tokens;
  const told =
    first === undefined || last === undefined || loads.length < 2
      ? say('patterns.loadsOne')
      : say(saved > 0 ? 'patterns.loadsLess' : saved < 0 ? 'patterns.loadsMore' : 'patterns.loadsSame', {
          from: formats.number(first.tokens),
          to: formats.number(last.tokens),
          tokens: formats.number(Math.abs(saved)),
          day: formats.date(first.atMs),
        });
  return (
    <li className={styles['load']}>
      <div>
        <p className={styles['agent']}>{agentName(agent, say)}</p>
        <p className={styles['none']}>{told}</p>
      </div>
      {loads.length > 1 && (
        <SmallBars
          label={`${agentName(agent, say)}: ${told}`}
          titles={[say('agents.from'), say('agents.tokens')]}
          bars={loads.map(({ atMs, tokens }) => ({ name: formats.moment(atMs), value: tokens }))}
        />
      )}
    </li>
  );
}

function Loads() {
  const { stores } = useApp();
  const { say } = useWords();
  const { agent } = useStore(stores.patterns);
  const found = (useValue(stores.agents) ?? []).filter(
    (view) => view.isFound && (agent === null || view.agent === agent),
  );
  if (found.length === 0) return null;
  return (
    <section>
      <h3>{say('patterns.loads')}</h3>
      <ul className={styles['loads']}>
        {found.map((view) => (
          <Load key={view.agent} agent={view.agent} />
        ))}
      </ul>
    </section>
  );
}

/** Nothing before anything repeated or was decided. */
export function Figures() {
  const { stores } = useApp();
  const { say } = useWords();
  const { days, agent } = useStore(stores.patterns);
  const charts = useValue(stores.patterns.charts.at(String(days)));
  if (charts === null) return null;
  const agents = charts.agents.filter((one) => agent === null || one.agent === agent);
  const isDecided = charts.decided.some((week) => week.approved + week.edited + week.rejected > 0);
  if (charts.agents.length === 0 && !isDecided) return null;
  return (
    <Panel title={say('patterns.figures')}>
      <div className={styles['figures']}>
        {agents.length > 0 && <Told agents={agents} days={days} />}
        <Decided weeks={charts.decided} />
        <Loads />
      </div>
    </Panel>
  );
}
