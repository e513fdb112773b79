// The outside world as the engine sees it. Clock and places are passed in, so that a night can be repeated to the byte.
import type { EpochMs } from '../../shared/ids.ts';

export interface Clock {
  /** What "now" is for the night: the real time, or `--now`. */
  now(): EpochMs;
  /** The real time, for leases and for what a person sees of when a thing was done. */
  wall(): EpochMs;
  /** A steady clock for durations, in milliseconds from an unknown start. */
  ticks(): number;
}

export interface Deps {
  readonly clock: Clock;
  /** Whose agents: the home folder below which they are looked for. */
  readonly home: string;
  /** Our own folder. But for one key nothing of ours is written anywhere else; what agents read is theirs. */
  readonly data: string;
  /** Where the key lies that seals copies of files with secrets: never below `data`. Left out: the home's own place. */
  readonly keyFolder?: string;
  /** Environment overrides such as CLAUDE_CONFIG_DIR; empty where `--home` was given. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The sample history's folder, used where no agent is found; null for never. */
  readonly sample: string | null;
  /** Its owner asked for the sample: it is read whatever else there is, beside their own store. */
  readonly isSampleWished?: boolean;
}
