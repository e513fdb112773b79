// All patterns by week: one row a kind, one square a week, the number written in it.
import type { Pattern } from '../../shared/contract.ts';
import { useWords } from '../app/AppContext.tsx';
import { Panel } from '../ui/Page.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import { weeksByKind } from './consequence.ts';
import styles from './HeatStrip.module.css';

// Five grounds between none and the most.
const steps = 5;
const heat = (n: number, most: number): number => (n === 0 ? 0 : Math.ceil((n / most) * steps));

export function HeatStrip({ patterns }: { readonly patterns: readonly Pattern[] }) {
  const { say, formats } = useWords();
  const rows = weeksByKind(patterns);
  const [first] = rows;
  if (first === undefined) return null;
  const most = Math.max(...rows.flatMap(({ weeks }) => weeks));
  const label = say('patterns.heatLabel', { count: first.weeks.length });
  const ago = (i: number): string => {
    const count = first.weeks.length - 1 - i;
    return count === 0 ? say('patterns.thisWeek') : say('patterns.weeksAgo', { count });
  };
  return (
    <Panel title={say('patterns.heat')}>
      <ChartFigure
        legend={say('patterns.heatLegend')}
        table={{
          caption: label,
          columns: [
            { title: say('patterns.week') },
            ...rows.map(({ kind }) => ({ title: say(`patterns.kind.${kind}`), isNumber: true })),
          ],
          rows: first.weeks.map((_, i) => ({
            key: String(i),
            cells: [ago(i), ...rows.map(({ weeks }) => formats.number(weeks[i] ?? 0))],
          })),
        }}
      >
        <div role="img" aria-label={label} className={styles['strip']}>
          {rows.map(({ kind, weeks }) => (
            <div key={kind} className={styles['row']}>
              <span className={styles['name']}>{say(`patterns.kind.${kind}`)}</span>
              <span className={styles['cells']}>
                {weeks.map((n, i) => (
                  <span key={i} className={styles['cell']} data-heat={heat(n, most)}>
                    {n > 0 && formats.number(n)}
                  </span>
                ))}
              </span>
            </div>
          ))}
        </div>
      </ChartFigure>
    </Panel>
  );
}
