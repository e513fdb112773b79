// A list of any length: only what is in sight is in the page. One stop for Tab; arrows, Home and End move within.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { classes } from '../ui/classes.ts';
import styles from './VirtualRows.module.css';

export interface VirtualRowsProps {
  readonly label: string;
  readonly count: number;
  /** About how tall a row is; each is measured once it is seen. */
  readonly rowPx: number;
  /** Whether a row holds something to stop at: a button marked with `data-stop`. */
  readonly isStop: (at: number) => boolean;
  readonly row: (at: number, tabIndex: 0 | -1) => ReactNode;
  readonly className?: string | undefined;
  /** After the last row. */
  readonly after?: ReactNode;
}

// Rows above and below what is in sight, so that scrolling shows no gap.
const overscan = 12;

/** The next stop in a direction; null where there is none. */
export function nextStop(
  from: number,
  by: 1 | -1,
  count: number,
  isStop: (at: number) => boolean,
): number | null {
  for (let at = from + by; at >= 0 && at < count; at += by) if (isStop(at)) return at;
  return null;
}

export function VirtualRows({ label, count, rowPx, isStop, row, className, after }: VirtualRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => place.current,
    estimateSize: () => rowPx,
    overscan,
  });
  const shown = rows.getVirtualItems();
  const isShown = active !== null && shown.some(({ index }) => index === active);
  // Where the row that had the focus is out of sight, Tab comes to the first that is in sight.
  const stop = isShown ? active : (shown.find(({ index }) => isStop(index))?.index ?? null);
  const focus = (at: number | null): void => {
    if (at === null) return;
    setActive(at);
    rows.scrollToIndex(at, { align: 'auto' });
    requestAnimationFrame(() =>
      place.current?.querySelector<HTMLElement>(`[data-index="${at}"] [data-stop]`)?.focus(),
    );
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to: Readonly<Record<string, () => number | null>> = {
      ArrowDown: () => nextStop(stop ?? -1, 1, count, isStop),
      ArrowUp: () => nextStop(stop ?? count, -1, count, isStop),
      Home: () => nextStop(-1, 1, count, isStop),
      End: () => nextStop(count, -1, count, isStop),
    };
    const find = to[event.key];
    if (find === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focus(find());
  };
  return (
    <div ref={place} className={classes(styles['scroll'], className)}>
      <div
        role="list"
        aria-label={label}
        className={styles['all']}
        style={{ blockSize: rows.getTotalSize() }}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          const index = target.closest('[data-index]')?.getAttribute('data-index') ?? null;
          if (index !== null) setActive(Number(index));
        }}
      >
        {shown.map(({ key, index, start }) => (
          <div
            key={key}
            ref={rows.measureElement}
            role="listitem"
            aria-setsize={count}
            aria-posinset={index + 1}
            data-index={index}
            className={styles['row']}
            style={{ transform: `translateY(${start}px)` }}
          >
            {row(index, index === stop ? 0 : -1)}
          </div>
        ))}
      </div>
      {after}
    </div>
  );
}
