// How much and how fast programs may ask. Tests pass in smaller figures.
import type { Pace } from '../host/limits.ts';

export interface ApiLimits {
  readonly bodyBytesMax: number;
  /** For each key: calls that change something, and calls that only look. */
  readonly writePace: Pace;
  readonly readPace: Pace;
}

export const usualApiLimits: ApiLimits = {
  // A memory of 102,400 bytes, each of them escaped (\u0000), is 614 kB of JSON.
  bodyBytesMax: 1024 * 1024,
  // The hosted API's own: 300 and 1,200 a minute.
  writePace: { burst: 300, perSecond: 5 },
  readPace: { burst: 1_200, perSecond: 20 },
};
