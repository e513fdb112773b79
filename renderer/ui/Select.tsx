// One of many: the browser's own list, which can be searched by typing.
import { useId, type ReactNode } from 'react';
import { classes } from './classes.ts';
import fieldStyles from './Field.module.css';
import styles from './Select.module.css';

export interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly hint?: ReactNode;
}

export function Select({ label, value, onChange, options, hint }: SelectProps) {
  const id = useId();
  return (
    <div className={fieldStyles['field']}>
      <label htmlFor={id} className={fieldStyles['label']}>
        {label}
      </label>
      <select
        id={id}
        className={classes(fieldStyles['control'], styles['select'])}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint !== undefined && (
        <span id={`${id}-hint`} className={fieldStyles['hint']}>
          {hint}
        </span>
      )}
    </div>
  );
}
