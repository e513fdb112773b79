// What was blanked before anything was kept: how many secrets of which kinds, and where. Never what they were. And what its
// owner said is no secret.
import type { EpochMs } from './ids.ts';
import type { Mark } from './masked-words.ts';
import type { Evidence } from './memory.ts';
import type { AgentKind } from './transcript.ts';

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
    /** The masks in the turn's words, 20 at most; none where only a command or an address holds one. */
    readonly marks: readonly Mark[];
    readonly turnHash: string;
  }[];
}

/** Where a mask was marked. */
export interface MaskAt {
  readonly agent: AgentKind;
  /** The agent's own id of it. */
  readonly session: string;
  readonly turn: number;
  /** From 1, of all masks in the turn's words as `evidence.get` shows them. */
  readonly mark: number;
}

/** One mask in the words of a turn, as they stood when it was listed. */
export interface MaskPlace extends MaskAt {
  /** Of the turn as it was listed: where it is another one by now, its masks may be others, and the place is refused. */
  readonly turnHash: string;
}

/** As a list gives it and a place carries it. */
export const turnHashShape = /^[\w-]{16}$/u;

/** What can be said of a mask before its owner decides; nothing of what it stands for. */
export interface MaskLook {
  readonly kind: string;
  /** Told by its own make, a provider's token or a private key: asked about a second time. */
  readonly isCertain: boolean;
  /** The file in which it stands, and when that was last changed. */
  readonly path: string;
  readonly changedAtMs: EpochMs;
  /** When it was last read. */
  readonly readAtMs: EpochMs;
  /** Changed since then: what stands there now may be another value than what was masked. */
  readonly hasChanged: boolean;
  /** What was seen of the file, to be given back with the decision. */
  readonly seen: string;
}

export interface MaskDecision {
  readonly place: MaskPlace;
  readonly seen: string;
  /** Said a second time, for what is certain. */
  readonly isSure: boolean;
}

export interface NotSecret {
  readonly number: number;
  readonly kind: string;
  readonly markedAtMs: EpochMs;
  readonly place: MaskAt;
  readonly project: string | null;
  /** False where the key that knows it is not on this computer: it is masked as before. */
  readonly isInForce: boolean;
}

export interface MarkedNotSecret {
  /** Under which that value is listed, also where it was before. */
  readonly number: number;
  /** Newest first. */
  readonly listed: readonly NotSecret[];
}
