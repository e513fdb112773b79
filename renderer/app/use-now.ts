// The time as the page shows it: each minute, each second only where asked, and never while nobody looks.
import { useCallback, useSyncExternalStore } from 'react';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { useApp } from './AppContext.tsx';

const minuteMs = 60_000;

/** Rounded down to the step, so that it changes only when what is shown does. */
export function useNow(stepMs = minuteMs): EpochMs {
  const { now } = useApp();
  const subscribe = useCallback(
    (onTick: () => void) => {
      const timer = setInterval(
        () => {
          if (document.visibilityState === 'visible') onTick();
        },
        Math.min(stepMs, minuteMs) / 2,
      );
      document.addEventListener('visibilitychange', onTick);
      return () => {
        clearInterval(timer);
        document.removeEventListener('visibilitychange', onTick);
      };
    },
    [stepMs],
  );
  const at = useSyncExternalStore(subscribe, () => Math.floor(now() / stepMs) * stepMs);

  return epochMs(at);
}
