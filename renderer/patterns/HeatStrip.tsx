// Rows of squares over time: the darker, the more; the number is written in each, so that the ground says nothing alone.
import { useWords } from '../app/AppContext.tsx';
import { ChartFigure } from '../ui/Table.tsx';
import styles from './HeatStrip.module.css';

// Five grounds between none and the most.
const steps = 5;
const heat = (n: number, most: number): number => (n === 0 ? 0 : Math.ceil((n / most) * steps));

export interface HeatStripProps {
  /** One sentence that says what is drawn. */
  readonly label: string;
  readonly legend: string;
  /** What a column stands for, and the name of each. */
  readonly columnTitle: string;
  readonly columnName: (index: number) => string;
  /** As many cells each; the newest last. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly number[] }[];
}

export function HeatStrip({ label, legend, columnTitle, columnName, rows }: HeatStripProps) {
  const { formats } = useWords();
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells));
  const columns = rows[0]?.cells ?? [];
  return (
    <ChartFigure
      legend={legend}
      table={{
        caption: label,
        columns: [{ title: columnTitle }, ...rows.map(({ name }) => ({ title: name, isNumber: true }))],
        rows: columns.map((_, i) => ({
          key: String(i),
          cells: [columnName(i), ...rows.map(({ cells }) => formats.number(cells[i] ?? 0))],
        })),
      }}
    >
      <div role="img" aria-label={label} className={styles['strip']}>
        {rows.map(({ name, cells }) => (
          <div key={name} className={styles['row']}>
            <span className={styles['name']}>{name}</span>
            <span className={styles['cells']}>
              {cells.map((n, i) => (
                <span key={i} className={styles['cell']} data-heat={heat(n, most)}>
                  {n > 0 && formats.number(n)}
                </span>
              ))}
            </span>
          </div>
        ))}
      </div>
    </ChartFigure>
  );
}
