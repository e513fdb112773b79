// "This is no secret": its owner names one mask. What it stands for is read from its file again, and all that is kept of it
// is a hash with a key that lies outside of the data folder. Nothing here gives the value to anybody.
import { createHmac } from 'node:crypto';
import { basename } from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import { epochMs, sessionId, type EpochMs } from '../../../shared/ids.ts';
import type {
  MarkedNotSecret,
  MaskDecision,
  MaskLook,
  MaskPlace,
  NotSecret,
} from '../../../shared/masked.ts';
import { masksIn } from '../../../shared/masked-words.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isExportAgent, type Turn } from '../../../shared/transcript.ts';
import type { Deps } from '../deps.ts';
import { importers } from '../importers/index.ts';
import { isCertain } from '../masking/certain.ts';
import type { Masker } from '../masking/masker.ts';
import { nothingListed, type NotSecrets } from '../masking/not-secrets.ts';
import { valuesUnder } from '../masking/values-under.ts';
import { readExport } from '../sources/chat-exports.ts';
import type { LineTaker } from '../sources/line-splitter.ts';
import {
  fingerprint,
  planReading,
  readLines,
  type ReadFailure,
  type ReadMark,
} from '../sources/read-lines.ts';
import type { ReadableDb, WritableDb } from '../store/db.ts';
import { keyFolderOf, readKey, readOrMakeKey, type KeyPlace } from '../store/keys.ts';
import { notSecretRows, putNotSecret, takeNotSecret } from '../store/not-secrets.ts';
import { sessionById, sessionNumber, type StoredSession } from '../store/sessions.ts';
import { sourceFile, type SourceFile } from '../store/source-files.ts';
import { turnsAround } from '../store/turns.ts';
import { absolutePath } from '../writeback/index.ts';
import { maskedKey } from './masked-transcript.ts';
import { markOf } from './read-sessions.ts';
import { turnHash } from './turn-hash.ts';

export const notSecretsKeyName = 'not-secrets.key';

const keyPlace = (deps: Deps): KeyPlace => ({ folder: keyFolderOf(deps), name: notSecretsKeyName });

const mac = (key: Buffer, purpose: string, ...parts: readonly string[]): Buffer => {
  const sum = createHmac('sha256', key).update(`${purpose}\0`);
  // UTF-16 as it is: in UTF-8 all halves of a pair that stand alone are one and the same
  for (const part of parts) sum.update(`${part.length}\0`).update(part, 'utf16le');
  return sum.digest();
};
const hashOfValue = (key: Buffer, kind: string, value: string): Buffer => mac(key, 'value', kind, value);
const hashOfKey = (key: Buffer): Buffer => mac(key, 'key').subarray(0, 8);

/** The list as it stood at one moment. */
export interface Listed extends NotSecrets {
  /** The same for the same list. */
  readonly sum: string;
}

export const noneListed: Listed = { ...nothingListed, sum: '' };

/** As the masker asks it. Without the key nothing is listed, and all is masked. */
export function notSecretsIn(db: ReadableDb, deps: Deps): Listed {
  const rows = notSecretRows(db);
  const key = rows.length === 0 ? null : readKey(keyPlace(deps));
  if (key === null) return noneListed;
  const own = hashOfKey(key);
  const hashes = new Set(
    rows.filter(({ keyHash }) => keyHash.equals(own)).map(({ keyedHash }) => keyedHash.toString('hex')),
  );
  const kinds = new Set(rows.map(({ kind }) => kind));
  return {
    isEmpty: hashes.size === 0,
    sum: [...hashes].join(' '),
    holds: (kind, value) => kinds.has(kind) && hashes.has(hashOfValue(key, kind, value).toString('hex')),
  };
}

export function notSecrets(db: ReadableDb, deps: Deps): readonly NotSecret[] {
  const key = readKey(keyPlace(deps));
  const own = key === null ? null : hashOfKey(key);
  return notSecretRows(db).map(({ number, kind, keyHash, atMs, project, agent, session, turn, mark }) => ({
    number,
    kind,
    markedAtMs: atMs,
    place: { agent, session, turn, mark },
    project,
    isInForce: own !== null && keyHash.equals(own),
  }));
}

/** A word that is forgotten is masked whatever was said of it before; nor is that kept. */
export function unlist(db: WritableDb, deps: Deps, value: string): void {
  const key = readKey(keyPlace(deps));
  if (key === null) return;
  const spellings = spellingsOf(value);
  for (const { number, kind, keyedHash } of notSecretRows(db))
    if (spellings.some((one) => hashOfValue(key, kind, one).equals(keyedHash))) takeNotSecret(db, number);
}

