// Briefings by night and project. Each is made anew by any night, so old ones may go.
import type { Briefing } from '../../../shared/briefing.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import { bytes, text, type Row } from './rows.ts';

/** To look back at; what is served is the newest one. */
const nightsKept = 30;

/** Within the transaction of the night. The same night again takes the place of its briefings. */
export function putBriefings(db: WritableDb, nightId: NightId, briefings: readonly Briefing[]): void {
  db.run(sql`DELETE FROM briefings WHERE night = ${nightId}`);
  for (const briefing of briefings) {
    db.run(sql`
      INSERT INTO briefings (night, project, made_at_ms, tokens, content)
      VALUES (${nightId}, ${briefing.project}, ${briefing.madeAtMs}, ${briefing.tokens},
        ${pack(JSON.stringify(briefing))})`);
  }
  db.run(sql`
    DELETE FROM briefings
    WHERE night NOT IN (SELECT night FROM briefings GROUP BY night ORDER BY MAX(made_at_ms) DESC, night LIMIT ${nightsKept})`);
}

const readBriefing = (row: Row): Briefing => JSON.parse(unpack(bytes(row, 'content'))) as Briefing;

/** The newest of a project; null for none. */
export const newestBriefing = (db: ReadableDb, project: string): Briefing | null =>
  db.first(
    sql`
      SELECT content
      FROM briefings
      WHERE project = ${project} COLLATE NOCASE
      ORDER BY made_at_ms DESC, night DESC
      LIMIT 1`,
    readBriefing,
  );

/** Projects that have one, the one laid out last first. */
export const briefedProjects = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT project
      FROM briefings
      GROUP BY project
      ORDER BY MAX(made_at_ms) DESC, project`,
    (row) => text(row, 'project'),
  );
