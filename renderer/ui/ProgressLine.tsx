// How far something is: a bar, and the same in words beside it.
import styles from './ProgressLine.module.css';

export interface ProgressLineProps {
  readonly done: number;
  readonly total: number;
  readonly words: string;
}

export const ProgressLine = ({ done, total, words }: ProgressLineProps) => (
  <div className={styles['progress']}>
    <progress value={Math.min(done, total)} max={total} aria-label={words} />
    <span>{words}</span>
  </div>
);
