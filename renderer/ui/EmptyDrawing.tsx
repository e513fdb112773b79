// Small line drawings for a place with nothing in it. Decoration: the words beside them say what is so.
import styles from './EmptyDrawing.module.css';

export type EmptyKind = 'first-run' | 'empty' | 'failed' | 'cancelled' | 'quarantine' | 'all-done' | 'missed';

/** The line, and the one stroke in the accent colour. Lanes at 16, 38, 60 and 82. */
const strokes: Readonly<Record<EmptyKind, { readonly line: string; readonly accent: string }>> = {
  'first-run': { line: 'M12 38h4m6 0h4m6 0h4M12 60h4m6 0h4m6 0h4M12 82h4m6 0h4m6 0h4', accent: 'M12 16H148' },
  empty: { line: 'M12 16H34V60H64V38H94V82H128', accent: 'M128 82V16H148' },
  failed: { line: 'M12 16H34V60H64V38H88', accent: 'M112 38m-6 -6l12 12m0 -12l-12 12' },
  cancelled: { line: 'M12 16H34V60H64V38H96', accent: 'M102 22V54' },
  quarantine: { line: 'M60 48H100', accent: 'M80 14l30 17v34l-30 17l-30 -17v-34z' },
  'all-done': { line: 'M12 16H30V60H54V38H78V82H98', accent: 'M98 82C116 82 120 28 148 28' },
  missed: { line: 'M12 60H40M120 60H148', accent: 'M52 60h8m8 0h8m8 0h8m8 0h8' },
};

export const EmptyDrawing = ({ kind }: { readonly kind: EmptyKind }) => (
  <svg className={styles['drawing']} width="160" height="96" viewBox="0 0 160 96" aria-hidden="true">
    <path className={styles['line']} d={strokes[kind].line} />
    <path
      className={styles['accent']}
      d={strokes[kind].accent}
      {...(kind === 'quarantine' ? { strokeDasharray: '5 5' } : {})}
    />
  </svg>
);
