// What was set aside because it gives orders in somebody else's voice, and whom memory believes at all.
import type { EpochMs } from './ids.ts';
import type { Origin } from './origin.ts';
import type { AgentKind } from './transcript.ts';

export const orderReasons = [
  'gives-orders',
  'plays-a-role',
  'hidden-characters',
  'look-alike',
  'comment',
  'encoded',
] as const;
/**
 * gives-orders       plainly
 * plays-a-role       a tool's or a page's text that speaks as the user or the system
 * hidden-characters  with signs that cannot be seen
 * look-alike         with letters of another script
 * comment            where no reader of the page would see it
 * encoded            so that nobody reads it as words
 */
export type OrderReason = (typeof orderReasons)[number];

/** Something that gives orders out of text that its owner did not write. It never was evidence for anything. */
export interface SetAside {
  /** From what it is and where it stands: the same however often it is read. */
  readonly id: string;
  readonly reason: OrderReason;
  /** The turn's ordinal; for a memory file, the line (from 1). */
  readonly ordinal: number;
  /** Whose words they are; `import` for what was put into a person's message. */
  readonly origin: Origin;
  /** The words with some around them, verbatim, secrets masked. */
  readonly shown: string;
  /** What they say, where that is not what stands there. */
  readonly says: string | null;
  /** The page, file or command that it came by; null where the transcript names none. */
  readonly place: string | null;
}

export const quarantineStates = ['waiting', 'dismissed', 'released', 'blocked'] as const;
export type QuarantineState = (typeof quarantineStates)[number];

export interface QuarantineItem extends SetAside {
  readonly agent: AgentKind;
  /** The agent's own session id; for a memory file, its path. */
  readonly session: string;
  readonly project: string | null;
  readonly atMs: EpochMs | null;
  readonly state: QuarantineState;
  /** What a release must repeat to the letter: nobody types it by chance. */
  readonly confirm: string;
  /** What blocking its source would block; null where no source is known. */
  readonly source: string | null;
}

/** `owner`: the owner's words there count as theirs. `nobody`: nothing from there becomes memory. */
export type Trust = 'owner' | 'nobody';

/** From the one to the other, both within; null is an open end. */
export interface TrustWindow {
  readonly fromMs: EpochMs | null;
  readonly untilMs: EpochMs | null;
}

/** An agent's place, a file or the address of a site, and whom memory believes there. */
export interface SourceTrust {
  readonly place: string;
  readonly trust: Trust;
  readonly setAtMs: EpochMs;
  /** Left out: at all times. */
  readonly window?: TrustWindow;
}

/** What believing nothing of a place would change: from the next night on, and by its owner's decision only. */
export interface TrustEffect {
  readonly place: string;
  readonly window: TrustWindow;
  /** Sessions in which a person spoke then. */
  readonly sessions: number;
  /** Active entries with words from there. `isAlone`: nothing else speaks for it, so it would be proposed to retire. */
  readonly entries: readonly {
    readonly id: string;
    readonly text: string;
    readonly quotes: number;
    readonly isAlone: boolean;
  }[];
  /** Agents' files into which one of those was ever written. */
  readonly files: readonly string[];
}

/** All that descends from a session, a source or an entry: what purging it would take along, or leave without proof. */
export interface BlastRadius {
  readonly target: { readonly kind: 'session' | 'source' | 'entry'; readonly id: string };
  /** The agents' own ids. */
  readonly sessions: readonly string[];
  readonly memoryFiles: readonly string[];
  readonly entries: readonly {
    readonly id: string;
    readonly text: string;
    readonly status: 'active' | 'closed';
    /** Nothing else proves it. */
    readonly isAlone: boolean;
    readonly quotes: number;
  }[];
  /** Proposed of it, whatever became of that. */
  readonly changes: readonly { readonly id: string; readonly title: string; readonly state: string }[];
  /** Versions of memory that hold any of the entries. */
  readonly versions: readonly number[];
  /** Agents' files into which any of the entries was ever written. */
  readonly files: readonly string[];
  /** What a purge would have taken out of those files with the next Apply: the texts that nothing else proves. */
  readonly fileLines: readonly { readonly path: string; readonly texts: readonly string[] }[];
  /** How often an agent was given one of the entries on asking. */
  readonly servings: number;
  readonly setAside: number;
}
