// Adding transcripts: turns are only ever added, each once, whichever files it stands in and whichever was read first.
import { hash } from 'node:crypto';
import type { EpochMs, TurnKey } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { TokenCount, Transcript, Turn } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { StandingTurn } from './holders.ts';
import { holdTurn, isHolder } from './holders.ts';
import { integer, integerOrNull } from './rows.ts';
import { growSession, putSessionHead } from './sessions.ts';
import type { BlockWriter } from './turn-blocks.ts';
import { createBlockWriter } from './turn-blocks.ts';
import { kindNumber, originNumber, outcomeNumber } from './turn-numbers.ts';
import { wordsOfTurn } from './words.ts';

export interface Appended {
  readonly newTurns: number;
  /** Of the new ones, those in which a person speaks. */
  readonly newPersonTurns: number;
  /** Turns that were in the store already, from this session or another one. */
  readonly known: number;
}

export interface ReadFrom {
  readonly sourcePath: string;
  readonly importedAtMs: EpochMs;
}

export interface TranscriptAppender {
  append(transcript: Transcript, from: ReadFrom): Appended;
  /** Writes what is still held back. Called once, before the transaction ends. */
  finish(): void;
}

/**
 * For many transcripts in one transaction: the words of small sessions share blocks, which makes the store smaller.
 * Between `append` and `finish` the newest turns cannot be read.
 */
export function createTranscriptAppender(db: WritableDb): TranscriptAppender {
  const writer: TurnWriter = { db, blocks: createBlockWriter(db), nextId: nextTurnId(db) };
  return {
    append: (transcript, from) => appendWith(writer, transcript, from),
    finish: () => writer.blocks.finish(),
  };
}

/** For one transcript. The caller holds the transaction. */
export function appendTranscript(db: WritableDb, transcript: Transcript, from: ReadFrom): Appended {
  const appender = createTranscriptAppender(db);
  const appended = appender.append(transcript, from);
  appender.finish();
  return appended;
}

interface TurnWriter {
  readonly db: WritableDb;
  readonly blocks: BlockWriter;
  nextId: number;
}

const nextTurnId = (db: ReadableDb): number =>
  (db.first(sql`SELECT MAX(id) AS newest FROM turns`, (row) => integerOrNull(row, 'newest')) ?? 0) + 1;

function appendWith(writer: TurnWriter, transcript: Transcript, from: ReadFrom): Appended {
  const { db } = writer;
  const session = putSessionHead(db, transcript.head, from);
  const ordinals = createOrdinals(db, session);
  let [newTurns, newPersonTurns, known] = [0, 0, 0];
  for (const turn of transcript.turns) {
    const key = keyHash(turn.key);
    if (claimKey(db, key, writer.nextId)) {
      writeTurn(writer, session, { ...turn, ordinal: ordinals.place(turn.ordinal) });
      newTurns += 1;
      if (isOfPerson(turn)) newPersonTurns += 1;
      continue;
    }
    known += 1;
    const standing = turnByKey(db, key);
    if (standing.session === session || isHolder(db, standing.id, session)) continue;
    holdTurn(db, standing, { session, ordinal: ordinals.place(turn.ordinal) });
  }
  const times = transcript.turns.flatMap((turn) => (turn.atMs === null ? [] : [turn.atMs]));
  growSession(db, session, {
    turns: newTurns,
    personTurns: newPersonTurns,
    tokens: newShare(transcript, newTurns),
    firstAtMs: times.reduce<EpochMs | null>((a, b) => (a === null || b < a ? b : a), null),
    lastAtMs: times.reduce<EpochMs | null>((a, b) => (a === null || b > a ? b : a), null),
  });
  return { newTurns, newPersonTurns, known };
}

/** A part that was read before in whole or in part brings only its new turns' share of the tokens. */
function newShare(transcript: Transcript, newTurns: number): TokenCount {
  const { tokens, turns } = transcript;
  if (turns.length === newTurns) return tokens;
  const share = newTurns / turns.length;
  return { input: Math.round(tokens.input * share), output: Math.round(tokens.output * share) };
}

