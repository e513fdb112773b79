// What its owner said of a file that is gone or cannot be written, while changes wait to go into it. The newest word on a
// path holds; each word stands in a log that only grows.
import type { PlacingHow } from '../../../shared/agent-files.ts';
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { oneOf, text, textOrNull, timeMs } from './rows.ts';

export interface FilePlacing {
  readonly path: string;
  readonly how: PlacingHow;
  /** For `elsewhere`: the file in its place. Both as people see them. */
  readonly to: string | null;
  /** What it was said of; empty where it is about our block alone. */
  readonly changeIds: readonly ChangeId[];
  readonly atMs: EpochMs;
}

const hows = ['recreate', 'elsewhere', 'drop', 'asked'] as const;

/** `asked` takes back what was said before. */
export const putPlacing = (
  db: WritableDb,
  placing: Omit<FilePlacing, 'how'> & { readonly how: PlacingHow | 'asked' },
): void =>
  void db.run(sql`
    INSERT INTO file_placings (path, how, other_path, change_ids_json, at_ms)
    VALUES (${placing.path}, ${placing.how}, ${placing.to}, ${JSON.stringify(placing.changeIds)}, ${placing.atMs})`);

/** Those that hold, by path. */
export const placingsInForce = (db: ReadableDb): readonly FilePlacing[] =>
  db
    .all(
      sql`
        SELECT path, how, other_path, change_ids_json, at_ms
        FROM file_placings AS p
        WHERE number = (SELECT MAX(n.number) FROM file_placings AS n WHERE n.path = p.path)
        ORDER BY path`,
      readPlacing,
    )
    .flatMap(({ how, ...rest }) => (how === 'asked' ? [] : [{ ...rest, how }]));

const readPlacing = (row: Row) => ({
  path: text(row, 'path'),
  how: oneOf(row, 'how', hows),
  to: textOrNull(row, 'other_path'),
  changeIds: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
  atMs: timeMs(row, 'at_ms'),
});
