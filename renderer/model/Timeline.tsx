// When each call was under way: a row each, one clock for all.
import { useRef } from 'react';
import type { CallTrace } from '../../shared/models.ts';
import { useWords } from '../app/AppContext.tsx';
import { classes } from '../ui/classes.ts';
import { SignAt } from '../ui/Sign.tsx';
import { ticksBetween } from '../ui/sleep.ts';
import { ChartFigure } from '../ui/Table.tsx';
import { useWidth } from '../ui/use-width.ts';
import { endOfCall, groupOf, isFaulty, isUnderWay, outcomeWords } from './calls.ts';
import styles from './CallStrip.module.css';

interface TimelineProps {
  readonly calls: readonly CallTrace[];
  readonly nowMs: number;
}

const rowHeight = 24;
const axisHeight = 20;
const gutter = 148;
const endRoom = 32;
const barHeight = 12;
const barMin = 3;
const usualWidth = 760;
// More rows than these are no picture any more; the table has them all.
const rowsMax = 60;
const tickRoom = 76;

function Rows({ calls, nowMs, x }: TimelineProps & { readonly x: (ms: number) => number }) {
  const { say } = useWords();
  return calls.map((call, i) => {
    const y = i * rowHeight + rowHeight / 2;
    const left = x(call.beganAtMs);
    const width = Math.max(barMin, x(endOfCall(call, nowMs)) - left);
    return (
      <g key={call.number}>
        <text className={styles['name']} x={0} y={y + 4}>
          {`${call.number} ${say(`trace.role.${call.role}`)}`}
        </text>
        <rect
          className={classes(styles[groupOf(call.role)], isUnderWay(call) && styles['open'])}
          x={left}
          y={y - barHeight / 2}
          width={width}
          height={barHeight}
          rx={2}
        />
        {isFaulty(call) && <SignAt kind="error" className={styles['error']} x={left + width + 10} y={y} />}
      </g>
    );
  });
}

function Chart({
  calls,
  nowMs,
  width,
  label,
}: TimelineProps & { readonly width: number; readonly label: string }) {
  const { formats } = useWords();
  const startMs = Math.min(...calls.map(({ beganAtMs }) => beganAtMs));
  const endMs = Math.max(...calls.map((call) => endOfCall(call, nowMs)), startMs + 5_000);
  const x = (ms: number): number =>
    gutter + ((ms - startMs) / (endMs - startMs)) * Math.max(40, width - gutter - endRoom);
  const height = calls.length * rowHeight + axisHeight;
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={styles['svg']}>
      <Rows calls={calls} nowMs={nowMs} x={x} />
      {ticksBetween(startMs, endMs, Math.max(1, Math.floor((width - gutter) / tickRoom))).map((ms) => (
        <text key={ms} className={styles['capName']} x={x(ms)} y={height - 4} textAnchor="middle">
          {formats.timeExact(ms)}
        </text>
      ))}
    </svg>
  );
}

export function Timeline({ calls, nowMs }: TimelineProps) {
  const { say, formats } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place, usualWidth);
  const label = say('trace.timeline');
  return (
    <ChartFigure
      table={{
        caption: label,
        columns: [
          { title: say('trace.about') },
          { title: say('trace.outcome') },
          { title: say('trace.began'), isNumber: true },
          { title: say('trace.took'), isNumber: true },
        ],
        rows: calls.map((call) => ({
          key: String(call.number),
          cells: [
            `${call.number} ${say(`trace.role.${call.role}`)}`,
            say(outcomeWords(call)),
            formats.timeExact(call.beganAtMs),
            call.tookMs === null ? '' : say('trace.ms', { ms: call.tookMs }),
          ],
        })),
      }}
    >
      <div ref={place} className={styles['place']}>
        <Chart calls={calls.slice(0, rowsMax)} nowMs={nowMs} width={Math.max(280, width)} label={label} />
      </div>
    </ChartFigure>
  );
}
