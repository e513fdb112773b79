// Reads the lines of a file that somebody else may be writing: read-only, in pieces, from where we stopped last time.
// Each piece is read at once: for files of a few KB the way through Node's thread pool takes longer than the reading.
import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { pipeline } from 'node:stream/promises';
import { setImmediate as nextTick } from 'node:timers/promises';
import { err, ok, type Result } from '../../../shared/result.ts';
import { createLineSplitter, lineBytesMax, type LineTaker } from './line-splitter.ts';
import { errorCode, whyUnread } from './walk.ts';

export interface ReadFailure {
  readonly kind: 'not-found' | 'not-readable' | 'not-a-file' | 'stopped';
  readonly path: string;
  readonly why: string;
}

/** What a file looks like from outside. Strings where the system's numbers outgrow ours. */
export interface Fingerprint {
  readonly device: string;
  readonly inode: string;
  readonly bytes: number;
  readonly modifiedMs: number;
}

/** How far a file was read, and how to know another day that it is still the same one. */
export interface ReadMark {
  readonly fingerprint: Fingerprint;
  /** The offset after the last line that was consumed. For a packed file, of what was in it. */
  readonly consumedTo: number;
  /** Of the first bytes of the file, 4 KiB at most and never beyond `consumedTo`. Empty for a packed file. */
  readonly headHash: string;
  /** Of the last bytes before `consumedTo`, 4 KiB at most. Empty for a packed file. */
  readonly tailHash: string;
}

export interface ReadOptions {
  readonly fromByte?: number;
  /** Hands over a last line without a line end too, where it is whole JSON. */
  readonly takeUnterminated?: boolean;
  readonly signal?: AbortSignal;
  readonly lineBytesMax?: number;
}

const chunkBytes = 1024 * 1024;
const hashedBytes = 4096;
/** Unpacked: more than this in one session is no session. */
const unpackedBytesMax = 4 * 1024 * 1024 * 1024;

export const isPacked = (path: string): boolean => path.endsWith('.zst');

export async function fingerprint(path: string): Promise<Result<Fingerprint, ReadFailure>> {
  return withFile(path, fingerprintOf);
}

/** Hands every whole line to the taker. What the taker throws is not caught here. */
export async function readLines(
  path: string,
  taker: LineTaker,
  options: ReadOptions = {},
): Promise<Result<ReadMark, ReadFailure>> {
  return withFile(path, async (file) =>
    isPacked(path) ? readPacked(path, file, taker, options) : ok(await readPlain(file, taker, options)),
  ).then((read) => (read.ok ? read.value : read));
}

export type Plan = 'unchanged' | 'continue' | 'whole';

/**
 * What to do with a file that was read before. It grew: go on, where the beginning and the last lines we read are
 * still what they were. Anything else that changed: read it whole, for it was rewritten.
 */
export async function planReading(path: string, before: ReadMark | null): Promise<Result<Plan, ReadFailure>> {
  return withFile(path, (file): Plan => {
    const now = fingerprintOf(file);
    if (before === null) return 'whole';
    const was = before.fingerprint;
    const sameSize = now.bytes === was.bytes && now.modifiedMs === was.modifiedMs;
    if (sameSize && now.device === was.device && now.inode === was.inode) return 'unchanged';
    if (isPacked(path) || now.bytes < before.consumedTo) return 'whole';
    if (now.bytes === was.bytes && !sameSize) return 'whole';
    const matches =
      headHash(file, before.consumedTo) === before.headHash &&
      tailHash(file, before.consumedTo) === before.tailHash;
    if (!matches) return 'whole';
    return sameSize ? 'unchanged' : 'continue';
  });
}

async function withFile<T>(
  path: string,
  use: (file: number) => Promise<T> | T,
): Promise<Result<T, ReadFailure>> {
  let file: number;
  try {
    // Without waiting, lest a pipe that bears a session's name hold us for ever.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    return err(failureOf(path, errorCode(error)));
  }
  try {
    const stats = fstatSync(file);
    if (!stats.isFile())
      return err({
        kind: 'not-a-file',
        path,
        why: stats.isDirectory() ? whyUnread('EISDIR') : 'is not a plain file',
      });
    return ok(await use(file));
  } catch (error) {
    // What the taker or our own code broke must be seen; the system's failures carry a number.
    if (!isSystemError(error)) throw error;
    return err(failureOf(path, errorCode(error)));
  } finally {
    closeSync(file);
  }
}

const isSystemError = (error: unknown): boolean => error instanceof Error && 'errno' in error;

