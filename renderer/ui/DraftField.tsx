// A field that keeps itself as its owner types: what can be read is kept after a short pause, or when the field is left;
// what cannot is complained of beside it and kept by nobody.
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { Failure } from '../../shared/engine.ts';
import { useWords } from '../app/AppContext.tsx';
import type { Say } from '../words/words.ts';
import { classes } from './classes.ts';
import styles from './DraftField.module.css';
import { Field } from './Field.tsx';

/** What was typed: a value, or what is wrong with it. */
export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly complaint: (say: Say) => string };

export interface DraftFieldProps<T> {
  readonly label: string;
  readonly value: T;
  readonly write: (value: T) => string;
  readonly read: (text: string) => Reading<T>;
  /** The failure to show, or null. */
  readonly keep: (value: T) => Promise<Failure | null>;
  readonly hint?: ReactNode;
  /** What the text means, said anew at every letter that can be read. */
  readonly meaning?: (value: T) => string;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly width?: 'short' | 'middle' | 'wide';
}

// Long enough that a word is not kept letter by letter, short enough that nobody waits for it.
const pauseMs = 500;

const writtenIn = <T,>(text: string | null, read: DraftFieldProps<T>['read']): Reading<T> | null =>
  text === null ? null : read(text);

function useDraft<T>({ read, keep }: Pick<DraftFieldProps<T>, 'read' | 'keep'>) {
  const [text, setText] = useState<string | null>(null);
  const [refused, setRefused] = useState<Failure | null>(null);
  const waiting = useRef<{ readonly timer: ReturnType<typeof setTimeout>; readonly run: () => void } | null>(
    null,
  );
  const flush = (): void => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current.timer);
    waiting.current.run();
  };
  const latest = useRef(flush);
  useEffect(() => {
    latest.current = flush;
  });
  // Whoever leaves the screen in the middle of the pause loses nothing.
  useEffect(() => () => latest.current(), []);
  const type = (next: string): void => {
    if (waiting.current !== null) clearTimeout(waiting.current.timer);
    waiting.current = null;
    setText(next);
    setRefused(null);
    const reading = read(next);
    if (!reading.ok) return;
    const run = (): void => {
      waiting.current = null;
      void keep(reading.value).then(setRefused);
    };
    waiting.current = { timer: setTimeout(run, pauseMs), run };
  };
  const leave = (): void => {
    flush();
    if (text !== null && read(text).ok && refused === null) setText(null);
  };
  return { text, refused, type, leave };
}

export function DraftField<T>(props: DraftFieldProps<T>) {
  const { label, value, write, read, keep, hint, meaning, placeholder, rows, width = 'wide' } = props;
  const { say, told } = useWords();
  const { text, refused, type, leave } = useDraft({ read, keep });
  const reading = writtenIn(text, read);
  const wrong = reading !== null && !reading.ok ? reading.complaint(say) : null;
  const complaint = wrong ?? (refused === null ? null : `${told(refused.happened)} ${told(refused.todo)}`);
  const meant = reading === null ? value : reading.ok ? reading.value : null;
  const below = meaning !== undefined && meant !== null ? meaning(meant) : hint;
  return (
    <div className={classes(styles['draft'], styles[width])} onBlur={leave}>
      <Field
        label={label}
        value={text ?? write(value)}
        onChange={type}
        complaint={complaint}
        {...(below === undefined ? {} : { hint: below })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(rows === undefined ? {} : { rows })}
      />
    </div>
  );
}
