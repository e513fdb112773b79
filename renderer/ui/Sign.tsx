// The signs of charts and legends, drawn: as letters they would look different, or be missing, in another font.
import { classes } from './classes.ts';
import styles from './Sign.module.css';

/** Around 0 0, some ten units wide. */
const shapes = {
  proposal: { d: 'M0-4 4.5 4h-9z', isFilled: true },
  error: { d: 'M-3.5-3.5l7 7M3.5-3.5l-7 7', isFilled: false },
  ring: { d: 'M-3.75 0a3.75 3.75 0 1 0 7.5 0a3.75 3.75 0 1 0-7.5 0', isFilled: false },
  disc: { d: 'M-3 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0', isFilled: true },
  point: { d: 'M-1.5 0a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0', isFilled: true },
  diamond: { d: 'M0-4.5 4.5 0 0 4.5-4.5 0z', isFilled: true },
  square: { d: 'M-3.5-3.5h7v7h-7z', isFilled: true },
  dash: { d: 'M-3.5 0h7', isFilled: false },
  cut: { d: 'M0-5v10', isFilled: false },
  forecast: { d: 'M-5 0h2.6M-1.3 0h2.6M2.4 0h2.6', isFilled: false },
} as const;
export type SignKind = keyof typeof shapes;

interface SignProps {
  readonly kind: SignKind;
  /** Its colour. */
  readonly className?: string | undefined;
}

/** Within a drawing, its middle at x and y. */
export const SignAt = ({ kind, className, x, y }: SignProps & { readonly x: number; readonly y: number }) => (
  <path
    className={classes(shapes[kind].isFilled ? styles['filled'] : styles['drawn'], className)}
    d={shapes[kind].d}
    transform={`translate(${x} ${y})`}
  />
);

/** Within a line of text; decorative, so words stand beside it. */
export const Sign = ({ kind, className }: SignProps) => (
  <svg className={classes(styles['sign'], className)} viewBox="-5.5 -5.5 11 11" aria-hidden="true">
    <SignAt kind={kind} x={0} y={0} />
  </svg>
);
