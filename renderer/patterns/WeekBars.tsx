// Small bars, one a week, the newest at the right: a shape to glance at, with its numbers as a table on demand.
import { useWords } from '../app/AppContext.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import styles from './WeekBars.module.css';

export interface WeekBarsProps {
  /** What is counted, for people who do not see it. */
  readonly label: string;
  readonly weeks: readonly number[];
}

const step = 8;
const barWidth = 6;
const barMax = 24;
// A week without any is a short line, so that it is seen to be a week.
const barMin = 1.5;

export function WeekBars({ label, weeks }: WeekBarsProps) {
  const { say, formats } = useWords();
  const weekName = (count: number): string =>
    count === 0 ? say('patterns.thisWeek') : say('patterns.weeksAgo', { count });
  const most = Math.max(1, ...weeks);
  const width = weeks.length * step;
  return (
    <div className={styles['bars']}>
      <ChartFigure
        isQuiet
        table={{
          caption: label,
          columns: [{ title: say('patterns.week') }, { title: say('patterns.times'), isNumber: true }],
          rows: weeks.map((n, i) => ({
            key: String(i),
            cells: [weekName(weeks.length - 1 - i), formats.number(n)],
          })),
        }}
      >
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={barMax + 2}
          viewBox={`0 0 ${width} ${barMax + 2}`}
        >
          {weeks.map((n, i) => {
            const tall = Math.max(barMin, (n / most) * barMax);
            return (
              <rect
                key={i}
                className={n === 0 ? styles['none'] : styles['bar']}
                x={i * step}
                y={barMax + 1 - tall}
                width={barWidth}
                height={tall}
                rx={1}
              />
            );
          })}
        </svg>
      </ChartFigure>
    </div>
  );
}
