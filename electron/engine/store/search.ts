// Finding turns by words. The index says which turns hold a word; how well a turn answers is judged by its own text, so
// that the index needs no positions.
import type { SessionId } from '../../../shared/ids.ts';
import { asSessionId } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { integer, text } from './rows.ts';
import { readTurn } from './turns.ts';
import type { SearchTerm } from './words.ts';
import { fold, occurrences, searchTerms } from './words.ts';

export interface FoundTurn {
  readonly session: SessionId;
  readonly turn: Turn;
  readonly score: number;
}

/** How many turns are read to be ranked, the newest of those that match: some 100 ms of reading. */
const candidatesMax = 400;

/** Best first: the turns that hold every word; where there is none, those that hold any, by the rarest word first. */
export function searchTurns(db: ReadableDb, query: string, limit: number): readonly FoundTurn[] {
  const terms = searchTerms(query).toSorted((a, b) => frequency(db, a) - frequency(db, b));
  if (terms.length === 0) return [];
  const every = matching(db, terms.map((term) => term.match).join(' AND '), candidatesMax);
  const candidates = every.length > 0 ? every : matchingAny(db, terms);
  return rank(candidates, terms, (term) => weight(db, term)).slice(0, limit);
}

type Candidate = Omit<FoundTurn, 'score'>;

function matchingAny(db: ReadableDb, terms: readonly SearchTerm[]): readonly Candidate[] {
  const found = new Map<string, Candidate>();
  for (const term of terms) {
    if (found.size >= candidatesMax) break;
    for (const one of matching(db, term.match, candidatesMax - found.size)) found.set(one.turn.key, one);
  }
  return [...found.values()];
}

const matching = (db: ReadableDb, match: string, limit: number): readonly Candidate[] =>
  db.all(
    sql`
      SELECT s.id, COALESCE(h.ordinal, t.ordinal) AS ordinal, t.at_ms, t.kind, t.origin, t.outcome, t.exit_code,
        t.block, t.block_start, t.block_bytes
      FROM turn_words
      JOIN turns AS t ON t.id = turn_words.rowid
      LEFT JOIN turn_holders AS h ON h.turn = t.id AND h.owns = 1
      JOIN sessions AS s ON s.number = COALESCE(h.session, t.session)
      WHERE turn_words MATCH ${match}
      ORDER BY t.at_ms DESC, s.id, 2
      LIMIT ${limit}`,
    (row) => ({ session: asSessionId(text(row, 'id')), turn: readTurn(db, row) }),
  );

/** How many turns hold it; 0 for one that the vocabulary does not name in this form. */
const frequency = (db: ReadableDb, term: SearchTerm): number =>
  db.first(sql`SELECT doc FROM turn_vocabulary WHERE term = ${term.folded}`, (row) => integer(row, 'doc')) ??
  0;

/** BM25's inverse document frequency, kept above zero. */
function weight(db: ReadableDb, term: SearchTerm): number {
  const turns = db.first(sql`SELECT MAX(id) AS turns FROM turns`, (row) => integer(row, 'turns')) ?? 0;
  const holding = frequency(db, term);
  return Math.log(1 + (turns - holding + 0.5) / (holding + 0.5));
}

// BM25's usual constants (Robertson, Zaragoza 2009).
const saturation = 1.2;
const lengthShare = 0.75;
/** Past it another occurrence adds under 1 % to the score. */
const occurrencesMax = 50;

function rank(
  candidates: readonly Candidate[],
  terms: readonly SearchTerm[],
  weightOf: (term: SearchTerm) => number,
): readonly FoundTurn[] {
  const weighted = terms.map((term) => ({ term, weight: weightOf(term) }));
  const folded = candidates.map((one) => ({ ...one, folded: fold(one.turn.text) }));
  const usualLength = folded.reduce((sum, one) => sum + one.folded.length, 0) / Math.max(1, folded.length);
  const scored = folded.map(({ session, turn, folded: foldedText }) => {
    const length = 1 - lengthShare + lengthShare * (foldedText.length / Math.max(1, usualLength));
    const score = weighted.reduce((sum, { term, weight: termWeight }) => {
      const count = occurrences(foldedText, term, occurrencesMax);
      return sum + (termWeight * count * (saturation + 1)) / (count + saturation * length);
    }, 0);
    return { session, turn, score };
  });
  return scored.toSorted(
    (a, b) =>
      b.score - a.score ||
      (b.turn.atMs ?? 0) - (a.turn.atMs ?? 0) ||
      (a.session < b.session ? -1 : a.session > b.session ? 1 : a.turn.ordinal - b.turn.ordinal),
  );
}
