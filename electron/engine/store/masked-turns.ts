// Where masks stand in the transcripts: every block is unpacked once, and only those that hold one are looked into.
import { agentKinds, type Turn } from '../../../shared/transcript.ts';
import type { Evidence } from '../../../shared/memory.ts';
import type { ReadableDb } from './db.ts';
import { sql } from './db.ts';
import { decompress } from './packing.ts';
import { bytes, integer, oneOf, text, textOrNull, timeMsOrNull } from './rows.ts';
import { readOrigin } from './turn-numbers.ts';

export interface TurnWithMark {
  readonly place: Omit<Evidence, 'quote'>;
  /** All that the store keeps of it, as one line of JSON. */
  readonly line: string;
}

interface Standing {
  readonly place: TurnWithMark['place'];
  readonly start: number;
  readonly bytes: number;
}

/** One block after another, so that a long history needs the memory of one. In the order in which they were read. */
export function* turnsWithMark(db: ReadableDb, mark: string): Generator<TurnWithMark, void, void> {
  const ids = db.all(sql`SELECT id FROM turn_blocks ORDER BY id`, (row) => integer(row, 'id'));
  const holding = ids.filter((id) => contentOf(db, id).includes(mark));
  for (const [block, standing] of standingIn(db, holding)) {
    const content = contentOf(db, block);
    for (const { place, start, bytes: length } of standing) {
      const line = content.toString('utf8', start, start + length);
      if (line.includes(mark)) yield { place, line };
    }
  }
}

const contentOf = (db: ReadableDb, id: number): Buffer =>
  db.first(sql`SELECT content FROM turn_blocks WHERE id = ${id}`, (row) =>
    decompress(bytes(row, 'content')),
  ) ?? Buffer.alloc(0);

function standingIn(db: ReadableDb, blocks: readonly number[]): ReadonlyMap<number, readonly Standing[]> {
  const all = new Map<number, Standing[]>(blocks.map((id) => [id, []]));
  const rows = db.all(
    sql`
      SELECT t.block, t.block_start, t.block_bytes, t.ordinal, t.at_ms, t.origin, s.agent, s.native_id, s.project
      FROM turns AS t
      JOIN sessions AS s ON s.number = t.session
      WHERE t.block IN (SELECT value FROM json_each(${JSON.stringify(blocks)}))
      ORDER BY t.id`,
    (row): readonly [number, Standing] => [
      integer(row, 'block'),
      {
        place: {
          session: text(row, 'native_id'),
          turn: integer(row, 'ordinal'),
          agent: oneOf(row, 'agent', agentKinds),
          atMs: timeMsOrNull(row, 'at_ms'),
          origin: readOrigin(row) satisfies Turn['origin'],
          project: textOrNull(row, 'project'),
        },
        start: integer(row, 'block_start'),
        bytes: integer(row, 'block_bytes'),
      },
    ],
  );
  for (const [block, standing] of rows) all.get(block)?.push(standing);
  return all;
}
