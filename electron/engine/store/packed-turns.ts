// Reads the turns of a packed session: what a thread without a store needs of this room.
import type { Turn } from '../../../shared/transcript.ts';
import { assert } from '../../../shared/result.ts';
import { createBlockReader, turnFrom, type BlockReader } from './turn-lines.ts';

/** What the store knows of a turn beside its words, in this order. */
export const columnsOfTurn = [
  'ordinal',
  'at_ms',
  'kind',
  'origin',
  'outcome',
  'exit_code',
  'block',
  'block_start',
  'block_bytes',
] as const;

/** By their numbers, compressed. */
export type PackedBlocks = ReadonlyMap<number, Uint8Array>;

export const readerOf = (blocks: PackedBlocks): BlockReader =>
  createBlockReader((id) => {
    const packed = blocks.get(id);
    assert(packed !== undefined, `block ${id} was handed over`);
    return packed;
  });

/** Each is unpacked when it is asked for. */
export function* packedTurns(numbers: Float64Array, blocks: BlockReader): Generator<Turn, void, void> {
  for (let at = 0; at < numbers.length; at += columnsOfTurn.length) {
    const row = Object.fromEntries(
      columnsOfTurn.map((column, j) => {
        const value = numbers[at + j] ?? NaN;
        return [column, Number.isNaN(value) ? null : value];
      }),
    );
    yield turnFrom(blocks, row);
  }
}