/** Any part of it was said by a person. (`origin` is the worst of all parts: a reminder added to it would hide that.) */
export const isOfPerson = (turn: Turn): boolean =>
  turn.kind === 'message' && turn.spans.some((span) => span.origin === 'person');

interface Ordinals {
  /** The ordinal that a turn gets: its own, or the next one after all where the session was rewritten. */
  place(wanted: number): number;
}

function createOrdinals(db: ReadableDb, session: number): Ordinals {
  let newest = newestOrdinal(db, session);
  let moved = false;
  const place = (wanted: number): number => {
    assert(Number.isInteger(wanted) && wanted >= 0, `ordinal ${wanted}`);
    if (!moved && wanted <= newest && ordinalIsTaken(db, session, wanted)) moved = true;
    const given = moved ? Math.max(wanted, newest + 1) : wanted;
    newest = Math.max(newest, given);
    return given;
  };
  return { place };
}

const newestOrdinal = (db: ReadableDb, session: number): number =>
  db.first(
    sql`
      SELECT MAX(
        COALESCE((SELECT MAX(ordinal) FROM turns WHERE session = ${session}), -1),
        COALESCE((SELECT MAX(ordinal) FROM turn_holders WHERE session = ${session}), -1)) AS newest`,
    (row) => integer(row, 'newest'),
  ) ?? -1;

const ordinalIsTaken = (db: ReadableDb, session: number, ordinal: number): boolean =>
  db.first(
    sql`
      SELECT EXISTS (SELECT 1 FROM turns WHERE session = ${session} AND ordinal = ${ordinal})
        OR EXISTS (SELECT 1 FROM turn_holders WHERE session = ${session} AND ordinal = ${ordinal}) AS taken`,
    (row) => integer(row, 'taken') === 1,
  ) ?? false;

/** The first 64 bits of SHA-256: among ten million turns two share them with a chance of 1 in 300,000. */
function keyHash(key: TurnKey): bigint {
  const digest = hash('sha256', key, 'buffer');
  return digest.readBigInt64BE(0);
}

/** False where another turn has the key: this one is known. */
const claimKey = (db: WritableDb, key: bigint, turn: number): boolean =>
  db.run(sql`
    INSERT INTO turn_keys (key_hash, turn)
    VALUES (${key}, ${turn})
    ON CONFLICT (key_hash) DO NOTHING`).changes === 1;

function turnByKey(db: ReadableDb, key: bigint): StandingTurn {
  const found = db.first(
    sql`
      SELECT t.id, t.session, t.ordinal, t.of_person
      FROM turn_keys AS k
      JOIN turns AS t ON t.id = k.turn
      WHERE k.key_hash = ${key}`,
    (row) => ({
      id: integer(row, 'id'),
      session: integer(row, 'session'),
      ordinal: integer(row, 'ordinal'),
      ofPerson: integer(row, 'of_person') === 1,
    }),
  );
  assert(found !== null, `the turn with the key ${key} is there`);
  return found;
}

function writeTurn(writer: TurnWriter, session: number, turn: Turn): void {
  const { db } = writer;
  const id = writer.nextId;
  const place = writer.blocks.add(turn);
  db.run(sql`
    INSERT INTO turns (id, session, ordinal, at_ms, kind, origin, outcome, exit_code, of_person, block, block_start,
      block_bytes)
    VALUES (${id}, ${session}, ${turn.ordinal}, ${turn.atMs}, ${kindNumber(turn.kind)},
      ${originNumber(turn.origin)}, ${outcomeNumber(turn.outcome)}, ${turn.exitCode}, ${isOfPerson(turn) ? 1 : 0},
      ${place.block}, ${place.start}, ${place.bytes})`);
  const words = wordsOfTurn(turn);
  if (words !== null) db.run(sql`INSERT INTO turn_words (rowid, words) VALUES (${id}, ${words})`);
  writer.nextId += 1;
}
