// Names and what they stand for: one a row, or, where `isDense`, side by side with their values at the right.
import { classes } from './classes.ts';
import styles from './FactRows.module.css';
import { PlainText } from './PlainText.tsx';

export interface FactRowsProps {
  readonly rows: readonly (readonly [name: string, value: string])[];
  readonly isDense?: boolean;
}

export const FactRows = ({ rows, isDense = false }: FactRowsProps) => (
  <dl className={classes(styles['facts'], isDense && styles['dense'])}>
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>
          <PlainText text={value} />
        </dd>
      </div>
    ))}
  </dl>
);
