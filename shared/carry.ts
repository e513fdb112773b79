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

/** A backup that was read to its last row. */
export interface VerifyReport {
  readonly path: string;
  readonly bytes: number;
  readonly madeAtMs: EpochMs;
  /** Each was held against its size and SHA-256 in the manifest. */
  readonly files: number;
  /** As counted in the store that it holds. */
  readonly counts: CarriedCounts;
}

/** copies: of the store before it was changed, and what a crash left over. backups: made before a backup was restored. */
export type StoragePartKind = 'store' | 'backups' | 'copies' | 'certificates' | 'sample';

export interface StoragePart {
  readonly kind: StoragePartKind;
  readonly files: number;
  readonly bytes: number;
}

/** What of Slowwave lies in its data folder. */
export interface StorageReport {
  readonly folder: string;
  readonly bytes: number;
  readonly parts: readonly StoragePart[];
  /** Oldest first, by when they were written. */
  readonly backups: readonly { readonly path: string; readonly bytes: number; readonly atMs: EpochMs }[];
}

export interface DeletedAll {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  /** Keys of ours that went with it. */
  readonly keys: number;
  /** Names in the folder that are not ours, or in use; empty: the folder is gone as well. */
  readonly left: readonly string[];
}

/** What its owner says a second time before everything goes. */
export const deleteAllWords = 'delete everything';
