// Readers at work: every session of the night in pieces, the newest first; what they find is proved against the store, and
// becomes signals like Light's own, so that the same laws hold for it.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { sessionId, type SessionId } from '../../../shared/ids.ts';
import type { ReadingReceipt } from '../../../shared/models.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { readQuote } from '../light/statements.ts';
import { askAll } from '../minds/ask-all.ts';
import { inVain, type AskEnd, type Asking } from '../minds/ask.ts';
import type { Asker, OrderFound } from '../minds/consolidator.ts';
import type { Ended } from '../minds/harness.ts';
import { piecesOf, shownTurn, type Piece, type ShownSession } from '../minds/pieces.ts';
import { readerQuestion, readerSeed, readFindings, type Finding, type HearQuote } from '../minds/reader.ts';
import { wordingHolds } from '../minds/wording.ts';
import type { ReadableDb } from '../store/db.ts';
import { servedSinceMs } from '../store/file-writes.ts';
import { sessionsToDream } from '../store/sessions.ts';
import { turnsAround, turnsOfSession } from '../store/turns.ts';
import { whoSpokeIn } from '../who-spoke/who-spoke.ts';
import { withoutServed } from './loop-guard.ts';
import { originInTurn } from './stored-quote.ts';

export interface ReadingNeeds {
  readonly db: ReadableDb;
  readonly asking: Asking;
  readonly asker: Asker;
  readonly pieceBytesMax: number;
  /** Of these, what may be asked about; null for all. */
  readonly mayAsk: ((pieces: readonly Piece[]) => readonly Piece[]) | null;
  /** The night's, as Light heard them. */
  readonly sessions: readonly SessionSignals[];
  readonly onSession: (done: number, total: number, where: string) => void;
}

export interface Reading {
  readonly findings: readonly Finding[];
  readonly orders: readonly OrderFound[];
  readonly dropped: Readonly<Record<string, number>>;
  readonly counts: Omit<ReadingReceipt, 'knownToEngine' | 'themes'>;
  readonly ended: Ended | null;
}

/** The turn as the night hears it: what was only pasted is nobody's word. */
export const hearQuoteIn =
  (db: ReadableDb): HearQuote =>
  ({ agent, session, turn }, words) => {
    const stored = turnsAround(db, sessionId(agent, session), turn, 0)[0];
    if (stored === undefined) return null;
    const heard = whoSpokeIn(stored).turn;
    // Marks are looked for in what was said, whoever said it first.
    const origin = originInTurn({ ...stored, spans: heard.spans }, words);
    return origin === null ? null : { origin, atMs: stored.atMs };
  };

/** What is never shown is not listened to either: results that went well are most of what a store holds. */
function* heardTurns(turns: Iterable<Turn>): Generator<Turn, void, void> {
  for (const turn of turns)
    if (turn.kind !== 'result' || turn.outcome === 'failed') yield whoSpokeIn(turn).turn;
}

type Head = Pick<SessionSignals, 'nativeId' | 'agent' | 'project'>;

function shownOf(db: ReadableDb, from: Head, id: SessionId, asker: Asker): ShownSession {
  const turns = [...heardTurns(turnsOfSession(db, id))].flatMap((turn) => shownTurn(turn, asker.mask));
  return { session: from.nativeId, agent: from.agent, project: from.project, turns };
}

/** Every piece of these sessions, the newest first: for an estimate. Sends nothing. */
export function* unreadIn(
  db: ReadableDb,
  heads: readonly (Head & { readonly id: SessionId })[],
  asker: Asker,
  how: Pick<Parameters<typeof piecesOf>[1], 'bytesMax' | 'settled'>,
): Generator<Piece, void, void> {
  const seed = readerSeed(asker);
  for (const head of heads.toReversed()) yield* piecesOf(shownOf(db, head, head.id, asker), { seed, ...how });
}

interface Gathered {
  readonly findings: Finding[];
  readonly orders: OrderFound[];
  readonly dropped: Record<string, number>;
  pieces: number;
  known: number;
  read: number;
  left: number;
  /** For a batch. */
  waits: boolean;
  ended: Ended | null;
}

// Windows of questions: their texts lie in memory together, a batch's all at once.
const windowAlone = 24;
const windowInBatch = 500;
const readersTogether = 4;

async function readWindow(needs: ReadingNeeds, pieces: readonly Piece[], into: Gathered): Promise<void> {
  const { asking, asker, db } = needs;
  const settled = pieces.filter(({ isSettled }) => isSettled);
  // A cap, a fault or its owner ended the asking: what is known is free all the same.
  const unread = into.ended === null ? pieces.filter(({ isSettled }) => !isSettled) : [];
  const open = needs.mayAsk?.(unread) ?? unread;
  into.left += pieces.length - settled.length - open.length;
  const wanted = [...settled, ...open];
  const questions = wanted.map((piece) => readerQuestion(piece, asker));
  const answers = await askAll(asking, questions, readersTogether);
  for (const [i, answered] of answers.entries()) {
    const piece = wanted[i];
    if (piece === undefined) continue;
    if (!answered.ok) {
      noteEnd(into, answered.error);
      continue;
    }
    if (answered.value.call === null && piece.isSettled) into.known += 1;
    else into.read += 1;
    const read = readFindings(answered.value.value, piece, hearQuoteIn(db));
    into.findings.push(...read.findings);
    into.orders.push(...read.orders);
    for (const why of read.dropped) countUp(into.dropped, why);
  }
}

