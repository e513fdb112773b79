// Reads the session files that are new or have grown, and puts what they hold into the store, a few megabytes a
// transaction: what is in the store is there whole, whenever the process ends.
import { setImmediate as nextTick } from 'node:timers/promises';
import type { EpochMs, SessionId } from '../../../shared/ids.ts';
import type { Failure, ImportReport } from '../../../shared/engine.ts';
import { ok, type Result } from '../../../shared/result.ts';
import {
  isExportAgent,
  type AgentKind,
  type SkippedLine,
  type Transcript,
} from '../../../shared/transcript.ts';
import { importers } from '../importers/index.ts';
import type { LineReader } from '../importers/importer.ts';
import type { Masker } from '../masking/masker.ts';
import type { LineTaker } from '../sources/line-splitter.ts';
import type { ReadFailure, ReadMark, ReadOptions } from '../sources/read-lines.ts';
import { isExport, readExport } from '../sources/chat-exports.ts';
import { planReading, readLines, type Plan } from '../sources/read-lines.ts';
import type { FoundFile } from '../sources/source.ts';
import { inTransaction, type WritableDb } from '../store/db.ts';
import { attemptResult } from '../store/failures.ts';
import {
  addSkippedLines,
  putSourceFile,
  renewLook,
  replaceSkippedLines,
  sourceFile,
  sourceFileLooks,
  type SourceFile,
  type SourceFileLook,
} from '../store/source-files.ts';
import { createTranscriptAppender } from '../store/transcripts.ts';
import type { Forgotten } from '../forgetting/keyed.ts';
import { openTranscript } from './forgotten-gate.ts';
import type { KeptOut } from './kept-out.ts';
import { maskState, maskTranscript } from './masked-transcript.ts';

// What is held in memory between two transactions. 4 MiB: some hundred small sessions, or a part of a large one. Parsed,
// masked and written it is five to ten times as much; half of it was not slower, twice as much peaked 60 MB higher.
const heldBytesMax = 4 * 1024 * 1024;
const heldFilesMax = 400;

export interface ReadingTotals {
  files: number;
  newFiles: number;
  unchangedFiles: number;
  newTurns: number;
  maskedSecrets: number;
  readonly sessions: Set<string>;
  readonly skipped: (SkippedLine & { readonly path: string })[];
  readonly unread: { readonly path: string; readonly why: string }[];
}

export const noTotals = (): ReadingTotals => ({
  files: 0,
  newFiles: 0,
  unchangedFiles: 0,
  newTurns: 0,
  maskedSecrets: 0,
  sessions: new Set(),
  skipped: [],
  unread: [],
});

/** As its file has it. */
interface Raw {
  readonly transcripts: readonly Transcript[];
  readonly skipped: readonly SkippedLine[];
  /** Without a state the file is read whole, should it ever grow. */
  readonly state: string | null;
}

/** As it goes into the store. */
interface Clean extends Raw {
  /** Secrets that were blanked in its transcripts. */
  readonly masked: number;
}

/** What is read of a file and not yet in the store. `mark` comes with its last part. */
interface Held {
  readonly file: FoundFile;
  /** Never stored: what it is masked from again where its owner's word changes before it is. */
  readonly raw: Raw;
  readonly clean: Clean;
  readonly mark: ReadMark | null;
  readonly wasWhole: boolean;
}

export interface Reading {
  readonly db: WritableDb;
  readonly masker: Masker;
  /** What is no secret, asked of the store anew; another number where it is not what it was. */
  readonly renewed: () => number;
  readonly forgotten: Forgotten;
  /** Nothing of these sessions gets into the store. */
  readonly isKeptOut: KeptOut;
  /** Of an export, chats in which nothing was said since are left out; null: none. */
  readonly chatsSince: (agent: AgentKind) => EpochMs | null;
  readonly nowMs: EpochMs;
  readonly signal: AbortSignal | undefined;
  readonly totals: ReadingTotals;
  /** `chats`: how many of an export were read by now; 0 for a session's file. */
  readonly onFile: (done: number, total: number, file: FoundFile, chats: number) => void;
  /** So many secrets were blanked in what was just put into the store. */
  readonly onMasked: (secrets: number) => void;
  /** These sessions grew, and the files that they were read from stand in the store to their end. */
  readonly onStored: (sessions: readonly SessionId[]) => void;
}

