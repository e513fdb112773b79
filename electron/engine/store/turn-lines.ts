// The words of a turn as one line of a block, and reading such lines back. Needs no store: a second thread reads what it is
// handed.
import type { Turn, ToolUse } from '../../../shared/transcript.ts';
import { turnKey } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import { decompress } from './packing.ts';
import type { Row } from './rows.ts';
import { integer, integerOrNull, timeMsOrNull } from './rows.ts';
import { readKind, readOrigin, readOutcome } from './turn-numbers.ts';

/** The part of a turn that lies in a block. */
export type BlockPart = Pick<Turn, 'key' | 'text' | 'spans' | 'cutChars' | 'use'>;

export interface BlockPlace {
  readonly block: number;
  readonly start: number;
  readonly bytes: number;
}

export interface BlockReader {
  part(place: BlockPlace, origin: Turn['origin']): BlockPart;
}

/** Blocks that were just read are likely to be read again by the next session. 16 of them are about 8 MiB. */
const cachedBlocksMax = 16;

/** `packed`: what lies in the store under this number. */
export function createBlockReader(packed: (block: number) => Uint8Array): BlockReader {
  const cache = new Map<number, Buffer>();
  const contentOf = (block: number): Buffer => {
    const known = cache.get(block);
    if (known !== undefined) return known;
    const content = decompress(packed(block));
    cache.set(block, content);
    const oldest = cache.keys().next();
    if (cache.size > cachedBlocksMax && oldest.done === false) cache.delete(oldest.value);
    return content;
  };
  return {
    part: (place, origin) => {
      const content = contentOf(place.block);
      assert(place.start + place.bytes <= content.length, `turn beyond the end of block ${place.block}`);
      return decodeTurn(content.toString('utf8', place.start, place.start + place.bytes), origin);
    },
  };
}

/** [key, text, spans or 0 for one that covers all, cutChars, use or 0 for none] */
type Line = readonly [
  string,
  string,
  Turn['spans'] | 0,
  number,
  readonly [string, ToolUse['tool'], string, string | null, string | null] | 0,
];

export function encodeTurn(turn: Turn): string {
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

export function turnFrom(blocks: BlockReader, row: Row): Turn {
  const origin = readOrigin(row);
  const place = {
    block: integer(row, 'block'),
    start: integer(row, 'block_start'),
    bytes: integer(row, 'block_bytes'),
  };
  const part = blocks.part(place, origin);
  return {
    key: part.key,
    ordinal: integer(row, 'ordinal'),
    atMs: timeMsOrNull(row, 'at_ms'),
    kind: readKind(row),
    origin,
    spans: part.spans,
    text: part.text,
    cutChars: part.cutChars,
    use: part.use,
    outcome: readOutcome(row),
    exitCode: integerOrNull(row, 'exit_code'),
  };
}
