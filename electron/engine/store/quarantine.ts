// What a memory's owner said to what was set aside, what memory files held of it, and whom memory believes.
import { asChangeId, epochMs, type ChangeId, type EpochMs } from '../../../shared/ids.ts';
import {
  quarantineStates,
  type QuarantineState,
  type SetAside,
  type SourceTrust,
  type Trust,
  type TrustWindow,
} from '../../../shared/quarantine.ts';
import { agentKinds, type AgentKind } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, oneOf, text, textOrNull, timeMs } from './rows.ts';

export interface SetAsideRuling {
  readonly id: string;
  readonly kind: QuarantineState;
  /** For `released`: the change that waits in review. */
  readonly changeId: ChangeId | null;
  readonly atMs: EpochMs;
}

export const writeRuling = (db: WritableDb, ruling: SetAsideRuling): void =>
  void db.run(sql`
    INSERT INTO set_aside_rulings (id, kind, change_id, at_ms)
    VALUES (${ruling.id}, ${ruling.kind}, ${ruling.changeId}, ${ruling.atMs})`);

/** The newest ruling of each finding that has one. */
export const rulings = (db: ReadableDb): ReadonlyMap<string, SetAsideRuling> =>
  new Map(
    db.all(
      sql`
        SELECT id, kind, change_id, at_ms
        FROM set_aside_rulings
        WHERE number IN (SELECT MAX(number) FROM set_aside_rulings GROUP BY id)
        ORDER BY number`,
      (row) => {
        const change = textOrNull(row, 'change_id');
        const id = text(row, 'id');
        return [
          id,
          {
            id,
            kind: oneOf(row, 'kind', quarantineStates),
            changeId: change === null ? null : asChangeId(change),
            atMs: timeMs(row, 'at_ms'),
          },
        ];
      },
    ),
  );

/** What a memory file holds now that gives orders where nobody sees them, in place of what it held before. */
export function putFileSetAside(
  db: WritableDb,
  file: { readonly path: string; readonly agent: AgentKind; readonly seenAtMs: EpochMs },
  setAside: readonly SetAside[],
): void {
  db.run(sql`DELETE FROM file_set_aside WHERE path = ${file.path}`);
  for (const one of setAside) {
    db.run(sql`
      INSERT OR REPLACE INTO file_set_aside (id, path, agent, seen_at_ms, content)
      VALUES (${one.id}, ${file.path}, ${file.agent}, ${file.seenAtMs}, ${pack(JSON.stringify(one))})`);
  }
}

export interface FileSetAside {
  readonly path: string;
  readonly agent: AgentKind;
  readonly seenAtMs: EpochMs;
  readonly setAside: SetAside;
}

export const fileSetAside = (db: ReadableDb): readonly FileSetAside[] =>
  db.all(
    sql`
      SELECT path, agent, seen_at_ms, content
      FROM file_set_aside
      ORDER BY seen_at_ms DESC, path, id`,
    (row: Row) => ({
      path: text(row, 'path'),
      agent: oneOf(row, 'agent', agentKinds),
      seenAtMs: timeMs(row, 'seen_at_ms'),
      setAside: JSON.parse(unpack(bytes(row, 'content'))) as SetAside,
    }),
  );

// The first and the last moment that a date can name stand for an open end.
const firstMs = epochMs(0);
const lastMs = epochMs(8.64e15);

/** Places as a whole first, then windows in time, each by its place. */
export const sourceTrust = (db: ReadableDb): readonly SourceTrust[] => [
  ...db.all(
    sql`
      SELECT place, trust, set_at_ms
      FROM source_trust
      ORDER BY place`,
    (row) => ({
      place: text(row, 'place'),
      trust: oneOf(row, 'trust', ['owner', 'nobody']),
      setAtMs: timeMs(row, 'set_at_ms'),
    }),
  ),
  ...db.all(
    sql`
      SELECT place, from_ms, until_ms, set_at_ms
      FROM source_trust_windows
      ORDER BY place, from_ms, until_ms`,
    (row) => {
      const [fromMs, untilMs] = [timeMs(row, 'from_ms'), timeMs(row, 'until_ms')];
      return {
        place: text(row, 'place'),
        trust: 'nobody' as const,
        setAtMs: timeMs(row, 'set_at_ms'),
        window: { fromMs: fromMs === firstMs ? null : fromMs, untilMs: untilMs === lastMs ? null : untilMs },
      };
    },
  ),
];

/** `owner` takes the window away. */
export function setTrustWindow(
  db: WritableDb,
  wish: TrustWindow & { readonly place: string; readonly trust: Trust },
  atMs: EpochMs,
): void {
  const { place } = wish;
  const [fromMs, untilMs] = [wish.fromMs ?? firstMs, wish.untilMs ?? lastMs];
  if (wish.trust === 'owner') {
    db.run(sql`
      DELETE FROM source_trust_windows
      WHERE place = ${place} AND from_ms = ${fromMs} AND until_ms = ${untilMs}`);
    return;
  }
  db.run(sql`
    INSERT INTO source_trust_windows (place, from_ms, until_ms, set_at_ms)
    VALUES (${place}, ${fromMs}, ${untilMs}, ${atMs})
    ON CONFLICT (place, from_ms, until_ms) DO UPDATE SET set_at_ms = excluded.set_at_ms`);
}

/** A place that is believed nothing, and when; null ends are open. */
export interface Distrust extends TrustWindow {
  readonly place: string;
}

/** Every place that is believed nothing, at all times or at some. */
export const distrustedTimes = (db: ReadableDb): readonly Distrust[] =>
  sourceTrust(db).flatMap(({ place, trust, window }) =>
    trust === 'nobody' ? [{ place, fromMs: window?.fromMs ?? null, untilMs: window?.untilMs ?? null }] : [],
  );

export const setSourceTrust = (db: WritableDb, place: string, trust: Trust, atMs: EpochMs): void =>
  void db.run(sql`
    INSERT INTO source_trust (place, trust, set_at_ms)
    VALUES (${place}, ${trust}, ${atMs})
    ON CONFLICT (place) DO UPDATE SET
      trust = excluded.trust,
      set_at_ms = excluded.set_at_ms`);

/** Agents, files and sites that memory believes nothing, at any time. */
export const distrusted = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    sourceTrust(db).flatMap(({ place, trust, window }) =>
      trust === 'nobody' && window === undefined ? [place] : [],
    ),
  );