const sourceFileOf = ({ file, clean }: Held, mark: ReadMark, nowMs: EpochMs): SourceFile => ({
  path: file.shownPath,
  agent: file.agent,
  kind: 'session',
  device: mark.fingerprint.device,
  inode: mark.fingerprint.inode,
  bytes: mark.fingerprint.bytes,
  modifiedMs: mark.fingerprint.modifiedMs,
  consumedTo: mark.consumedTo,
  headHash: mark.headHash,
  tailHash: mark.tailHash,
  readerState: clean.state,
  lastReadMs: nowMs,
});

function flush(state: FileRead, reading: Reading): Result<null, Failure> {
  const { db, totals, nowMs } = reading;
  const { held } = state;
  const written = attemptResult(() =>
    inTransaction<null, Failure>(db, () => {
      // here nobody else can take a word back any more before it is stored
      maskAsSaidNow(state, reading);
      const appender = createTranscriptAppender(db);
      for (const one of held) {
        for (const transcript of one.clean.transcripts) {
          const from = { sourcePath: one.file.shownPath, importedAtMs: nowMs };
          const { newTurns } = appender.append(transcript, from);
          totals.newTurns += newTurns;
          if (newTurns > 0) state.grown.add(transcript.head.id);
          totals.sessions.add(transcript.head.id);
        }
        if (one.mark) putSourceFile(db, sourceFileOf(one, one.mark, nowMs));
      }
      // with the marks: a file that is marked as read is not looked at again, and its skipped lines were lost
      noteSkipped(db, held, totals);
      appender.finish();
      return ok(null);
    }),
  );
  const secrets = held.reduce((sum, { clean }) => sum + clean.masked, 0);
  totals.maskedSecrets += secrets;
  if (written.ok && secrets > 0) reading.onMasked(secrets);
  // in the middle of a file its session would have to be heard twice
  const isBetweenFiles = held.at(-1)?.mark !== null;
  held.length = 0;
  if (written.ok && isBetweenFiles) {
    reading.onStored([...state.grown]);
    state.grown.clear();
  }
  return written;
}

export const markOf = (known: SourceFile): ReadMark => ({
  fingerprint: { device: known.device, inode: known.inode, bytes: known.bytes, modifiedMs: known.modifiedMs },
  consumedTo: known.consumedTo,
  headHash: known.headHash,
  tailHash: known.tailHash,
});

interface FileRead {
  /** Not marked as read: they are read should their project, or their time, be let in again. */
  readonly keptOut: Set<FoundFile>;
  readonly held: Held[];
  /** Sessions that got new turns and were not yet told of. */
  readonly grown: Set<SessionId>;
  /** What was no secret when they were masked. */
  saidAt: number;
  heldBytes: number;
  failure: Failure | null;
  /** Of the file at hand. */
  onChats: (chats: number) => void;
}

function cleaned({ transcripts, skipped, state }: Raw, { masker }: Reading): Clean {
  const all = transcripts.map((one) => maskTranscript(one, masker));
  return {
    transcripts: all.map(({ transcript }) => transcript),
    masked: all.reduce((sum, { masked }) => sum + masked, 0),
    // a detail names a type, and a file may call its types anything
    skipped: skipped.map((one) => ({ ...one, detail: masker.mask(one.detail).text })),
    state: state === null ? null : maskState(state, masker),
  };
}

/** A word that is taken back is taken back at once, also for what is read and not yet stored. */
function maskAsSaidNow(state: FileRead, reading: Reading): void {
  const saidAt = reading.renewed();
  if (saidAt === state.saidAt) return;
  state.saidAt = saidAt;
  for (const [i, one] of state.held.entries()) state.held[i] = { ...one, clean: cleaned(one.raw, reading) };
}

