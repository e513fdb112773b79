// Where the words of turns lie: many turns together in one compressed block, because alone they hardly shrink. Each
// turn is one line of JSON; its row knows where in the block that line stands.
import type { Turn } from '../../../shared/transcript.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { compress } from './packing.ts';
import { bytes, integer } from './rows.ts';
import { createBlockReader, encodeTurn, type BlockPlace, type BlockReader } from './turn-lines.ts';

/** 512 KiB of words. Half of it shrinks some 5 % less; twice as much makes reading one turn too slow (over 1 ms). */
export const blockBytesMax = 524_288;

export interface BlockWriter {
  /** Says where the turn will stand. The block itself is written when it is full or at `finish`. */
  add(turn: Turn): BlockPlace;
  finish(): void;
}

/** Inside one transaction: `finish` comes before its end. */
export function createBlockWriter(db: WritableDb): BlockWriter {
  // One piece of memory for all blocks: a new one for each line would be most of what an import leaves behind.
  let room: Buffer = Buffer.allocUnsafe(0);
  let size = 0;
  let block: number | null = null;
  const finish = (): void => {
    if (block === null) return;
    const content = compress(room.subarray(0, size));
    db.run(sql`INSERT INTO turn_blocks (id, content) VALUES (${block}, ${content})`);
    [size, block] = [0, null];
  };
  const add = (turn: Turn): BlockPlace => {
    block ??= nextBlock(db);
    const line = `${encodeTurn(turn)}\n`;
    room = withRoom(room, size, line);
    const written = room.write(line, size, 'utf8');
    const place = { block, start: size, bytes: written - 1 };
    size += written;
    if (size >= blockBytesMax) finish();
    return place;
  };
  return { add, finish };
}

/** The same bytes with room for one more line: most lines are short, and few take three bytes a character. */
function withRoom(written: Buffer, size: number, line: string): Buffer {
  const isShort = line.length * 3 <= written.length - size;
  const needed = isShort ? 0 : size + Buffer.byteLength(line);
  if (needed <= written.length) return written;
  const grown = Buffer.allocUnsafe(Math.max(needed, blockBytesMax * 2));
  written.copy(grown, 0, 0, size);
  return grown;
}

// AUTOINCREMENT's own table, so that a forgotten block's number is not given again.
const nextBlock = (db: ReadableDb): number =>
  (db.first(sql`SELECT seq FROM sqlite_sequence WHERE name = 'turn_blocks'`, (row) => integer(row, 'seq')) ??
    0) + 1;

/** Of the blocks of this store, with those that were read last. */
export function blocksOf(db: ReadableDb): BlockReader {
  const known = readers.get(db);
  if (known !== undefined) return known;
  const made = createBlockReader((id) => packedBlock(db, id));
  readers.set(db, made);
  return made;
}

/** What was read of blocks that are gone must not be read again. */
export const dropReadBlocks = (db: ReadableDb): void => void readers.delete(db);

const readers = new WeakMap<ReadableDb, BlockReader>();

export function packedBlock(db: ReadableDb, id: number): Uint8Array {
  const packed = db.first(sql`SELECT content FROM turn_blocks WHERE id = ${id}`, (row) =>
    bytes(row, 'content'),
  );
  assert(packed !== null, `block ${id} is not there`);
  return packed;
}
