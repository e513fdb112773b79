// A plain table, and a chart that can be read as one.
import { useState, type ReactNode } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './Table.module.css';

export interface TableProps {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  /** `isNumber`: aligned to the right; `isShort`: takes only the room that its words need. */
  readonly columns: readonly {
    readonly title: string;
    readonly isNumber?: boolean;
    readonly isShort?: boolean;
  }[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

/** The first cell of a row names it. */
export function Table({ caption, isCaptionHidden = false, columns, rows }: TableProps) {
  const side = (i: number): string =>
    classes(
      columns[i]?.isNumber === true && styles['number'],
      columns[i]?.isShort === true && styles['short'],
    );
  return (
    <div className={styles['scroll']} tabIndex={0} role="group" aria-label={caption}>
      <table className={styles['table']}>
        <caption className={isCaptionHidden ? 'visually-hidden' : styles['caption']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title }, i) => (
              <th key={title} scope="col" className={side(i)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, i) =>
                i === 0 ? (
                  <th key={i} scope="row" className={side(i)}>
                    {cell}
                  </th>
                ) : (
                  <td key={i} className={side(i)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export interface ChartFigureProps {
  /** The drawing: an svg with role="img" and a name. */
  readonly children: ReactNode;
  readonly table: TableProps;
  readonly legend?: ReactNode;
}

export function ChartFigure({ children, table, legend }: ChartFigureProps) {
  const { say } = useWords();
  const [isTable, setIsTable] = useState(false);
  return (
    <figure className={styles['figure']}>
      {isTable ? <Table {...table} isCaptionHidden /> : children}
      <figcaption className={styles['legend']}>
        <span className={styles['words']}>{isTable ? table.caption : legend}</span>
        <Button tone="quiet" isSmall onClick={() => setIsTable(!isTable)}>
          {say(isTable ? 'chart.showChart' : 'chart.showTable')}
        </Button>
      </figcaption>
    </figure>
  );
}
