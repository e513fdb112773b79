// What the desktop shell tells the engine of the computer: the engine process cannot ask the system itself.
import type { EpochMs } from './ids.ts';
import type { PowerState } from './schedule.ts';

/**
 * suspend, resume  the computer sleeps, and is back: due times are computed anew
 * power            mains or battery, and how long nobody has touched the computer
 */
export type PowerNews =
  | { readonly kind: 'suspend'; readonly atMs: EpochMs }
  | { readonly kind: 'resume'; readonly atMs: EpochMs }
  | { readonly kind: 'lock'; readonly atMs: EpochMs }
  | { readonly kind: 'unlock'; readonly atMs: EpochMs }
  | { readonly kind: 'power'; readonly atMs: EpochMs; readonly state: PowerState };