/** A word is forgotten in whatever case; of a value there is a hash to the letter, so its usual spellings are tried. */
function spellingsOf(value: string): readonly string[] {
  const small = value.toLowerCase();
  const cased = [
    value,
    small,
    value.toUpperCase(),
    small.replace(/^\p{L}/u, (letter) => letter.toUpperCase()),
    small.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase()),
  ];
  return [...new Set(cased.flatMap((one) => [one, one.normalize('NFC'), one.normalize('NFD')]))];
}

export interface Marking {
  readonly db: WritableDb;
  readonly deps: Deps;
  readonly home: string;
  readonly masker: Masker;
}

/** What a mask stands for, for as long as it takes to answer. */
interface Under {
  readonly kind: string;
  readonly value: string;
  readonly look: MaskLook;
}

export async function lookAtMask(marking: Marking, place: MaskPlace): Promise<Result<MaskLook, Failure>> {
  const found = await findUnder(marking, place);
  return found.ok ? ok(found.value.look) : found;
}

export async function markNotSecret(
  marking: Marking,
  { place, seen, isSure }: MaskDecision,
  nowMs: EpochMs,
): Promise<Result<MarkedNotSecret, Failure>> {
  const { db, deps } = marking;
  const found = await findUnder(marking, place);
  if (!found.ok) return found;
  const { kind, value, look } = found.value;
  if (look.seen !== seen) return err(changedSince(look.path));
  if (look.isCertain && !isSure) return err(notSure);
  const session = sessionNumber(db, sessionId(place.agent, place.session));
  if (session === null) return err(noMask);
  const key = readOrMakeKey(keyPlace(deps));
  const number = putNotSecret(db, {
    kind,
    keyedHash: hashOfValue(key, kind, value),
    keyHash: hashOfKey(key),
    session,
    turn: place.turn,
    mark: place.mark,
    atMs: nowMs,
  });
  return ok({ number, listed: notSecrets(db, deps) });
}

export function markSecret(
  db: WritableDb,
  deps: Deps,
  number: number,
): Result<readonly NotSecret[], Failure> {
  return takeNotSecret(db, number) ? ok(notSecrets(db, deps)) : err(notListed(number));
}

/** Reads the turn in its file again and tells what the mask stands for. Read-only; the value goes to nobody from here. */
async function findUnder(marking: Marking, place: MaskPlace): Promise<Result<Under, Failure>> {
  const { db, deps, home, masker } = marking;
  const session = sessionById(db, sessionId(place.agent, place.session));
  const [kept] = session === null ? [] : turnsAround(db, session.id, place.turn, 0);
  if (session === null || kept === undefined) return err(noMask);
  const mask = masksIn(kept.text)[place.mark - 1];
  if (mask === undefined) return err(noMask);
  if (turnHash(kept) !== place.turnHash) return err(changedSinceListed);
  if (!mask.isOfValue) return err(noValue);
  const before = sourceFile(db, session.sourcePath);
  const path = absolutePath(home, session.sourcePath);
  if (before === null) return err(gone(path));
  const raw = await turnInFile({ session, path, key: kept.key, before }, masker);
  if (!raw.ok) return raw;
  const value = valueAt(kept, raw.value.turn, mask.start, masker);
  if (value === null) return err(changedThere(path));
  const key = readOrMakeKey(keyPlace(deps));
  const { changedAtMs, hasChanged } = raw.value;
  return ok({
    kind: mask.kind,
    value,
    look: {
      kind: mask.kind,
      isCertain: isCertain(mask.kind, value, masker),
      path,
      changedAtMs,
      readAtMs: before.lastReadMs,
      hasChanged,
      // of this very value: another one that stands there when it is decided is another one
      seen: mac(key, 'seen', mask.kind, value).toString('hex').slice(0, 32),
    },
  });
}

/** Part by part, as it was masked when it was read. */
function valueAt(kept: Turn, raw: Turn, at: number, masker: Masker): string | null {
  const parts = kept.spans.length <= 1 ? [{ start: 0, end: kept.text.length }] : kept.spans;
  const rawParts = raw.spans.length <= 1 ? [{ start: 0, end: raw.text.length }] : raw.spans;
  if (parts.length !== rawParts.length) return null;
  let value: string | null = null;
  for (const [i, part] of parts.entries()) {
    const rawPart = rawParts[i];
    const rawText = rawPart === undefined ? '' : raw.text.slice(rawPart.start, rawPart.end);
    const found = valuesUnder(kept.text.slice(part.start, part.end), rawText, masker.find(rawText));
    if (found === null) return null;
    value ??= found.find((one) => part.start + one.at === at)?.value ?? null;
  }
  return value;
}

interface Wanted {
  readonly session: StoredSession;
  readonly path: string;
  readonly key: string;
  readonly before: SourceFile;
}

