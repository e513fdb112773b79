// The frame of a screen: one heading that gets the focus when the screen opens, what can be done at its right, and the
// three states in which there is nothing to show yet.
import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';
import { Told } from './Told.tsx';
import type { Failure } from '../../shared/engine.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import { EmptyDrawing, type EmptyKind } from './EmptyDrawing.tsx';
import styles from './Page.module.css';

export interface PageProps {
  readonly title: string;
  /** One quiet line beneath the heading. */
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** For screens of several columns: it fills the window and its parts scroll. */
  readonly isFull?: boolean;
}

export function Page({ title, subtitle, actions, children, isFull = false }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Slowwave`;
  }, [title]);
  // Runs again as well when a screen is shown anew that was only hidden while another one was fetched.
  useLayoutEffect(() => {
    // A dialog that is open keeps the focus; it gives it back itself.
    if (document.querySelector('[role=dialog]') === null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={classes(styles['page'], isFull && styles['full'])}>
      <header className={styles['header']}>
        <div className={styles['titles']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {subtitle !== undefined && <div className={styles['subtitle']}>{subtitle}</div>}
        </div>
        {actions !== undefined && <div className={styles['actions']}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

export interface PanelProps {
  readonly title?: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A card with a heading of its own. */
export function Panel({ title, aside, children }: PanelProps) {
  return (
    <section className={styles['panel']} {...(title === undefined ? {} : { 'aria-label': title })}>
      {title !== undefined && (
        <header className={styles['panelHeader']}>
          <h2>{title}</h2>
          {aside}
        </header>
      )}
      {children}
    </section>
  );
}

export interface EmptyStateProps {
  readonly kind: EmptyKind;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

export const EmptyState = ({ kind, title, children, actions }: EmptyStateProps) => (
  <div className={styles['empty']}>
    <EmptyDrawing kind={kind} />
    <div className={styles['emptyWords']}>
      <h2>{title}</h2>
      {children}
      {actions !== undefined && <div className={styles['emptyActions']}>{actions}</div>}
    </div>
  </div>
);

export const Loading = () => {
  const { say } = useWords();
  return <p className={styles['loading']}>{say('state.loading')}</p>;
};

export interface FailedProps {
  readonly failure: Failure;
  readonly onRetry: () => void;
}

/** What happened, what is safe, what to do. */
export function Failed({ failure, onRetry }: FailedProps) {
  const { say, tell } = useWords();
  return (
    <EmptyState
      kind="failed"
      title={tell(failure.happened) ?? failure.happened}
      actions={<Button onClick={onRetry}>{say('action.retry')}</Button>}
    >
      <p>
        <Told text={failure.safe} />
      </p>
      <p>
        <Told text={failure.todo} />
      </p>
    </EmptyState>
  );
}
