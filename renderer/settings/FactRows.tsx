// Names and what they stand for, one a row, as the Data section lists them.
import { PlainText } from '../ui/PlainText.tsx';
import styles from './DataSection.module.css';

export function FactRows({ rows }: { readonly rows: readonly (readonly [name: string, value: string])[] }) {
  return (
    <dl className={styles['facts']}>
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
}
