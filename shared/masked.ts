// What was blanked before anything was kept: how many secrets of which kinds, and where. Never what they were.
import type { Evidence } from './memory.ts';

export interface MaskedSecrets {
  readonly secrets: number;
  /** The most first; by the masker's names ("github-token"). */
  readonly kinds: readonly { readonly kind: string; readonly secrets: number }[];
  /** Turns that hold any. */
  readonly turns: number;
  /** The newest of them, 200 at most. */
  readonly places: readonly {
    readonly kinds: readonly string[];
    /** The quote is the first mark that stands there. */
    readonly evidence: Evidence;
  }[];
}
