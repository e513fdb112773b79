// What was spent against its limit: words first, and a bar that says the same.
import type { ReactNode } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { classes } from '../ui/classes.ts';
import styles from './SpendMeter.module.css';

export interface SpendMeterProps {
  readonly label: ReactNode;
  readonly spent: number;
  readonly cap: number;
  readonly unit: 'usd' | 'tokens' | 'number';
}

// From the design of the budget: at four fifths its owner is told.
const nearShare = 0.8;

export function SpendMeter({ label, spent, cap, unit }: SpendMeterProps) {
  const { say, formats } = useWords();
  const write = (n: number): string =>
    unit === 'usd' ? formats.money(n) : unit === 'tokens' ? formats.compact(n) : formats.number(n);
  const share = cap <= 0 ? 1 : Math.min(1, spent / cap);
  const isOver = spent >= cap;
  const isNear = !isOver && share >= nearShare;
  return (
    <div className={styles['meter']}>
      <span className={styles['label']}>{label}</span>
      <span className={styles['figures']}>
        {(isNear || isOver) && (
          <span className={isOver ? styles['overWords'] : styles['nearWords']}>
            {say(isOver ? 'model.spendOver' : 'model.spendNear')}
          </span>
        )}
        <span>{say('model.spendOf', { spent: write(spent), cap: write(cap) })}</span>
      </span>
      <span className={styles['track']} aria-hidden="true">
        <span
          className={classes(styles['fill'], isNear && styles['near'], isOver && styles['over'])}
          style={{ inlineSize: `${share * 100}%` }}
        />
      </span>
    </div>
  );
}
