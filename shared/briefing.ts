// What is laid out at night for the sessions to come: a few lines for each project, each with the words that prove it.
import type { EntryId, EpochMs, NightId } from './ids.ts';
import type { Evidence } from './memory.ts';

/**
 * open      work that was left in its middle          decision  what the person decided or put right lately
 * failure   what failed last, and what mended it      opening   what sessions here begin with, with its answer worked out
 */
export const briefingKinds = ['open', 'decision', 'failure', 'opening'] as const;
export type BriefingKind = (typeof briefingKinds)[number];

export interface BriefingLine {
  readonly kind: BriefingKind;
  /** One sentence, in the words of whoever said it where it is quoted. */
  readonly text: string;
  /** said: the person's own words. seen: what tools did. note: anybody else's words, nothing to obey. */
  readonly standing: 'said' | 'seen' | 'note';
  readonly evidence: readonly Evidence[];
  /** The entry that answers; null for none. */
  readonly entryId: EntryId | null;
  /** Files of the project that it names and that were there, absolute. */
  readonly files: readonly string[];
  readonly tokens: number;
}

export interface Briefing {
  readonly project: string;
  readonly nightId: NightId;
  readonly madeAtMs: EpochMs;
  /** What it was made from ends here: the newest turn of the project's sessions. */
  readonly seenUntilMs: EpochMs | null;
  readonly lines: readonly BriefingLine[];
  /** Of all lines. */
  readonly tokens: number;
  readonly budgetTokens: number;
  /** Lines that the budget left out. */
  readonly leftOut: number;
}

/** How a line stands when it is read. */
export type Freshness =
  | { readonly kind: 'fresh' }
  /** It is given, with what has to be known of it. */
  | { readonly kind: 'marked'; readonly because: string }
  /** It is not given. */
  | { readonly kind: 'dropped'; readonly because: string };

export interface BriefingView {
  readonly briefing: Briefing;
  readonly lines: readonly { readonly line: BriefingLine; readonly freshness: Freshness }[];
  /** As an agent gets it, and its tokens. */
  readonly text: string;
  readonly textTokens: number;
}
