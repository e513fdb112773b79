// The night as a stair of stages over the clock. Shape and label carry the meaning: REM is hatched, each lane is named.
import { useId, useRef } from 'react';
import { useWords } from '../app/AppContext.tsx';
import type { PlainKey } from '../words/words.ts';
import styles from './Hypnogram.module.css';
import stages from './stages.module.css';
import { Sign, SignAt, type SignKind } from './Sign.tsx';
import { lanes, ticksBetween, type Lane, type Sleep, type SleepInterval } from './sleep.ts';
import { ChartFigure } from './Table.tsx';
import { useWidth } from './use-width.ts';

export const laneNames: Readonly<Record<Lane, PlainKey>> = {
  awake: 'stage.awake',
  rem: 'stage.rem',
  light: 'stage.light',
  deep: 'stage.deep',
};

const laneY: Readonly<Record<Lane, number>> = { awake: 18, rem: 44, light: 70, deep: 96 };
const gutter = 64;
const height = 132;
const barHeight = 12;
const barMin = 3;
const usualWidth = 760;
// A night without a model takes seconds; a shorter domain would make a riser of each bar.
const domainMinMs = 5_000;
// Up to here a clock is read in seconds.
const secondsMaxMs = 300_000;

export interface HypnogramProps {
  readonly sleep: Sleep;
  /** One sentence that says what is drawn. */
  readonly label: string;
  /** Where a proposal's sign leads for a pointer; whoever has none finds the same beside the drawing. */
  readonly onProposal?: () => void;
}

interface Drawing {
  readonly sleep: Sleep;
  readonly x: (ms: number) => number;
  readonly hatch: string;
  readonly width: number;
}

function Bar({ bar, x, hatch }: Pick<Drawing, 'x' | 'hatch'> & { readonly bar: SleepInterval }) {
  const left = x(bar.startMs);
  const place = {
    x: left,
    y: laneY[bar.lane] - barHeight / 2,
    width: Math.max(barMin, x(bar.endMs) - left),
    height: barHeight,
    rx: 3,
  };
  return (
    <>
      <rect {...place} className={stages[bar.lane]} />
      {bar.lane === 'rem' && <rect {...place} fill={`url(#${hatch})`} />}
    </>
  );
}

/** Lines from one stage to the next. */
function Risers({ sleep, x }: Drawing) {
  return sleep.intervals.slice(1).map((bar, i) => {
    const before = sleep.intervals[i];
    if (before === undefined) return null;
    const at = x(bar.startMs);
    return (
      <line
        key={bar.startMs}
        className={stages['riser']}
        x1={at}
        x2={at}
        y1={laneY[before.lane]}
        y2={laneY[bar.lane]}
      />
    );
  });
}

/** What is still to come: outlines, and the step down or up to each. */
function Forecast({ sleep, x }: Drawing) {
  const before = [sleep.intervals.at(-1), ...sleep.forecast];
  return sleep.forecast.map((bar, i) => {
    const [at, from] = [x(bar.startMs), before[i]];
    return (
      <g key={bar.startMs} className={styles['forecast']}>
        {from !== undefined && from.lane !== bar.lane && (
          <line x1={at} x2={at} y1={laneY[from.lane]} y2={laneY[bar.lane]} />
        )}
        <rect
          x={at}
          y={laneY[bar.lane] - barHeight / 2}
          width={Math.max(barMin, x(bar.endMs) - at)}
          height={barHeight}
          rx={3}
        />
      </g>
    );
  });
}

const signs = { proposal: 'proposal', error: 'error' } as const satisfies Readonly<
  Record<Sleep['marks'][number]['kind'], SignKind>
>;
const signY = { proposal: 109, error: 6 } as const;

// Signs that stand closer run into one another.
const signRoom = 10;

/** Many proposals in little room become one sign with their number. */
function crowded({ sleep, x }: Drawing): { readonly count: number; readonly atX: number } | null {
  const proposals = sleep.marks.filter(({ kind }) => kind === 'proposal');
  const [first, last] = [proposals[0], proposals.at(-1)];
  if (first === undefined || last === undefined || proposals.length < 2) return null;
  const room = (x(last.atMs) - x(first.atMs)) / (proposals.length - 1);
  return room >= signRoom ? null : { count: proposals.length, atX: (x(first.atMs) + x(last.atMs)) / 2 };
}

function Marks({ onProposal, ...drawing }: Drawing & Pick<HypnogramProps, 'onProposal'>) {
  const { sleep, x } = drawing;
  const crowd = crowded(drawing);
  const opens =
    onProposal === undefined ? {} : { onClick: onProposal, className: styles['opens'], 'data-opens': true };
  if (crowd !== null) {
    return (
      <g {...opens}>
        <Reach atX={crowd.atX} />
        <g className={styles['proposal']}>
          <SignAt kind="proposal" x={crowd.atX - 6} y={signY.proposal} />
          <text className={styles['crowd']} x={crowd.atX + 2} y={signY.proposal + 4}>
            {crowd.count}
          </text>
        </g>
      </g>
    );
  }
  return sleep.marks.map(({ kind, atMs }, i) => (
    <g key={i} {...(kind === 'proposal' ? opens : {})}>
      {kind === 'proposal' && <Reach atX={x(atMs)} />}
      <SignAt kind={signs[kind]} className={styles[kind]} x={x(atMs)} y={signY[kind]} />
    </g>
  ));
}

