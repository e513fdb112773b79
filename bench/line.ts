// What a measure prints: one JSON line with a value, the baseline of the same run, and their ratio. Absolute times are
// one machine's; ratios travel.

export interface Measured {
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
  /** What stood for 1 in the same run. */
  readonly baseline: number;
  /** What the ratio must not exceed; null where nothing was promised. */
  readonly aim: number | null;
  /** A second limit, on the value itself. */
  readonly valueAim?: number;
  /** What else must be true: nothing lost, nothing doubled. */
  readonly holds?: boolean;
  /** Anything that helps to read the figure: sizes, stages, single runs. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? NaN : (lower + upper) / 2;
}

/** Three digits that count: the rest is noise. */
export const round = (value: number): number =>
  Number.isFinite(value) ? Number(value.toPrecision(3)) : value;

export const ratioOf = ({ value, baseline }: Pick<Measured, 'value' | 'baseline'>): number | null =>
  baseline > 0 ? value / baseline : null;

/** Null where nothing was promised or nothing can be said. */
export function isMet(measured: Measured): boolean | null {
  const { aim, value, valueAim, holds } = measured;
  if (holds === false) return false;
  if (aim === null && valueAim === undefined) return holds ?? null;
  const ratio = ratioOf(measured);
  const isWithin = aim === null ? true : ratio === null ? null : ratio <= aim;
  if (isWithin === null || Number.isNaN(value)) return null;
  return isWithin && (valueAim === undefined || value <= valueAim);
}

export function lineOf(measured: Measured): string {
  const { measure, value, unit, baseline, aim, valueAim, holds, details } = measured;
  const ratio = ratioOf(measured);
  return JSON.stringify({
    measure,
    value: round(value),
    unit,
    baseline: round(baseline),
    ratio: ratio === null ? null : round(ratio),
    aim,
    ...(valueAim === undefined ? {} : { valueAim }),
    ...(holds === undefined ? {} : { holds }),
    met: isMet(measured),
    ...details,
  });
}
