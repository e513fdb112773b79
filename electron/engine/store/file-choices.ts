// What its owner said of a line or a block that somebody changed, while changes wait to go into its file. The newest word
// on a question holds; each word stands in a log that only grows.
import type { ChangeId, EpochMs } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { oneOf, text, timeMs } from './rows.ts';

export interface KeptChoice {
  readonly path: string;
  /** Of the question; empty where it is about our block. */
  readonly changeIds: readonly ChangeId[];
  readonly whose: 'mine' | 'ours';
  /** What stood there when it was said: if something else does, it is asked again. */
  readonly seen: string;
  readonly atMs: EpochMs;
}

const keyOf = (changeIds: readonly ChangeId[]): string => JSON.stringify([...changeIds].sort());

/** `asked` takes back what was said before. */
export const putChoice = (
  db: WritableDb,
  {
    path,
    changeIds,
    whose,
    seen,
    atMs,
  }: Omit<KeptChoice, 'whose'> & { readonly whose: KeptChoice['whose'] | 'asked' },
): void =>
  void db.run(sql`
    INSERT INTO file_choices (path, change_ids_json, whose, seen, at_ms)
    VALUES (${path}, ${keyOf(changeIds)}, ${whose}, ${seen}, ${atMs})`);

/** Those that hold, the newest last. */
export const choicesInForce = (db: ReadableDb): readonly KeptChoice[] =>
  db
    .all(
      sql`
        SELECT path, change_ids_json, whose, seen, at_ms
        FROM file_choices AS c
        WHERE number = (
          SELECT MAX(n.number) FROM file_choices AS n
          WHERE n.path = c.path AND n.change_ids_json = c.change_ids_json)
        ORDER BY number`,
      (row) => ({
        path: text(row, 'path'),
        changeIds: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
        whose: oneOf(row, 'whose', ['mine', 'ours', 'asked']),
        seen: text(row, 'seen'),
        atMs: timeMs(row, 'at_ms'),
      }),
    )
    .flatMap(({ whose, ...rest }) => (whose === 'asked' ? [] : [{ ...rest, whose }]));

/** Carried out, or taken back: from now on it is asked again. */
export function takeBackChoices(db: WritableDb, choices: readonly KeptChoice[], atMs: EpochMs): void {
  for (const one of choices) putChoice(db, { ...one, whose: 'asked', atMs });
}
