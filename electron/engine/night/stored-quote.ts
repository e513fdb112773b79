// Whether words stand in a turn as it is stored, to the letter, and whose words they are there.
import type { Evidence } from '../../../shared/memory.ts';
import { sessionId } from '../../../shared/ids.ts';
import { worstOrigin, type Origin } from '../../../shared/origin.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from '../store/db.ts';
import { turnsAround } from '../store/turns.ts';
import { searchedText } from '../store/words.ts';
import { marksOf } from './evidence.ts';

/** The worst of those whose words the quote is; the most trusted place counts where it stands in several. */
export function originInTurn(turn: Turn, quote: string): Origin | null {
  const text = turn.text === '' ? searchedText(turn) : turn.text;
  const marks = marksOf(text, quote);
  if (marks.length === 0) return null;
  if (turn.text === '') return turn.origin;
  const origins = marks.map(({ start, end }) =>
    worstOrigin(
      turn.spans.filter((span) => span.start < end && span.end > start).map(({ origin }) => origin),
    ),
  );
  return origins.includes('person') ? 'person' : worstOrigin(origins);
}

/** Null where they are not there. */
export function originOfQuote(
  db: ReadableDb,
  { agent, session, turn }: Pick<Evidence, 'agent' | 'session' | 'turn'>,
  quote: string,
): Origin | null {
  const found = turnsAround(db, sessionId(agent, session), turn, 0)[0];
  return found === undefined ? null : originInTurn(found, quote);
}
