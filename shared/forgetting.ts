// Forgetting at a person's wish: what may be named, what it would take along, and the certificate that it was done.
import type { EpochMs } from './ids.ts';

export type ForgetTarget =
  /** A fact: an entry with all that proves it. */
  | { readonly kind: 'entry'; readonly id: string }
  | { readonly kind: 'session'; readonly id: string }
  /** A file, a folder, or an agent by its name. */
  | { readonly kind: 'source'; readonly place: string }
  /** A word or a phrase, wherever it stands. */
  | { readonly kind: 'word'; readonly text: string };

export interface ForgetCounts {
  readonly sessions: number;
  /** Turns that were taken out, and turns in which words were blanked. */
  readonly turns: number;
  readonly blankedTurns: number;
  /** Turns of a forgotten session that stay, because another session holds them as well. */
  readonly keptTurns: number;
  readonly memoryFiles: number;
  readonly memoryLines: number;
  /** Entries that were closed: forgotten themselves, or nothing that proves them is left. */
  readonly closedEntries: number;
  /** Entries that lost proofs and stand on others. */
  readonly weakenedEntries: number;
  /** Versions of entries whose text was blanked; their rows stay. */
  readonly blankedVersions: number;
  /** Other texts that were changed: changes, reasons, diaries, receipts. */
  readonly otherTexts: number;
  /** Copies of agents' files. */
  readonly fileCopies: number;
}

export interface ForgetPreview {
  readonly counts: ForgetCounts;
  /** For a word: longer words that it stands in, the most frequent first. */
  readonly alsoIn: readonly string[];
}

/** Says what was done, and not a word of what it was done to. */
export interface ForgetCertificate {
  readonly number: number;
  readonly kind: ForgetTarget['kind'] | 'redaction';
  readonly wishedBy: 'you';
  readonly atMs: EpochMs;
  readonly counts: ForgetCounts;
  /** SHA-256 over the tombstones: they are keyed, so it tells nothing but which they are. */
  readonly tombstones: { readonly count: number; readonly sha256: string };
  readonly cleaning: {
    /** The log of SQLite was emptied, and the file written anew without free pages. */
    readonly logEmptied: boolean;
    readonly fileRewritten: boolean;
    /** Older copies of the whole store in the data folder: none of them could be cleaned, so they went. */
    readonly removedCopies: number;
  };
  readonly scan: {
    readonly files: number;
    readonly bytes: number;
    readonly texts: number;
    /** Places in which it was found again; 0 is what this is all about. */
    readonly hits: number;
    /** Our files in which it still stands. */
    readonly where: readonly string[];
  };
  /** What this cannot reach, and what to do about it. */
  readonly notes: readonly string[];
}
