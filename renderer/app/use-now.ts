// The time as the page shows it: each minute, each second only where asked, and never while nobody looks.
import { useCallback, useSyncExternalStore } from 'react';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import { useApp, useValue } from './AppContext.tsx';

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

const secondMs = 1_000;
// Who asked for little motion sees a line step now and then, and not with each second.
const calmStepMs = 5_000;

/** How often something that moves with the time is drawn anew. */
export function useMovingStep(): number {
  const { stores } = useApp();
  const chosen = useValue(stores.settings.settings)?.appearance.motion;
  const asked = useSyncExternalStore(
    (onChange) => {
      const media = matchMedia('(prefers-reduced-motion: reduce)');
      media.addEventListener('change', onChange);
      return () => media.removeEventListener('change', onChange);
    },
    () => matchMedia('(prefers-reduced-motion: reduce)').matches,
  );
  return asked || chosen === 'reduced' ? calmStepMs : secondMs;
}
