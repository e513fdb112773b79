// What a briefing of one project is made from, gathered beforehand: its newest sessions whole, what the others began with,
// and what Light and Deep made of all of them.
import type { BriefingLine } from '../../../shared/briefing.ts';
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import type { Evidence, MemoryEntry } from '../../../shared/memory.ts';
import type { Origin } from '../../../shared/origin.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { StoredSession } from '../store/sessions.ts';

export type DraftLine = Omit<BriefingLine, 'tokens'>;

export interface SessionPages {
  readonly session: StoredSession;
  readonly turns: readonly Turn[];
}

export interface Opening {
  readonly session: StoredSession;
  /** The first of the person's turns. */
  readonly turn: Turn;
}

export interface BriefingMaterial {
  readonly project: string;
  readonly nightId: NightId;
  readonly nowMs: EpochMs;
  /** Newest first. */
  readonly recent: readonly SessionPages[];
  /** Newest first. */
  readonly openings: readonly Opening[];
  readonly signals: readonly SessionSignals[];
  /** Of what was said and holds no longer, and of what memory says already. */
  readonly settledSignals: ReadonlySet<string>;
  /** Active, of this project or of everywhere, seen by the person. */
  readonly rules: readonly MemoryEntry[];
  readonly turnsOf: (session: StoredSession) => readonly Turn[];
  /** Files that a command names and that are there, absolute. */
  readonly filesIn: (command: string, session: StoredSession) => readonly string[];
}

export const evidenceOf = (
  session: Pick<StoredSession, 'nativeId' | 'agent' | 'project'>,
  said: {
    readonly turn: number;
    readonly atMs: EpochMs | null;
    readonly quote: string;
    readonly origin: Origin;
  },
): Evidence => ({
  session: session.nativeId,
  agent: session.agent,
  project: session.project,
  turn: said.turn,
  atMs: said.atMs,
  quote: said.quote,
  origin: said.origin,
});

/** A signal's own words, as evidence. */
export const evidenceOfSignal = (from: SessionSignals, signal: Signal): readonly Evidence[] =>
  signal.quotes.map((quote) =>
    evidenceOf(from, {
      turn: quote.ordinal,
      atMs: signal.atMs,
      quote: quote.text,
      origin: signal.origin,
    }),
  );

// Longer openings are specifications of their own; their beginning says what they are about.
const openingCharsMax = 160;

/** The first line of what the person said themselves, to the letter, cut at a word; null for nothing that can be quoted. */
export function firstWords(turn: Turn, charsMax: number = openingCharsMax): string | null {
  const own = turn.spans.find((span) => span.origin === 'person');
  const text = own === undefined ? '' : turn.text.slice(own.start, own.end);
  const line = text
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one !== '');
  if (line === undefined || line.includes('⟦')) return null;
  if (line.length <= charsMax) return line;
  const cut = line.slice(0, charsMax);
  const space = cut.lastIndexOf(' ');
  return (space > charsMax / 2 ? cut.slice(0, space) : cut).toWellFormed();
}

/** Of a command in our own words: nothing in it closes the marks around it. */
export const command = (step: string): string => `\`${step.replaceAll('`', '’')}\``;