/** As large as a pointer needs, around a sign of nine pixels. */
const Reach = ({ atX }: { readonly atX: number }) => (
  <rect className={styles['reach']} x={atX - 12} y={signY.proposal - 12} width={24} height={24} />
);

function Ending({ sleep, x }: Drawing) {
  const last = sleep.intervals.at(-1);
  if (last === undefined || sleep.end === 'whole') return null;
  const at = x(sleep.end === 'running' ? sleep.endMs : last.endMs);
  if (sleep.end === 'running') return <line className={styles['now']} x1={at} x2={at} y1={4} y2={108} />;
  const y = laneY[last.lane];
  if (sleep.end === 'cut')
    return <line className={styles['cut']} x1={at + 4} x2={at + 4} y1={y - 14} y2={y + 14} />;
  return <SignAt kind="error" className={styles['error']} x={at + 12} y={y} />;
}

// A time with seconds, and air.
const tickRoom = 76;

function Axis({ sleep, x, width, end }: Drawing & { readonly end: number }) {
  const { formats } = useWords();
  const isShort = end - sleep.startMs < secondsMaxMs;
  return ticksBetween(sleep.startMs, end, Math.floor((width - gutter) / tickRoom)).map((ms) => (
    <text key={ms} className={styles['tick']} x={x(ms)} y={height - 4} textAnchor="middle">
      {isShort ? formats.timeExact(ms) : formats.time(ms)}
    </text>
  ));
}

function Lanes({ width }: { readonly width: number }) {
  const { say } = useWords();
  return lanes.map((lane) => (
    <g key={lane}>
      <text className={styles['lane']} x={0} y={laneY[lane] + 4}>
        {say(laneNames[lane])}
      </text>
      <line className={styles['guide']} x1={gutter} x2={width} y1={laneY[lane]} y2={laneY[lane]} />
    </g>
  ));
}

function Stairs({ sleep, label, width, onProposal }: HypnogramProps & { readonly width: number }) {
  const hatch = useId().replaceAll(/\W/gu, '');
  const last = sleep.forecast.at(-1)?.endMs ?? sleep.endMs;
  const end = Math.max(last, sleep.startMs + domainMinMs);
  // Room for half a tick's words at the right.
  const x = (ms: number): number =>
    gutter + ((ms - sleep.startMs) / (end - sleep.startMs)) * (width - gutter - 24);
  const drawing = { sleep, x, hatch, width };
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={styles['svg']}>
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line className={styles['hatch']} x1="0" x2="0" y1="0" y2="5" />
        </pattern>
      </defs>
      <Lanes width={width} />
      <Risers {...drawing} />
      {sleep.intervals.map((bar) => (
        <Bar key={bar.startMs} bar={bar} {...drawing} />
      ))}
      <Forecast {...drawing} />
      <Marks {...drawing} {...(onProposal === undefined ? {} : { onProposal })} />
      <Ending {...drawing} />
      <Axis {...drawing} end={end} />
    </svg>
  );
}

export function Hypnogram({ sleep, label, onProposal }: HypnogramProps) {
  const { say, formats } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, usualWidth);
  const rows = sleep.intervals.map((bar) => ({
    key: String(bar.startMs),
    cells: [
      say(laneNames[bar.lane]),
      formats.timeExact(bar.startMs),
      formats.duration(bar.endMs - bar.startMs),
    ],
  }));
  return (
    <ChartFigure
      legend={<Legend sleep={sleep} />}
      table={{
        caption: label,
        columns: [
          { title: say('chart.stage') },
          { title: say('chart.from'), isNumber: true },
          { title: say('chart.took'), isNumber: true },
        ],
        rows,
      }}
    >
      <div ref={place} className={styles['place']}>
        <Stairs
          sleep={sleep}
          label={label}
          width={Math.max(240, width)}
          {...(onProposal === undefined ? {} : { onProposal })}
        />
      </div>
    </ChartFigure>
  );
}

const LegendRow = ({ kind, children }: { readonly kind: SignKind; readonly children: string }) => (
  <span>
    <Sign kind={kind} className={kind === 'proposal' || kind === 'error' ? styles[kind] : undefined} />{' '}
    {children}
  </span>
);

function Legend({ sleep }: { readonly sleep: Sleep }) {
  const { say } = useWords();
  const has = (kind: Sleep['marks'][number]['kind']): boolean =>
    sleep.marks.some((mark) => mark.kind === kind);
  return (
    <>
      {has('proposal') && <LegendRow kind="proposal">{say('chart.proposal')}</LegendRow>}
      {(has('error') || sleep.end === 'gap') && <LegendRow kind="error">{say('chart.brokeOff')}</LegendRow>}
      {sleep.end === 'cut' && <LegendRow kind="cut">{say('chart.woken')}</LegendRow>}
      {sleep.forecast.length > 0 && <LegendRow kind="forecast">{say('chart.forecast')}</LegendRow>}
    </>
  );
}
