// Fourteen nights at a glance: how many proposals each brought, and a sign where it brought none.
import { Link } from 'wouter';
import type { NightFate, NightRecord } from '../../shared/schedule.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Panel } from '../ui/Page.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import styles from './Nights.module.css';

const shownMax = 14;
const step = 30;
const barWidth = 18;
const barMax = 40;
const height = 68;

/** Shape tells the fate; a night that ran is a bar. */
const signs: Readonly<Record<Exclude<NightFate, 'ran'>, string>> = {
  empty: '·',
  missed: '○',
  skipped: '–',
  failed: '✕',
  woken: '┃',
};

interface Night {
  readonly record: NightRecord;
  /** Null where it is not known. */
  readonly proposed: number | null;
}

function Bar({ night, x, most }: { readonly night: Night; readonly x: number; readonly most: number }) {
  const { formats } = useWords();
  const { record, proposed } = night;
  const tall = Math.max(3, ((proposed ?? 0) / most) * barMax);
  return (
    <g>
      {record.fate === 'ran' ? (
        <rect className={styles['bar']} x={x} y={barMax + 4 - tall} width={barWidth} height={tall} rx={2} />
      ) : (
        <text className={styles[record.fate]} x={x + barWidth / 2} y={barMax} textAnchor="middle">
          {signs[record.fate]}
        </text>
      )}
      <text className={styles['day']} x={x + barWidth / 2} y={height - 6} textAnchor="middle">
        {formats.dayNumber(record.dueAtMs)}
      </text>
    </g>
  );
}

export function Nights({ records }: { readonly records: readonly NightRecord[] }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const summaries = useValue(stores.night.nights) ?? [];
  const nights = records.slice(0, shownMax).map((record): Night => {
    const summary = summaries.find(({ nightId }) => nightId === record.nightId);
    const proposed =
      summary === undefined ? null : Object.values(summary.proposed).reduce((a, b) => a + b, 0);
    return { record, proposed };
  });
  const most = Math.max(1, ...nights.map(({ proposed }) => proposed ?? 0));
  const count = (...fates: readonly NightFate[]): number =>
    nights.filter(({ record }) => fates.includes(record.fate)).length;
  const label = say('tonight.nightsLabel', {
    count: nights.length,
    ran: count('ran', 'woken'),
    empty: count('empty', 'skipped'),
    bad: count('failed', 'missed'),
  });
  const width = shownMax * step;
  const shownFates = (Object.keys(signs) as (keyof typeof signs)[]).filter((fate) => count(fate) > 0);
  return (
    <Panel
      title={say('tonight.nights')}
      aside={<Link href={pathTo('diary')}>{say('tonight.allNights')}</Link>}
    >
      <ChartFigure
        legend={shownFates.map((fate) => (
          <span key={fate}>
            {signs[fate]} {say(`fate.${fate}`)}
          </span>
        ))}
        table={{
          caption: label,
          columns: [
            { title: say('tonight.nightColumn') },
            { title: say('tonight.fateColumn') },
            { title: say('tonight.proposedColumn'), isNumber: true },
            { title: say('tonight.becauseColumn') },
          ],
          rows: nights.map(({ record, proposed }) => ({
            key: String(record.dueAtMs),
            cells: [
              formats.day(record.dueAtMs),
              say(`fate.${record.fate}`),
              proposed === null ? '–' : formats.number(proposed),
              record.because,
            ],
          })),
        }}
      >
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          className={styles['svg']}
        >
          {nights.toReversed().map((night, i) => (
            <Bar key={night.record.dueAtMs} night={night} x={i * step + 4} most={most} />
          ))}
        </svg>
      </ChartFigure>
    </Panel>
  );
}