function takePart(
  state: FileRead,
  file: FoundFile,
  reader: LineReader,
  reading: Reading,
  wasWhole: boolean,
): Held {
  const part = reader.take();
  maskAsSaidNow(state, reading);
  const transcripts = part.transcripts.flatMap((whole) => {
    if (reading.isKeptOut(whole.head.agent, whole.head.project) || isTooOld(whole, reading)) {
      state.keptOut.add(file);
      return [];
    }
    const transcript = openTranscript(whole, reading.forgotten);
    return transcript === null ? [] : transcript;
  });
  const raw: Raw = { transcripts, skipped: part.skipped, state: null };
  const held: Held = { file, raw, clean: cleaned(raw, reading), mark: null, wasWhole };
  state.held.push(held);
  return held;
}

/** Of any other agent it was told by the time of its file, before that was opened. */
function isTooOld({ head, turns }: Transcript, { chatsSince }: Reading): boolean {
  const since = isExportAgent(head.agent) ? chatsSince(head.agent) : null;
  return since !== null && turns.every(({ atMs }) => atMs !== null && atMs < since);
}

function flushWhenFull(state: FileRead, reading: Reading): void {
  if (state.heldBytes < heldBytesMax && state.held.length < heldFilesMax) return;
  state.heldBytes = 0;
  const flushed = flush(state, reading);
  if (!flushed.ok) state.failure ??= flushed.error;
}

/** Reads one file from where it was left. Its parts go into the store as they come, its mark with the last one. */
async function readFile(
  file: FoundFile,
  plan: Plan,
  known: SourceFile | null,
  state: FileRead,
  reading: Reading,
): Promise<Result<ReadMark, ReadFailure>> {
  const wasWhole = plan === 'whole';
  const reader = importers[file.agent].open(
    { path: file.shownPath, name: file.name, modifiedMs: file.modifiedMs },
    wasWhole ? null : (known?.readerState ?? null),
  );
  const skipped: SkippedLine[] = [];
  let sinceTake = 0;
  let newestMs = 0;
  const take = (): Held => {
    const part = takePart(state, file, reader, reading, wasWhole);
    skipped.push(...part.raw.skipped);
    newestMs = Math.max(newestMs, newestIn(part.raw.transcripts));
    sinceTake = 0;
    return part;
  };
  let chats = 0;
  const read = await readAnyFile(
    file,
    {
      line(text, startByte, endByte) {
        reader.line(text, startByte, endByte);
        if (isExport(file.format) && ++chats % chatsTold === 0) state.onChats(chats);
        sinceTake += endByte - startByte;
        state.heldBytes += endByte - startByte;
        if (sinceTake < heldBytesMax) return;
        take();
        flushWhenFull(state, reading);
      },
      tooLong: (startByte, endByte) => reader.tooLong(startByte, endByte),
    },
    {
      fromByte: wasWhole ? 0 : (known?.consumedTo ?? 0),
      takeUnterminated: reading.nowMs - file.modifiedMs > quietMs,
      ...(reading.signal ? { signal: reading.signal } : {}),
    },
  );
  const last = take();
  if (!read.ok || state.keptOut.has(file)) return read;
  // with the last part, the skipped lines of all: its transcripts are masked by now
  const all = { skipped, state: isLeft(file, read.value, newestMs, reading) ? null : reader.state() };
  const { skipped: cleanSkipped, state: cleanState } = cleaned({ ...all, transcripts: [] }, reading);
  state.held[state.held.length - 1] = {
    ...last,
    raw: { ...last.raw, ...all },
    clean: { ...last.clean, skipped: cleanSkipped, state: cleanState },
    mark: read.value,
  };
  return read;
}

// A session that nobody spoke in for two weeks is seldom taken up again, and a file of this size is read whole in some ten
// milliseconds: what its reader would need to go on is not worth a place in the store, for there are thousands.
const asleepAfterMs = 14 * 86_400_000;
const readWholeBytesMax = 1024 * 1024;

const isAsleep = ({ fingerprint }: ReadMark, newestMs: number, { nowMs }: Reading): boolean =>
  newestMs > 0 && nowMs - newestMs > asleepAfterMs && fingerprint.bytes <= readWholeBytesMax;

