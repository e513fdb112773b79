// A short fact beside something: an operation, a flag, a gate. Shape and words carry it, colour only helps.
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { classes } from './classes.ts';

export type ChipTone = 'plain' | 'add' | 'del' | 'warn' | 'danger' | 'acc';

export interface ChipProps {
  readonly tone?: ChipTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

export const Chip = ({ tone = 'plain', icon, children }: ChipProps) => (
  <span className={classes(styles['chip'], styles[tone])}>
    {icon}
    <span>{children}</span>
  </span>
);
