// The list of what its owner said is no secret.
import type { EpochMs } from '../../../shared/ids.ts';
import { agentKinds, type AgentKind } from '../../../shared/transcript.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { bytes, integer, oneOf, text, textOrNull, timeMs } from './rows.ts';

export interface NotSecretRow {
  readonly number: number;
  readonly kind: string;
  readonly keyedHash: Buffer;
  readonly keyHash: Buffer;
  readonly agent: AgentKind;
  /** The agent's own id of it. */
  readonly session: string;
  readonly project: string | null;
  readonly turn: number;
  readonly mark: number;
  readonly atMs: EpochMs;
}

/** Newest first. */
export const notSecretRows = (db: ReadableDb): readonly NotSecretRow[] =>
  db.all(
    sql`
      SELECT n.number, n.kind, n.keyed_hash, n.key_hash, n.ordinal, n.mark, n.at_ms, s.agent, s.native_id, s.project
      FROM not_secrets AS n
      JOIN sessions AS s ON s.number = n.session
      ORDER BY n.number DESC`,
    (row) => ({
      number: integer(row, 'number'),
      kind: text(row, 'kind'),
      keyedHash: Buffer.from(bytes(row, 'keyed_hash')),
      keyHash: Buffer.from(bytes(row, 'key_hash')),
      agent: oneOf(row, 'agent', agentKinds),
      session: text(row, 'native_id'),
      project: textOrNull(row, 'project'),
      turn: integer(row, 'ordinal'),
      mark: integer(row, 'mark'),
      atMs: timeMs(row, 'at_ms'),
    }),
  );

/** The same value marked twice is listed once, where it was marked first: gives its number. `session`: that of its row. */
export const putNotSecret = (
  db: WritableDb,
  row: Pick<NotSecretRow, 'kind' | 'keyedHash' | 'keyHash' | 'turn' | 'mark' | 'atMs'> & {
    readonly session: number;
  },
): number => {
  db.run(sql`
    INSERT INTO not_secrets (kind, keyed_hash, key_hash, session, ordinal, mark, at_ms)
    VALUES (${row.kind}, ${row.keyedHash}, ${row.keyHash}, ${row.session}, ${row.turn}, ${row.mark}, ${row.atMs})
    ON CONFLICT (keyed_hash) DO NOTHING`);
  const number = db.first(sql`SELECT number FROM not_secrets WHERE keyed_hash = ${row.keyedHash}`, (found) =>
    integer(found, 'number'),
  );
  assert(number !== null, 'what was just put there is there');
  return number;
};

/** False where there is none of that number. */
export const takeNotSecret = (db: WritableDb, number: number): boolean =>
  db.run(sql`DELETE FROM not_secrets WHERE number = ${number}`).changes === 1;
