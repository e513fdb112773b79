// Fourteen nights at a glance: how many proposals each brought, a sign where it brought none, and the stair of its stages.
import { Link } from 'wouter';
import { useRef } from 'react';
import type { NightFate, NightRecord } from '../../shared/schedule.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { MiniStairAt, stairHeight, stairWidth } from '../ui/MiniStair.tsx';
import { Panel } from '../ui/Page.tsx';
import { Sign, SignAt, type SignKind } from '../ui/Sign.tsx';
import { sleepOfReceipt, type Sleep } from '../ui/sleep.ts';
import { ChartFigure } from '../ui/Table.tsx';
import { useWidth } from '../ui/use-width.ts';
import { Told } from '../ui/Told.tsx';
import type { Say } from '../words/words.ts';
import styles from './Nights.module.css';

const shownMax = 14;
const usualWidth = 760;
const gap = 12;
const barWidthMax = 28;
const barMax = 36;
const stairTop = barMax + 14;
const height = stairTop + stairHeight + 22;

/** Shape tells the fate; a night that ran is a bar. */
const signs: Readonly<Record<Exclude<NightFate, 'ran'>, SignKind>> = {
  empty: 'point',
  missed: 'ring',
  skipped: 'dash',
  failed: 'error',
  woken: 'cut',
};

interface Night {
  readonly record: NightRecord;
  /** Null where it is not known. */
  readonly proposed: number | null;
  /** Null for a night that was not dreamt. */
  readonly sleep: Sleep | null;
}

interface BarProps {
  readonly night: Night;
  readonly x: number;
  readonly barWidth: number;
  readonly stairWidth: number;
  /** The most proposals of a night: its bar is the tallest. */
  readonly most: number;
}

/** Around x. */
function Bar({ night, x, barWidth, stairWidth, most }: BarProps) {
  const { formats } = useWords();
  const { record, proposed, sleep } = night;
  const tall = Math.max(3, ((proposed ?? 0) / most) * barMax);
  return (
    <g>
      {record.fate === 'ran' ? (
        <rect
          className={styles['bar']}
          x={x - barWidth / 2}
          y={barMax + 4 - tall}
          width={barWidth}
          height={tall}
          rx={2}
        />
      ) : (
        <SignAt kind={signs[record.fate]} className={styles[record.fate]} x={x} y={barMax - 2} />
      )}
      {sleep !== null && <MiniStairAt sleep={sleep} x={x - stairWidth / 2} y={stairTop} width={stairWidth} />}
      <text className={styles['day']} x={x} y={height - 6} textAnchor="middle">
        {formats.dayNumber(record.dueAtMs)}
      </text>
    </g>
  );
}

const countOf = (nights: readonly Night[], ...fates: readonly NightFate[]): number =>
  nights.filter(({ record }) => fates.includes(record.fate)).length;

const describe = (nights: readonly Night[], say: Say): string =>
  say('tonight.nightsLabel', {
    count: nights.length,
    ran: countOf(nights, 'ran', 'woken'),
    empty: countOf(nights, 'empty', 'skipped'),
    bad: countOf(nights, 'failed', 'missed'),
  });

/** The records with what each night proposed, newest first. */
function useNights(records: readonly NightRecord[]): readonly Night[] {
  const { stores } = useApp();
  const summaries = useValue(stores.night.nights) ?? [];
  return records.slice(0, shownMax).map((record): Night => {
    const summary = summaries.find(({ nightId }) => nightId === record.nightId);
    const proposed =
      summary === undefined ? null : Object.values(summary.proposed).reduce((a, b) => a + b, 0);
    const sleep = summary === undefined ? null : sleepOfReceipt(summary);
    return { record, proposed, sleep: sleep === null || sleep.intervals.length === 0 ? null : sleep };
  });
}

function Strip({ nights, label }: { readonly nights: readonly Night[]; readonly label: string }) {
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, usualWidth);
  const step = width / shownMax;
  const barWidth = Math.min(barWidthMax, Math.max(4, step - gap));
  const stair = Math.min(stairWidth, Math.max(8, step - 6));
  const most = Math.max(1, ...nights.map(({ proposed }) => proposed ?? 0));
  return (
    <div ref={place}>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        className={styles['svg']}
      >
        {nights.toReversed().map((night, i) => (
          <Bar
            key={night.record.dueAtMs}
            night={night}
            x={(i + 0.5) * step}
            barWidth={barWidth}
            stairWidth={stair}
            most={most}
          />
        ))}
      </svg>
    </div>
  );
}

const signed: readonly (keyof typeof signs)[] = ['empty', 'missed', 'skipped', 'failed', 'woken'];

export function Nights({ records }: { readonly records: readonly NightRecord[] }) {
  const { say, formats } = useWords();
  const nights = useNights(records);
  const label = describe(nights, say);
  const rows = nights.map(({ record, proposed }) => ({
    key: String(record.dueAtMs),
    cells: [
      formats.day(record.dueAtMs),
      say(`fate.${record.fate}`),
      proposed === null ? '–' : formats.number(proposed),
      <Told key="because" text={record.because} />,
    ],
  }));
  return (
    <Panel
      title={say('tonight.nights')}
      aside={<Link href={pathTo('diary')}>{say('tonight.allNights')}</Link>}
    >
      <ChartFigure
        legend={signed
          .filter((fate) => countOf(nights, fate) > 0)
          .map((fate) => (
            <span key={fate}>
              <Sign kind={signs[fate]} className={styles[fate]} /> {say(`fate.${fate}`)}
            </span>
          ))}
        table={{
          caption: label,
          columns: [
            { title: say('tonight.nightColumn'), isShort: true },
            { title: say('tonight.fateColumn') },
            { title: say('tonight.proposedColumn'), isNumber: true },
            { title: say('tonight.becauseColumn') },
          ],
          rows,
        }}
      >
        <Strip nights={nights} label={label} />
      </ChartFigure>
    </Panel>
  );
}
