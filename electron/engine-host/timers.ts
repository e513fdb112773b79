// The computer's own timers, for whoever keeps the link.
import type { LinkTimers } from './link.ts';

export const realTimers: LinkTimers = {
  after: (delayMs, work) => {
    const timer = setTimeout(work, delayMs);
    return () => clearTimeout(timer);
  },
};