/** Thrown and caught in this file only: a reading ends in the middle of a loop. */
const stopped = Object.assign(new Error('stopped'), { code: 'ABORT_ERR', errno: 0 });
const tooMuch = Object.assign(new Error('too much'), { code: 'ERR_TOO_MUCH', errno: 0 });

function stopIfAsked(options: ReadOptions): void {
  if (options.signal?.aborted === true) throw stopped;
}

const failureOf = (path: string, code: string): ReadFailure => ({
  kind:
    code === 'ENOENT'
      ? 'not-found'
      : code === 'EISDIR'
        ? 'not-a-file'
        : code === 'ABORT_ERR'
          ? 'stopped'
          : 'not-readable',
  path,
  why: whyUnread(code),
});

function fingerprintOf(file: number): Fingerprint {
  const stats = fstatSync(file, { bigint: true });
  return {
    device: String(stats.dev),
    inode: String(stats.ino),
    bytes: Number(stats.size),
    modifiedMs: modifiedMsOf(stats.mtimeNs),
  };
}

/** As a folder's listing has it (walk.ts): the two differ by one where a float stands for the nanoseconds. */
const modifiedMsOf = (modifiedNs: bigint): number =>
  Math.trunc(Number(modifiedNs / 1_000_000_000n) * 1000 + Number(modifiedNs % 1_000_000_000n) / 1_000_000);

/** For all readings: a piece is read and handed over before anything else can run. */
const chunk = Buffer.allocUnsafe(chunkBytes);

async function readPlain(file: number, taker: LineTaker, options: ReadOptions): Promise<ReadMark> {
  // The size at this moment is the end: what is written meanwhile is for the next time.
  const seen = fingerprintOf(file);
  const from = options.fromByte ?? 0;
  const splitter = createLineSplitter(taker, from, options.lineBytesMax ?? lineBytesMax);
  let at = from;
  while (at < seen.bytes) {
    stopIfAsked(options);
    const bytesRead = readSync(file, chunk, 0, Math.min(chunkBytes, seen.bytes - at), at);
    if (bytesRead === 0) break;
    splitter.push(chunk.subarray(0, bytesRead));
    at += bytesRead;
    // Somebody may be waiting to stop us, or for a sign of life.
    if (at < seen.bytes) await nextTick();
  }
  if (options.takeUnterminated === true) splitter.takeUnterminated();
  const consumedTo = splitter.consumedTo();
  return {
    fingerprint: seen,
    consumedTo,
    headHash: headHash(file, consumedTo),
    tailHash: tailHash(file, consumedTo),
  };
}

/** Copies, because unpacking goes on while the next piece is read. */
function* piecesOf(file: number): Generator<Buffer> {
  for (let at = 0; ;) {
    const piece = Buffer.allocUnsafe(chunkBytes);
    const bytesRead = readSync(file, piece, 0, chunkBytes, at);
    if (bytesRead === 0) return;
    yield piece.subarray(0, bytesRead);
    at += bytesRead;
  }
}

async function readPacked(
  path: string,
  file: number,
  taker: LineTaker,
  options: ReadOptions,
): Promise<Result<ReadMark, ReadFailure>> {
  const seen = fingerprintOf(file);
  const splitter = createLineSplitter(taker, 0, options.lineBytesMax ?? lineBytesMax);
  let unpacked = 0;
  try {
    await pipeline(piecesOf(file), createZstdDecompress(), async (chunks: AsyncIterable<Buffer>) => {
      for await (const chunk of chunks) {
        stopIfAsked(options);
        unpacked += chunk.length;
        if (unpacked > unpackedBytesMax) throw tooMuch;
        splitter.push(chunk);
      }
    });
  } catch (error) {
    const code = errorCode(error);
    if (code === tooMuch.code) return err({ kind: 'not-readable', path, why: 'unpacks to more than 4 GiB' });
    if (!/^(?:ZSTD|Z_)/.test(code)) throw error;
    return err({ kind: 'not-readable', path, why: 'is packed in a way that cannot be unpacked, or damaged' });
  }
  // A packed file is finished: its last line needs no line end.
  splitter.takeUnterminated();
  return ok({ fingerprint: seen, consumedTo: splitter.consumedTo(), headHash: '', tailHash: '' });
}

const headHash = (file: number, consumedTo: number): string =>
  hashOf(file, 0, Math.min(hashedBytes, consumedTo));

const tailHash = (file: number, consumedTo: number): string =>
  hashOf(file, Math.max(0, consumedTo - hashedBytes), consumedTo);

function hashOf(file: number, start: number, end: number): string {
  const bytes = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < bytes.length) {
    const bytesRead = readSync(file, bytes, filled, bytes.length - filled, start + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return createHash('sha256').update(bytes.subarray(0, filled)).digest('hex');
}
