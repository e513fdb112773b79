// How fast anybody may ask: a bucket each, filled at a steady pace and emptied by each request. Whoever floods us
// empties their own bucket and nobody else's.
import type { Pace } from './limits.ts';

export interface Gauge {
  /** Zero where the request may pass; else the whole seconds to wait, for `Retry-After`. */
  secondsToWait(who: string, pace: Pace): number;
}

interface Bucket {
  left: number;
  atTicks: number;
}

// More than there can be askers at one time; the one that asked first goes.
const bucketsMax = 256;

/** `ticks` is a steady clock: the wall's may jump, and a day back would close every door for a day. */
export function createGauge(clock: { ticks(): number }): Gauge {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (who: string, pace: Pace): Bucket => {
    const standing = buckets.get(who);
    if (standing !== undefined) return standing;
    const [oldest] = buckets.keys();
    if (buckets.size >= bucketsMax && oldest !== undefined) buckets.delete(oldest);
    const made = { left: pace.burst, atTicks: clock.ticks() };
    buckets.set(who, made);
    return made;
  };
  return {
    secondsToWait: (who, pace) => {
      const bucket = bucketOf(who, pace);
      const nowTicks = clock.ticks();
      const filled = ((nowTicks - bucket.atTicks) / 1_000) * pace.perSecond;
      bucket.left = Math.min(pace.burst, bucket.left + filled);
      bucket.atTicks = nowTicks;
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / pace.perSecond));
      bucket.left -= 1;
      return 0;
    },
  };
}