interface TurnInFile {
  readonly turn: Turn;
  readonly changedAtMs: EpochMs;
  readonly hasChanged: boolean;
}

// As much as is held between two parts when it is read to be kept.
const partBytes = 4 * 1024 * 1024;

async function turnInFile(wanted: Wanted, masker: Masker): Promise<Result<TurnInFile, Failure>> {
  const { session, path, before } = wanted;
  const now = await fingerprint(path);
  if (!now.ok) return err(now.error.kind === 'not-found' ? gone(path) : notRead(path, now.error.why));
  const plan = await planReading(path, markOf(before));
  if (!plan.ok) return err(notRead(path, plan.error.why));
  // What stands there is not what was read, so nobody knows what that mask stood for.
  if (plan.value === 'whole') return err(changedThere(path));
  const { bytes, modifiedMs } = now.value;
  const file = { path: session.sourcePath, name: basename(path), modifiedMs };
  const reader = importers[session.agent].open(file, null);
  const isIt = ({ key }: Turn): boolean => key === wanted.key || maskedKey(key, masker) === wanted.key;
  const enough = new AbortController();
  let turn: Turn | undefined;
  let sinceTake = 0;
  const take = (): void => {
    sinceTake = 0;
    const turns = reader.take().transcripts.flatMap((one) => one.turns);
    turn ??= turns.find(isIt);
    if (turn !== undefined) enough.abort();
  };
  const read = await readTurns(
    wanted,
    {
      line(text, startByte, endByte) {
        reader.line(text, startByte, endByte);
        sinceTake += endByte - startByte;
        if (sinceTake >= partBytes) take();
      },
      tooLong: (startByte, endByte) => reader.tooLong(startByte, endByte),
    },
    enough.signal,
  );
  take();
  if (turn === undefined) return err(read.ok ? changedThere(path) : notRead(path, read.error.why));
  const changedAtMs = epochMs(Math.trunc(modifiedMs));
  const isAsRead = bytes === before.bytes && changedAtMs === before.modifiedMs;
  return ok({ turn, changedAtMs, hasChanged: !isAsRead });
}

const readTurns = (
  { session: { agent }, path }: Wanted,
  taker: LineTaker,
  signal: AbortSignal,
): Promise<Result<ReadMark, ReadFailure>> =>
  isExportAgent(agent)
    ? readExport({ path, agent, isPacked: path.toLowerCase().endsWith('.zip') }, taker, { signal })
    : readLines(path, taker, { takeUnterminated: true, signal });

const nothingChanged = 'It is masked as before, and nothing was changed.';
const noMask: Failure = {
  kind: 'not-found',
  happened: 'There is no such mask in what is kept.',
  safe: nothingChanged,
  todo: 'Look at what was masked anew: "slowwave masked" lists it.',
};
const changedSinceListed: Failure = {
  kind: 'changed-meanwhile',
  happened: 'This message is not as it was when its masks were listed: this may be another one by now.',
  safe: nothingChanged,
  todo: 'Look at what was masked anew: "slowwave masked" lists it.',
};
const noValue: Failure = {
  kind: 'wrong-input',
  happened: 'This mask stands for no single value: what was forgotten, or text that was not looked at.',
  safe: nothingChanged,
  todo: 'Mark another one.',
};
const gone = (path: string): Failure => ({
  kind: 'not-found',
  happened: `The file in which it stood is not there any more: ${path}.`,
  safe: nothingChanged,
  todo: 'What it stood for was never kept, so it can only be marked where it still stands in a file.',
});
const notRead = (path: string, why: string): Failure => ({
  kind: 'not-readable',
  happened: `${path} was not read: it ${why}.`,
  safe: nothingChanged,
  todo: 'Make it readable, then mark it again.',
});
const changedThere = (path: string): Failure => ({
  kind: 'changed-meanwhile',
  happened: `What was read there does not stand in its file any more: ${path}.`,
  safe: nothingChanged,
  todo: 'Mark it in a newer session in which it stands.',
});
const changedSince = (path: string): Failure => ({
  kind: 'changed-meanwhile',
  happened: `Another value stands there than when you looked: ${path}.`,
  safe: nothingChanged,
  todo: 'Look at the file, then decide anew.',
});
const notSure: Failure = {
  kind: 'wrong-input',
  happened: 'It has the make of a real secret, and that it is none was said only once.',
  safe: nothingChanged,
  todo: 'Say it a second time if you are sure.',
};
const notListed = (number: number): Failure => ({
  kind: 'not-found',
  happened: `Nothing is listed under ${number}.`,
  safe: 'Nothing was changed.',
  todo: '"slowwave masked" shows what is listed as no secret.',
});
