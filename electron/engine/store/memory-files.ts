// Agents' memory files as they were seen, each state kept: what a line said when a night read it can be shown later.
import type { MemoryLine } from '../../../shared/dream.ts';
import type { EpochMs, NightId } from '../../../shared/ids.ts';
import type { Scope } from '../../../shared/memory.ts';
import { origins } from '../../../shared/origin.ts';
import { assert } from '../../../shared/result.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import { localAgents } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { pack, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import {
  bytesOrNull,
  integer,
  integerOrNull,
  oneOf,
  text,
  textOrNull,
  timeMs,
  timeMsOrNull,
} from './rows.ts';

export interface MemoryFileVersion {
  readonly path: string;
  readonly agent: LocalAgent;
  readonly contentHash: string;
  readonly modifiedMs: number | null;
  readonly seenAtMs: EpochMs;
  /** With secrets masked; null where the file was gone. */
  readonly text: string | null;
}

/** Adds a state of a file with its lines. False where the newest state known is the same: nothing is added then. */
export function putMemoryFile(
  db: WritableDb,
  file: MemoryFileVersion,
  lines: readonly MemoryLine[],
): boolean {
  assert(file.text !== null || lines.length === 0, 'a file that is gone has no lines');
  const newest = newestMemoryFile(db, file.path);
  if (newest === null && file.text === null) return false;
  if (newest?.contentHash === file.contentHash && (newest.text === null) === (file.text === null))
    return false;
  const { rowId } = db.run(sql`
    INSERT INTO memory_file_versions (path, agent, content_hash, modified_ms, seen_at_ms, content)
    VALUES (${file.path}, ${file.agent}, ${file.contentHash},
      ${file.modifiedMs === null ? null : Math.trunc(file.modifiedMs)}, ${file.seenAtMs},
      ${file.text === null ? null : pack(file.text)})`);
  lines.forEach((line, position) => writeLine(db, rowId, position, line));
  return true;
}

export const newestMemoryFile = (db: ReadableDb, path: string): MemoryFileVersion | null =>
  db.first(
    sql`
      SELECT path, agent, content_hash, modified_ms, seen_at_ms, content
      FROM memory_file_versions
      WHERE path = ${path}
      ORDER BY id DESC
      LIMIT 1`,
    readFile,
  );

export const memoryFileHistory = (db: ReadableDb, path: string): readonly MemoryFileVersion[] =>
  db.all(
    sql`
      SELECT path, agent, content_hash, modified_ms, seen_at_ms, content
      FROM memory_file_versions
      WHERE path = ${path}
      ORDER BY id`,
    readFile,
  );

/** Every memory file that was there when it was last looked for. */
export const memoryFilePaths = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT v.path
      FROM memory_file_versions AS v
      WHERE v.content IS NOT NULL
        AND v.id = (SELECT MAX(n.id) FROM memory_file_versions AS n WHERE n.path = v.path)
      ORDER BY v.path`,
    (row) => text(row, 'path'),
  );

/** The lines of every memory file as it stands, by path and place. */
export const currentMemoryLines = (db: ReadableDb): readonly MemoryLine[] =>
  db.all(
    sql`
      SELECT l.path, l.agent, l.heading, l.start_byte, l.end_byte, l.line, l.line_text, l.scope, l.origin, l.at_ms
      FROM memory_file_versions AS v
      JOIN memory_lines AS l ON l.file_version = v.id
      WHERE v.id = (SELECT MAX(n.id) FROM memory_file_versions AS n WHERE n.path = v.path)
      ORDER BY v.path, l.position`,
    readLine,
  );

/** A night that looked at everything has judged each file as it stands in the store now. */
export const markFilesSeen = (db: WritableDb, night: NightId): void =>
  void db.run(sql`
    UPDATE nights
    SET files_seen = (SELECT MAX(id) FROM memory_file_versions)
    WHERE id = ${night}`);

/**
 * What each file said when a night last looked at it, by path: a file that is copied by day is not one that a night has
 * judged. A file that no night has seen is not there; one that was gone has no lines.
 */
export function linesOfNights(db: ReadableDb): ReadonlyMap<string, ReadonlySet<string>> {
  const rows = db.all(
    sql`
      SELECT v.path AS path, l.line_text AS said
      FROM memory_file_versions AS v
      LEFT JOIN memory_lines AS l ON l.file_version = v.id
      WHERE v.id = (SELECT MAX(n.id) FROM memory_file_versions AS n WHERE n.path = v.path
          AND n.id <= (SELECT MAX(files_seen) FROM nights))
      ORDER BY v.path, l.position`,
    (row) => ({ path: text(row, 'path'), said: textOrNull(row, 'said') }),
  );
  const byPath = new Map<string, Set<string>>();
  for (const { path, said } of rows) {
    const lines = byPath.get(path) ?? new Set<string>();
    if (said !== null) lines.add(said);
    byPath.set(path, lines);
  }
  return byPath;
}

export const countMemoryLines = (db: ReadableDb): number =>
  db.first(
    sql`
      SELECT COUNT(*) AS lines
      FROM memory_file_versions AS v
      JOIN memory_lines AS l ON l.file_version = v.id
      WHERE v.id = (SELECT MAX(n.id) FROM memory_file_versions AS n WHERE n.path = v.path)`,
    (row) => integer(row, 'lines'),
  ) ?? 0;

function writeLine(db: WritableDb, fileVersion: number, position: number, line: MemoryLine): void {
  const { text: lineText, place, scope, origin, atMs } = line;
  db.run(sql`
    INSERT INTO memory_lines (file_version, position, path, agent, heading, start_byte, end_byte, line, line_text,
      scope, origin, at_ms)
    VALUES (${fileVersion}, ${position}, ${place.path}, ${place.agent}, ${place.heading}, ${place.startByte},
      ${place.endByte}, ${place.line}, ${lineText}, ${scope}, ${origin},
      ${atMs === null ? null : Math.trunc(atMs)})`);
}

function readFile(row: Row): MemoryFileVersion {
  const content = bytesOrNull(row, 'content');
  return {
    path: text(row, 'path'),
    agent: oneOf(row, 'agent', localAgents),
    contentHash: text(row, 'content_hash'),
    modifiedMs: integerOrNull(row, 'modified_ms'),
    seenAtMs: timeMs(row, 'seen_at_ms'),
    text: content === null ? null : unpack(content),
  };
}

const readLine = (row: Row): MemoryLine => ({
  text: text(row, 'line_text'),
  place: {
    path: text(row, 'path'),
    agent: oneOf(row, 'agent', localAgents),
    heading: textOrNull(row, 'heading'),
    startByte: integer(row, 'start_byte'),
    endByte: integer(row, 'end_byte'),
    line: integer(row, 'line'),
  },
  scope: text(row, 'scope') as Scope,
  origin: oneOf(row, 'origin', origins),
  atMs: timeMsOrNull(row, 'at_ms'),
});
