// One bar for each call under the stair of the night: how high, its tokens; where, its time; and above them how the spend
// climbs towards its limit.
import { useRef } from 'react';
import type { CallTrace } from '../../shared/models.ts';
import { useWords } from '../app/AppContext.tsx';
import { classes } from '../ui/classes.ts';
import { SignAt } from '../ui/Sign.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import { useWidth } from '../ui/use-width.ts';
import styles from './CallStrip.module.css';
import { endOfCall, groupOf, isFaulty, isUnderWay, outcomeWords, sumOf } from './calls.ts';

export interface CallStripProps {
  readonly calls: readonly CallTrace[];
  /** US dollars a night. */
  readonly usdMax: number;
  /** Of the drawing above it, so that both have one clock; left out: from the first call to the end of the last. */
  readonly span?: { readonly startMs: number; readonly endMs: number };
  readonly nowMs: number;
}

// As the hypnogram has it: names at the left, room for half a tick's words at the right.
const gutter = 64;
const endRoom = 24;
const height = 56;
const capY = 8;
const baseY = 50;
const barMin = 3;
const usualWidth = 760;

interface Drawing {
  readonly calls: readonly CallTrace[];
  readonly x: (ms: number) => number;
  readonly nowMs: number;
}

function Bars({ calls, x, nowMs }: Drawing) {
  const most = Math.max(1, ...calls.map(({ counted }) => counted.tokens));
  return calls.map((call) => {
    const barHeight = Math.max(2, (call.counted.tokens / most) * (baseY - capY - 12));
    const left = x(call.beganAtMs);
    const width = Math.max(barMin, x(endOfCall(call, nowMs)) - left - 1);
    return (
      <g key={call.number}>
        <rect
          className={classes(
            styles[groupOf(call.role)],
            (isUnderWay(call) || call.counted.isReserved) && styles['open'],
          )}
          x={left}
          y={baseY - barHeight}
          width={width}
          height={barHeight}
          rx={1}
        />
        {isFaulty(call) && (
          <SignAt kind="error" className={styles['error']} x={left + width / 2} y={baseY - barHeight - 6} />
        )}
      </g>
    );
  });
}

/** Stands still between calls, and climbs by what each has cost. */
function Climb({ calls, x, nowMs, usdMax }: Drawing & { readonly usdMax: number }) {
  if (usdMax <= 0 || calls.length === 0) return null;
  const y = (usd: number): number => baseY - Math.min(1, usd / usdMax) * (baseY - capY);
  const ended = calls.toSorted((a, b) => endOfCall(a, nowMs) - endOfCall(b, nowMs));
  let spent = 0;
  const points = ended.flatMap((call) => {
    const at = x(endOfCall(call, nowMs));
    const before = y(spent);
    spent += call.counted.usd;
    return [`${at},${before}`, `${at},${y(spent)}`];
  });
  const first = x(Math.min(...calls.map(({ beganAtMs }) => beganAtMs)));
  return <polyline className={styles['climb']} points={[`${first},${baseY}`, ...points].join(' ')} />;
}

function Strip(props: CallStripProps & { readonly label: string }) {
  const { calls, usdMax, span, nowMs, label } = props;
  const { say, formats } = useWords();
  const place = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(place, usualWidth));
  const startMs = span?.startMs ?? Math.min(...calls.map(({ beganAtMs }) => beganAtMs));
  const endMs = Math.max(span?.endMs ?? 0, ...calls.map((call) => endOfCall(call, nowMs)), startMs + 5_000);
  const x = (ms: number): number =>
    gutter + (Math.max(0, ms - startMs) / (endMs - startMs)) * (width - gutter - endRoom);
  const drawing = { calls, x, nowMs };
  return (
    <div ref={place} className={styles['place']}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={styles['svg']}>
        <text className={styles['name']} x={0} y={baseY - 4}>
          {say('trace.stripTitle')}
        </text>
        <line className={styles['cap']} x1={gutter} x2={width} y1={capY} y2={capY} />
        <text className={styles['capName']} x={0} y={capY + 4}>
          {formats.usd(usdMax)}
        </text>
        <line className={styles['base']} x1={gutter} x2={width} y1={baseY} y2={baseY} />
        <Bars {...drawing} />
        <Climb {...drawing} usdMax={usdMax} />
      </svg>
    </div>
  );
}

export function CallStrip(props: CallStripProps) {
  const { calls, usdMax } = props;
  const { say, formats } = useWords();
  if (calls.length === 0) return null;
  const sums = sumOf(calls);
  const label = say('trace.strip', {
    calls: sums.calls,
    tokens: formats.compact(sums.tokens),
    usd: formats.money(sums.usd),
    cap: formats.money(usdMax),
  });
  return (
    <ChartFigure
      legend={label}
      table={{
        caption: label,
        columns: [
          { title: say('trace.role') },
          { title: say('trace.outcome') },
          { title: say('trace.tokens'), isNumber: true },
          { title: say('trace.cost'), isNumber: true },
        ],
        rows: calls.map((call) => ({
          key: String(call.number),
          cells: [
            say(`trace.role.${call.role}`),
            say(outcomeWords(call)),
            formats.number(call.counted.tokens),
            formats.moneyExact(call.counted.usd),
          ],
        })),
      }}
    >
      <Strip {...props} label={label} />
    </ChartFigure>
  );
}