/** An export is never read on: a newer one is another file, and read whole. */
const isLeft = (file: FoundFile, mark: ReadMark, newestMs: number, reading: Reading): boolean =>
  isExport(file.format) || isAsleep(mark, newestMs, reading);

// A sign of life for each hundred chats.
const chatsTold = 100;

const readAnyFile = (
  { path, format, agent }: FoundFile,
  taker: LineTaker,
  options: ReadOptions,
): Promise<Result<ReadMark, ReadFailure>> =>
  isExport(format)
    ? readExport({ path, agent, isPacked: format === 'export.zip' }, taker, options)
    : readLines(path, taker, options);

const newestIn = (transcripts: readonly Transcript[]): number =>
  transcripts.reduce(
    (newest, { turns }) => turns.reduce((later, { atMs }) => Math.max(later, atMs ?? 0), newest),
    0,
  );

// A last line without a line end is whole once nobody has written for a minute.
const quietMs = 60_000;

function noteSkipped(db: WritableDb, held: readonly Held[], totals: ReadingTotals): void {
  for (const { file, clean, mark, wasWhole } of held) {
    if (!mark) continue;
    const { skipped } = clean;
    if (wasWhole) replaceSkippedLines(db, file.shownPath, skipped);
    else addSkippedLines(db, file.shownPath, skipped);
    totals.skipped.push(...skipped.map((line) => ({ ...line, path: file.shownPath })));
  }
}

/** Nothing that a file's folder tells of it has changed since it was read. */
const looksUnchanged = (file: FoundFile, look: SourceFileLook): boolean =>
  file.bytes === look.bytes &&
  file.modifiedMs === look.modifiedMs &&
  file.inode === look.inode &&
  file.device === look.device;

/** Reads every file that is new or has grown. Ends early where it is woken; what was read stays. */
export async function readSessions(
  files: readonly FoundFile[],
  reading: Reading,
): Promise<Result<null, Failure>> {
  const { db, totals } = reading;
  const state: FileRead = {
    keptOut: new Set(),
    held: [],
    grown: new Set(),
    saidAt: reading.renewed(),
    heldBytes: 0,
    failure: null,
    onChats: () => undefined,
  };
  const looks = sourceFileLooks(db);
  const moved: FoundFile[] = [];
  for (const [index, file] of files.entries()) {
    if (reading.signal?.aborted || state.failure) break;
    state.onChats = (chats) => reading.onFile(index, files.length, file, chats);
    state.onChats(0);
    totals.files++;
    const look = looks.get(file.shownPath);
    if (look && looksUnchanged(file, look)) {
      totals.unchangedFiles++;
      if (index % 200 === 199) await nextTick();
      continue;
    }
    const known = sourceFile(db, file.shownPath);
    const plan = await planReading(file.path, known ? markOf(known) : null);
    if (!plan.ok) {
      totals.unread.push({ path: file.shownPath, why: plan.error.why });
      continue;
    }
    if (plan.value === 'unchanged') {
      totals.unchangedFiles++;
      if (look) moved.push(file);
      continue;
    }
    if (!known) totals.newFiles++;
    const isWhole = plan.value === 'whole' || known?.readerState === null;
    const read = await readFile(file, isWhole ? 'whole' : plan.value, known, state, reading);
    if (!read.ok && read.error.kind !== 'stopped')
      totals.unread.push({ path: file.shownPath, why: read.error.why });
    flushWhenFull(state, reading);
    await nextTick();
  }
  if (!state.failure) {
    const flushed = flush(state, reading);
    if (!flushed.ok) state.failure = flushed.error;
  }
  if (state.failure) return { ok: false, error: state.failure };
  return attemptResult(() =>
    inTransaction<null, Failure>(db, () => {
      for (const file of moved) renewLook(db, file.shownPath, file);
      return ok(null);
    }),
  );
}

export const skippedByReason = (skipped: ImportReport['skipped']): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const { reason } of skipped) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
};
