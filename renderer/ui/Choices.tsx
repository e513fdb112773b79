// One of a few: the browser's own radio buttons, each with its hint and, where it has one, what belongs to it.
import { Fragment, useId, type ReactNode } from 'react';
import styles from './Choices.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** Shown beneath it while it is the chosen one. */
  readonly more?: ReactNode;
}

export interface ChoicesProps<T extends string> {
  readonly legend: string;
  readonly isLegendHidden?: boolean;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly Choice<T>[];
  /** Side by side, where the words are short. */
  readonly isRow?: boolean;
}

export function Choices<T extends string>(props: ChoicesProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className={props.isLegendHidden === true ? 'visually-hidden' : styles['legend']}>
        {props.legend}
      </legend>
      <div className={props.isRow === true ? styles['row'] : styles['column']}>
        {props.options.map(({ value, label, hint, more }) => (
          <Fragment key={value}>
            <label className={styles['choice']}>
              <input
                type="radio"
                name={name}
                checked={value === props.value}
                onChange={() => props.onChange(value)}
              />
              <span>
                {label}
                {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
              </span>
            </label>
            {more !== undefined && value === props.value && <div className={styles['more']}>{more}</div>}
          </Fragment>
        ))}
      </div>
    </fieldset>
  );
}