function noteEnd(into: Gathered, end: AskEnd): void {
  into.left += 1;
  if (end.kind === 'dropped') countUp(into.dropped, end.detail === inVain ? 'asked in vain before' : end.why);
  else if (end.kind === 'waiting') into.waits = true;
  else into.ended ??= end;
}

const countUp = (counts: Record<string, number>, why: string): void =>
  void (counts[why] = (counts[why] ?? 0) + 1);

/** Whatever happens out there, what was found by then comes back. */
export async function readSessions(needs: ReadingNeeds): Promise<Reading> {
  const { db, asking, asker, sessions } = needs;
  const tonight = new Map(sessions.map((one) => [one.session, one]));
  const newestFirst = sessionsToDream(db, { sessionsMax: null, sinceMs: null, roles: ['main'] })
    .filter(({ id, personTurns }) => tonight.has(id) && personTurns > 0)
    .toReversed();
  const into: Gathered = {
    findings: [],
    orders: [],
    dropped: {},
    pieces: 0,
    known: 0,
    read: 0,
    left: 0,
    waits: false,
    ended: null,
  };
  const seed = readerSeed(asker);
  const windowMax = asking.batches === undefined ? windowAlone : windowInBatch;
  let window: Piece[] = [];
  for (const [i, { id }] of newestFirst.entries()) {
    const from = tonight.get(id);
    if (from === undefined || asking.signal?.aborted === true) continue;
    needs.onSession(i + 1, newestFirst.length, from.project ?? from.agent);
    const pieces = piecesOf(shownOf(db, from, id, asker), {
      seed,
      bytesMax: needs.pieceBytesMax,
      settled: asking.settled,
    });
    into.pieces += pieces.length;
    window.push(...pieces);
    if (window.length >= windowMax) {
      await readWindow(needs, window, into);
      window = [];
    }
  }
  await readWindow(needs, window, into);
  const { findings, orders, dropped, pieces, known, read, left, ended } = into;
  const counts = { sessions: newestFirst.length, pieces, known, read, left, findings: findings.length };
  return { findings, orders, dropped, counts, ended: ended ?? (into.waits ? { kind: 'waiting' } : null) };
}

export interface Heard {
  /** Tonight's, with what readers found among Light's own signals. */
  readonly sessions: readonly SessionSignals[];
  /** Those that became signals, by the signal's id. */
  readonly found: ReadonlyMap<string, Finding>;
  /** Findings of words that Light had noticed, by the ids of its signals. */
  readonly known: ReadonlyMap<string, readonly string[]>;
}

/** Light heard the same words: one holds the other. */
function noticedBy({ quotes }: Finding, { signals }: SessionSignals): readonly string[] {
  return signals
    .filter((signal) =>
      signal.quotes.some(({ ordinal, text }) =>
        quotes.some(({ turn, quote }) => turn === ordinal && (text.includes(quote) || quote.includes(text))),
      ),
    )
    .map(({ id }) => id);
}

function signalOf(finding: Finding, from: SessionSignals, turn: Turn): Signal | null {
  const [first] = finding.quotes;
  if (first === undefined) return null;
  const read = readQuote(first.quote, {
    followsAgent: false,
    agentSaid: '',
    turn,
    language: from.language,
  });
  if (read === null) return null;
  const { statement, quotes } = finding;
  const said = quotes.map(({ quote }) => quote);
  const about = { language: read.language, text: read.text, terms: read.terms, negated: read.negated };
  return {
    ...read,
    id: finding.id,
    kind: finding.kind,
    text: wordingHolds(statement, about, said) ? statement : read.text,
    quotes: quotes.map(({ turn: ordinal, quote }) => ({ ordinal, text: quote })),
  };
}

/** Findings as signals, held to what holds for Light's: a subject of their own, no secret, no echo of memory. */
export function hearFindings(
  db: ReadableDb,
  sessions: readonly SessionSignals[],
  findings: readonly Finding[],
): Heard {
  const found = new Map<string, Finding>();
  const known = new Map<string, readonly string[]>();
  const served = servedSinceMs(db);
  const bySession = Map.groupBy(findings, ({ quotes }) => `${quotes[0]?.agent}:${quotes[0]?.session}`);
  const heard = sessions.map((session) => {
    const own = bySession.get(`${session.agent}:${session.nativeId}`) ?? [];
    if (own.length === 0) return session;
    const signals = own.flatMap((finding): readonly Signal[] => {
      if (found.has(finding.id)) return [];
      const noticed = noticedBy(finding, session);
      if (noticed.length > 0) {
        known.set(finding.id, noticed);
        return [];
      }
      const turn = turnsAround(db, session.session, finding.quotes[0]?.turn ?? -1, 0)[0];
      const signal = turn === undefined ? null : signalOf(finding, session, turn);
      return signal === null ? [] : [signal];
    });
    const { session: guarded } = withoutServed({ ...session, signals }, served);
    for (const { id } of guarded.signals) {
      const finding = own.find((one) => one.id === id);
      if (finding !== undefined) found.set(id, finding);
    }
    return { ...session, signals: [...session.signals, ...guarded.signals] };
  });
  return { sessions: heard, found, known };
}
