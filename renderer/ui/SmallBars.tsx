// Small bars, the newest at the right: a shape to glance at, with its numbers as a table on demand.
import { useWords } from '../app/AppContext.tsx';
import styles from './SmallBars.module.css';
import { ChartFigure } from './Table.tsx';

export interface SmallBarsProps {
  /** What is counted, for people who do not see it. */
  readonly label: string;
  /** Of the table: what a bar stands for, and what it measures. */
  readonly titles: readonly [string, string];
  readonly bars: readonly { readonly name: string; readonly value: number }[];
}

const step = 8;
const barWidth = 6;
const barMax = 24;
// One without any is a short line, so that it is seen to be there.
const barMin = 1.5;

export function SmallBars({ label, titles, bars }: SmallBarsProps) {
  const { formats } = useWords();
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const width = bars.length * step;
  return (
    <div className={styles['bars']}>
      <ChartFigure
        table={{
          caption: label,
          columns: [{ title: titles[0] }, { title: titles[1], isNumber: true }],
          rows: bars.map(({ name, value }, i) => ({ key: String(i), cells: [name, formats.number(value)] })),
        }}
      >
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={barMax + 2}
          viewBox={`0 0 ${width} ${barMax + 2}`}
        >
          {bars.map(({ value }, i) => {
            const tall = Math.max(barMin, (value / most) * barMax);
            return (
              <rect
                key={i}
                className={value === 0 ? styles['none'] : styles['bar']}
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
