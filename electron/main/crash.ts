// What to do about a window whose page died: bring it back once, and not for ever where it dies each time.

/** Two deaths within so long are one fault, which loading again does not mend. */
const oneFaultMs = 60_000;

export type AfterCrash = 'reload' | 'close' | 'nothing';

export interface Crash {
  /** Electron's word for it. */
  readonly reason: string;
  readonly atMs: number;
  readonly lastAtMs: number | null;
}

export function afterCrash({ reason, atMs, lastAtMs }: Crash): AfterCrash {
  if (reason === 'clean-exit') return 'nothing';
  return lastAtMs !== null && atMs - lastAtMs < oneFaultMs ? 'close' : 'reload';
}
