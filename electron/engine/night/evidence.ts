// The words around a quote, as they stand in the store: of a session, or of a memory file. Nothing in them acts: what
// steers a terminal or turns the direction of writing is shown as a sign that something stood there.
import { existsSync } from 'node:fs';
import type { EvidenceView, TranscriptTurn } from '../../../shared/contract.ts';
import type { Failure } from '../../../shared/engine.ts';
import { sessionId } from '../../../shared/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { QuotePlace } from '../../../shared/window.ts';
import type { ReadableDb } from '../store/db.ts';
import { newestMemoryFile } from '../store/memory-files.ts';
import { sessionById } from '../store/sessions.ts';
import { turnsAround } from '../store/turns.ts';
import { searchedText } from '../store/words.ts';
import { absolutePath } from '../writeback/index.ts';
import { turnHash } from './turn-hash.ts';

export function evidenceAround(
  db: ReadableDb,
  home: string,
  place: QuotePlace,
): Result<EvidenceView, Failure> {
  const { agent, session: native, around, turn } = place;
  const session = sessionById(db, sessionId(agent, native));
  if (session === null) return aroundInFile(db, home, place);
  const quote = inert(place.quote);
  const path = absolutePath(home, session.sourcePath);
  return ok({
    session: native,
    agent,
    project: session.project,
    title: session.title === null ? null : inert(session.title),
    path: existsSync(path) ? path : null,
    turns: turnsAround(db, session.id, turn, around).map((one): TranscriptTurn => {
      const text = inert(one.text === '' ? searchedText(one) : one.text);
      const { ordinal, atMs, kind, origin, cutChars } = one;
      const marks = ordinal === turn ? marksOf(text, quote) : [];
      const hash = one.text === '' ? null : turnHash(one);
      return { ordinal, atMs, kind, origin, text, cutChars, marks, turnHash: hash };
    }),
  });
}

/** By the store's own record of what was read, whatever stands in it; null where the file is gone. */
export function evidencePath(
  db: ReadableDb,
  home: string,
  { agent, session: native }: Pick<QuotePlace, 'session' | 'agent'>,
): Result<string | null, Failure> {
  const session = sessionById(db, sessionId(agent, native));
  if (session === null && newestMemoryFile(db, native) === null) return err(notThere);
  const path = absolutePath(home, session?.sourcePath ?? native);
  return ok(existsSync(path) ? path : null);
}

/** A memory file's own lines; `turn` is a line, from 1. */
function aroundInFile(db: ReadableDb, home: string, place: QuotePlace): Result<EvidenceView, Failure> {
  const { agent, session: shown, turn, around } = place;
  const file = newestMemoryFile(db, shown);
  if (file === null || file.text === null) return err(notThere);
  const quote = inert(place.quote);
  const first = Math.max(0, turn - 1 - around);
  const lines = file.text.split('\n').slice(first, turn + around);
  const path = absolutePath(home, shown);
  return ok({
    session: shown,
    agent,
    project: null,
    title: shown,
    path: existsSync(path) ? path : null,
    turns: lines.map((line, index): TranscriptTurn => {
      const ordinal = first + index + 1;
      const text = inert(line.replace(/\r$/u, ''));
      const marks = ordinal === turn ? marksOf(text, quote) : [];
      return {
        ordinal,
        atMs: null,
        kind: 'message',
        origin: 'file',
        text,
        cutChars: 0,
        marks,
        turnHash: null,
      };
    }),
  });
}

/** More than this in one turn is no quote but a word. */
const marksMax = 100;

/** Found to the letter, or not at all. */
export function marksOf(text: string, quote: string): TranscriptTurn['marks'] {
  const marks: { start: number; end: number }[] = [];
  if (quote === '') return marks;
  for (let at = text.indexOf(quote); at !== -1 && marks.length < marksMax;) {
    marks.push({ start: at, end: at + quote.length });
    at = text.indexOf(quote, at + quote.length);
  }
  return marks;
}

// Control characters but for tab and line feed; turns of direction; letters that nobody sees. The joiners of Persian,
// Hindi and emoji (U+200C, U+200D) stay, and so do selectors of emoji.
const acting =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

export const inert = (text: string): string =>
  text.toWellFormed().replaceAll('\r\n', '\n').replace(acting, '\u{fffd}');

const notThere: Failure = {
  kind: 'not-found',
  happened: 'These words stand in no session and no memory file that was read.',
  safe: 'Nothing was changed.',
  todo: 'They may have been forgotten at your wish, or the file may be gone.',
};
