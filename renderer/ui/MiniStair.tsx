// A night's stair, small enough for a row of a list: the same lanes and colours as the hypnogram, without a clock. Words
// stand beside it, so it is decoration.
import { classes } from './classes.ts';
import styles from './MiniStair.module.css';
import stages from './stages.module.css';
import { lanes, type Lane, type Sleep } from './sleep.ts';

export const stairWidth = 48;
export const stairHeight = 20;
const barHeight = 3;
// A stage of a blink is still seen.
const barMin = 2;
// Room at the right for the sign of a night that did not end by itself.
const signRoom = 5;

const top = (lane: Lane): number =>
  (lanes.indexOf(lane) / (lanes.length - 1)) * (stairHeight - barHeight - 1) + 0.5;

interface MiniStairAtProps {
  readonly sleep: Sleep;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Its left upper corner at x and y, in a drawing. */
export function MiniStairAt({ sleep, x, y, width }: MiniStairAtProps) {
  const room = width - (sleep.end === 'whole' ? 0 : signRoom);
  const span = Math.max(1, sleep.endMs - sleep.startMs);
  const at = (ms: number): number => ((ms - sleep.startMs) / span) * room;
  const last = sleep.intervals.at(-1);
  return (
    <g transform={`translate(${x} ${y})`}>
      {sleep.intervals.map((bar, i) => {
        const before = sleep.intervals[i - 1];
        const left = Math.min(at(bar.startMs), room - barMin);
        return (
          <g key={bar.startMs}>
            {before !== undefined && (
              <line
                className={stages['riser']}
                x1={left}
                x2={left}
                y1={top(before.lane) + barHeight / 2}
                y2={top(bar.lane) + barHeight / 2}
              />
            )}
            <rect
              className={stages[bar.lane]}
              x={left}
              y={top(bar.lane)}
              width={Math.max(barMin, at(bar.endMs) - left)}
              height={barHeight}
              rx={1}
            />
          </g>
        );
      })}
      {last !== undefined && sleep.end !== 'whole' && (
        <line
          className={classes(styles['ending'], styles[sleep.end])}
          x1={room + 3}
          x2={room + 3}
          y1={top(last.lane) - 4}
          y2={top(last.lane) + barHeight + 3}
        />
      )}
    </g>
  );
}

export const MiniStair = ({ sleep }: { readonly sleep: Sleep }) => (
  <svg
    className={styles['stair']}
    viewBox={`0 0 ${stairWidth} ${stairHeight}`}
    width={stairWidth}
    height={stairHeight}
    aria-hidden="true"
  >
    <MiniStairAt sleep={sleep} x={0} y={0} width={stairWidth} />
  </svg>
);
