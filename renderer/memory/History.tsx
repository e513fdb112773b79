// A rail of versions, newest first. Each can be marked; two marks are compared. The sign tells whose hand it was.
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Sign, type SignKind } from '../ui/Sign.tsx';
import styles from './History.module.css';
import { returnLanes } from './marks.ts';

export type Hand = 'dream' | 'you' | 'agent' | 'import';
const signs: Readonly<Record<Hand, SignKind>> = {
  dream: 'disc',
  you: 'diamond',
  agent: 'square',
  import: 'ring',
};

export interface HistoryRow {
  readonly number: number;
  readonly hand: Hand;
  /** Who it was, in words. */
  readonly who: string;
  readonly atMs: number;
  readonly added: number;
  readonly removed: number;
  readonly text: string | null;
  readonly chips?: readonly string[];
  /** The older one that it brought back: a thin line leads there. */
  readonly origin?: number | null;
  /** The diary of its night. */
  readonly link?: { readonly href: string; readonly words: string } | null;
}

export interface HistoryProps {
  readonly title: string;
  readonly rows: readonly HistoryRow[];
  readonly marked: readonly number[];
  readonly onMark: (number: number) => void;
  /** What can be done with what is marked. */
  readonly children: ReactNode;
}

const letters = ['A', 'B'];

export function History({ title, rows, marked, onMark, children }: HistoryProps) {
  const { say, formats } = useWords();
  // A is the older one, as it is compared.
  const inTime = marked.toSorted((a, b) => a - b);
  const returns = returnLanes(rows);
  return (
    <aside className={styles['history']} aria-label={title}>
      <h2 className={styles['title']}>{title}</h2>
      {rows.length > 1 && <p className={styles['hint']}>{say('memory.markHint')}</p>}
      <ol className={styles['rows']}>
        {rows.map((row, i) => {
          const at = inTime.indexOf(row.number);
          return (
            <li key={row.number}>
              {(returns[i] ?? []).map(
                (part, lane) =>
                  part !== null && (
                    <span
                      key={lane}
                      className={styles['return']}
                      data-part={part}
                      data-lane={lane}
                      aria-hidden="true"
                    />
                  ),
              )}
              <button
                type="button"
                className={styles['row']}
                aria-pressed={at >= 0}
                onClick={() => onMark(row.number)}
              >
                <span className={styles['sign']} data-hand={row.hand}>
                  <Sign kind={signs[row.hand]} />
                </span>
                <span className={styles['words']}>
                  <span className={styles['head']}>
                    <span>{formats.moment(row.atMs)}</span>
                    <span className={styles['lines']}>
                      +{formats.number(row.added)} −{formats.number(row.removed)}
                    </span>
                  </span>
                  <span className={styles['who']}>{row.who}</span>
                  {row.text !== null && <span className={styles['text']}>{row.text}</span>}
                  {(row.chips ?? []).map((chip) => (
                    <span key={chip}>
                      <Chip>{chip}</Chip>
                    </span>
                  ))}
                </span>
                {at >= 0 && <span className={styles['letter']}>{letters[at]}</span>}
              </button>
              {row.link !== undefined && row.link !== null && (
                <Link className={styles['night']} href={row.link.href}>
                  {row.link.words}
                </Link>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles['hands']}>{children}</div>
    </aside>
  );
}
