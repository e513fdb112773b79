// A few settings that belong together, under one quiet heading; and the sentence for what cannot be done yet.
import { Info } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Group.module.css';

export interface GroupProps {
  readonly title: string;
  readonly children: ReactNode;
}

export const Group = ({ title, children }: GroupProps) => (
  <section className={styles['group']} aria-label={title}>
    <h3>{title}</h3>
    <div className={styles['controls']}>{children}</div>
  </section>
);

/** Said where a setting is kept and nothing heeds it yet. */
export const Note = ({ children }: { readonly children: ReactNode }) => (
  <p className={styles['note']}>
    <Info size={14} aria-hidden="true" />
    <span>{children}</span>
  </p>
);
