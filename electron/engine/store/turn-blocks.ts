// Where the words of turns lie: many turns together in one compressed block, because alone they hardly shrink. Each
// turn is one line of JSON; its row knows where in the block that line stands.
import type { Turn, ToolUse } from '../../../shared/transcript.ts';
import { turnKey } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { compress, decompress } from './packing.ts';
import { bytes, integer } from './rows.ts';

/** 512 KiB of words. Half of it shrinks some 5 % less; twice as much makes reading one turn too slow (over 1 ms). */
export const blockBytesMax = 524_288;

/** Blocks that were just read are likely to be read again by the next session. 16 of them are about 8 MiB. */
const cachedBlocksMax = 16;

/** The part of a turn that lies in a block. */
export type BlockPart = Pick<Turn, 'key' | 'text' | 'spans' | 'cutChars' | 'use'>;

export interface BlockPlace {
  readonly block: number;
  readonly start: number;
  readonly bytes: number;
}

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

export function readBlockPart(db: ReadableDb, place: BlockPlace, origin: Turn['origin']): BlockPart {
  const content = blockContent(db, place.block);
  assert(place.start + place.bytes <= content.length, `turn beyond the end of block ${place.block}`);
  return decodeTurn(content.toString('utf8', place.start, place.start + place.bytes), origin);
}

/** What was read of blocks that are gone must not be read again. */
export const dropReadBlocks = (db: ReadableDb): void => void caches.delete(db);

const caches = new WeakMap<ReadableDb, Map<number, Buffer>>();

function blockContent(db: ReadableDb, id: number): Buffer {
  const cache = caches.get(db) ?? new Map<number, Buffer>();
  caches.set(db, cache);
  const known = cache.get(id);
  if (known !== undefined) return known;
  const packed = db.first(sql`SELECT content FROM turn_blocks WHERE id = ${id}`, (row) =>
    bytes(row, 'content'),
  );
  assert(packed !== null, `block ${id} is not there`);
  const content = decompress(packed);
  cache.set(id, content);
  const oldest = cache.keys().next();
  if (cache.size > cachedBlocksMax && oldest.done === false) cache.delete(oldest.value);
  return content;
}

/** [key, text, spans or 0 for one that covers all, cutChars, use or 0 for none] */
type Line = readonly [
  string,
  string,
  Turn['spans'] | 0,
  number,
  readonly [string, ToolUse['tool'], string, string | null, string | null] | 0,
];

function encodeTurn(turn: Turn): string {
  const only = turn.spans.length === 1 ? turn.spans[0] : undefined;
  const coversAll = only?.start === 0 && only.end === turn.text.length && only.origin === turn.origin;
  const { use } = turn;
  const line: Line = [
    turn.key,
    turn.text,
    coversAll ? 0 : turn.spans,
    turn.cutChars,
    use === null ? 0 : [use.callId, use.tool, use.name, use.command, use.target],
  ];
  return JSON.stringify(line);
}

/** The key and the words of a turn, of its line in a block. */
export const keyedTextOfLine = (json: string): Pick<Turn, 'key' | 'text'> => decodeTurn(json, 'own');

function decodeTurn(json: string, origin: Turn['origin']): BlockPart {
  const parsed: unknown = JSON.parse(json);
  assert(Array.isArray(parsed) && parsed.length === 5, 'a turn in a block has five parts');
  const [key, text, spans, cutChars, use] = parsed as unknown as Line;
  return {
    key: turnKey(key),
    text,
    spans: spans === 0 ? [{ origin, start: 0, end: text.length }] : spans,
    cutChars,
    use: use === 0 ? null : { callId: use[0], tool: use[1], name: use[2], command: use[3], target: use[4] },
  };
}
