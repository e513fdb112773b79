// A labelled input with its hint and its complaint beside it.
import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode, RefObject } from 'react';
import styles from './Field.module.css';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: ReactNode;
  /** What is wrong with it, in a sentence; null while nothing is. */
  readonly complaint?: string | null;
  readonly placeholder?: string;
  readonly rows?: number;
  /** What is typed is shown to nobody, and kept by no browser. */
  readonly isSecret?: boolean;
  /** For a dialog that begins with it. */
  readonly control?: RefObject<HTMLInputElement | null>;
}

export function Field({ label, value, onChange, complaint = null, ...more }: FieldProps) {
  const { hint, placeholder, rows, control, isSecret = false } = more;
  return (
    <BaseField.Root className={styles['field']} invalid={complaint !== null}>
      <BaseField.Label className={styles['label']}>{label}</BaseField.Label>
      <BaseField.Control
        ref={control}
        className={styles['control']}
        value={value}
        placeholder={placeholder}
        onValueChange={(next) => onChange(next)}
        {...(rows === undefined ? {} : { render: <textarea rows={rows} /> })}
        {...(isSecret ? { type: 'password', autoComplete: 'off', spellCheck: false } : {})}
      />
      {hint !== undefined && <BaseField.Description className={styles['hint']}>{hint}</BaseField.Description>}
      {complaint !== null && (
        <BaseField.Error className={styles['complaint']} match>
          {complaint}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}

export interface CheckProps {
  readonly label: ReactNode;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly hint?: ReactNode;
  /** In a list in which arrows move: whether Tab comes to it. */
  readonly stop?: 0 | -1 | undefined;
}

/** The browser's own box: it knows every setting of every person. */
export const Check = ({ label, isOn, onChange, hint, stop }: CheckProps) => (
  <label className={styles['check']}>
    <input
      type="checkbox"
      checked={isOn}
      onChange={(event) => onChange(event.target.checked)}
      {...(stop === undefined ? {} : { tabIndex: stop, 'data-stop': true })}
    />
    <span>
      {label}
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </span>
  </label>
);
