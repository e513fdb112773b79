// Carrying everything elsewhere and back: what an archive holds and how taking it over went.
import type { EpochMs } from './ids.ts';

/** Rows, by what they are. */
export interface CarriedCounts {
  readonly sessions: number;
  readonly turns: number;
  readonly memoryFiles: number;
  readonly nights: number;
  readonly changes: number;
  readonly decisions: number;
  readonly versions: number;
  readonly activeEntries: number;
}

export interface BackupReport {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Files in the archive; each was read back and compared. */
  readonly files: number;
  readonly counts: CarriedCounts;
  readonly madeAtMs: EpochMs;
}

export interface RestoreReport {
  readonly path: string;
  readonly madeAtMs: EpochMs;
  readonly counts: CarriedCounts;
  /** Where what was there before was backed up to; null where there was nothing. */
  readonly before: string | null;
  /** Wishes to forget that were made after the archive: what they took out is in it again. */
  readonly forgottenSince: number;
}
