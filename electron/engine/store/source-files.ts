// What was read of each source file and how far, so that nothing is read twice and nothing skipped is lost.
import type { AgentKind, ExportAgent, SkippedLine } from '../../../shared/transcript.ts';
import { agentKinds, exportAgents } from '../../../shared/transcript.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import { assert } from '../../../shared/result.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import { packSeldomRead, unpack } from './packing.ts';
import type { Row } from './rows.ts';
import { bytes, bytesOrNull, integer, oneOf, text, timeMs, timeMsOrNull } from './rows.ts';

export interface SourceFile {
  readonly path: string;
  readonly agent: AgentKind;
  /** In the words of the sources room ("transcript", "memory"). */
  readonly kind: string;
  /** As text: some file systems number beyond what a JavaScript number holds. */
  readonly device: string;
  readonly inode: string;
  readonly bytes: number;
  readonly modifiedMs: number;
  /** The byte after the last one that was read as a whole line. */
  readonly consumedTo: number;
  /** In hexadecimal digits. */
  readonly headHash: string;
  readonly tailHash: string;
  /** What the importer needs to go on; null for none. */
  readonly readerState: string | null;
  readonly lastReadMs: EpochMs;
}

export const sourceFile = (db: ReadableDb, path: string): SourceFile | null =>
  db.first(
    sql`
      SELECT path, agent, kind, device, inode, bytes, modified_ms, consumed_to, head_hash, tail_hash,
        reader_state, last_read_ms
      FROM source_files
      WHERE path = ${path}`,
    readSourceFile,
  );

export const sourceFiles = (db: ReadableDb): readonly SourceFile[] =>
  db.all(
    sql`
      SELECT path, agent, kind, device, inode, bytes, modified_ms, consumed_to, head_hash, tail_hash,
        reader_state, last_read_ms
      FROM source_files
      ORDER BY path`,
    readSourceFile,
  );

/** An export of chats with what came of it. */
export interface ExportRead {
  readonly path: string;
  readonly agent: ExportAgent;
  readonly bytes: number;
  readonly readAtMs: EpochMs;
  /** Chats that no earlier export had brought. */
  readonly chats: number;
  readonly newestMs: EpochMs | null;
}

export const exportsRead = (db: ReadableDb): readonly ExportRead[] =>
  db.all(
    sql`
      SELECT f.path, f.agent, f.bytes, f.last_read_ms, COUNT(*) AS chats, MAX(s.last_at_ms) AS newest_ms
      FROM source_files AS f
      JOIN sessions AS s ON s.source_path = f.path
      WHERE f.agent IN (SELECT value FROM json_each(${JSON.stringify(exportAgents)}))
        AND s.turns > 0
      GROUP BY f.path
      ORDER BY f.path`,
    (row) => ({
      path: text(row, 'path'),
      agent: oneOf(row, 'agent', exportAgents),
      bytes: integer(row, 'bytes'),
      readAtMs: timeMs(row, 'last_read_ms'),
      chats: integer(row, 'chats'),
      newestMs: timeMsOrNull(row, 'newest_ms'),
    }),
  );

/** What a file looked like when it was last read. */
export type SourceFileLook = Pick<SourceFile, 'device' | 'inode' | 'bytes' | 'modifiedMs'>;

/** Every file's look by its path, in one question: most of ten thousand files are what they were. */
export const sourceFileLooks = (db: ReadableDb): ReadonlyMap<string, SourceFileLook> =>
  new Map(
    db.all(
      sql`
        SELECT path, device, inode, bytes, modified_ms
        FROM source_files
        ORDER BY path`,
      (row) => [
        text(row, 'path'),
        {
          device: text(row, 'device'),
          inode: text(row, 'inode'),
          bytes: integer(row, 'bytes'),
          modifiedMs: integer(row, 'modified_ms'),
        },
      ],
    ),
  );

export const putSourceFile = (db: WritableDb, file: SourceFile): void =>
  void db.run(sql`
    INSERT INTO source_files (path, agent, kind, device, inode, bytes, modified_ms, consumed_to, head_hash,
      tail_hash, reader_state, last_read_ms)
    VALUES (${file.path}, ${file.agent}, ${file.kind}, ${file.device}, ${file.inode}, ${file.bytes},
      ${Math.trunc(file.modifiedMs)}, ${file.consumedTo}, ${fromHex(file.headHash)}, ${fromHex(file.tailHash)},
      ${file.readerState === null ? null : packSeldomRead(file.readerState)}, ${file.lastReadMs})
    ON CONFLICT (path) DO UPDATE SET
      agent = excluded.agent,
      kind = excluded.kind,
      device = excluded.device,
      inode = excluded.inode,
      bytes = excluded.bytes,
      modified_ms = excluded.modified_ms,
      consumed_to = excluded.consumed_to,
      head_hash = excluded.head_hash,
      tail_hash = excluded.tail_hash,
      reader_state = excluded.reader_state,
      last_read_ms = excluded.last_read_ms`);

/** The same file in another place of the disk, from a backup for instance: found whole once, it is not looked into again. */
export const renewLook = (
  db: WritableDb,
  path: string,
  look: Pick<SourceFileLook, 'device' | 'inode'>,
): void =>
  void db.run(sql`
    UPDATE source_files
    SET device = ${look.device},
      inode = ${look.inode}
    WHERE path = ${path}`);

/** Adds what was skipped in a part that was read further on. The same place twice is one place. */
export function addSkippedLines(db: WritableDb, path: string, lines: readonly SkippedLine[]): void {
  if (lines.length === 0) return;
  const file = numberOf(db, path);
  for (const line of lines) {
    db.run(sql`
      INSERT INTO skipped_lines (source_file, start_byte, end_byte, reason, detail)
      VALUES (${file}, ${line.startByte}, ${line.endByte}, ${line.reason}, ${line.detail})
      ON CONFLICT (source_file, start_byte, end_byte) DO UPDATE SET
        reason = excluded.reason,
        detail = excluded.detail`);
  }
}

/** For a file that was read whole again: what was noted of its earlier bytes is gone. */
export function replaceSkippedLines(db: WritableDb, path: string, lines: readonly SkippedLine[]): void {
  db.run(sql`DELETE FROM skipped_lines WHERE source_file = ${numberOf(db, path)}`);
  addSkippedLines(db, path, lines);
}

export const skippedLines = (db: ReadableDb, path: string): readonly SkippedLine[] =>
  db.all(
    sql`
      SELECT l.start_byte, l.end_byte, l.reason, l.detail
      FROM source_files AS f
      JOIN skipped_lines AS l ON l.source_file = f.id
      WHERE f.path = ${path}
      ORDER BY l.start_byte, l.end_byte`,
    readSkipped,
  );

export interface SkippedCount {
  readonly path: string;
  readonly reason: SkippedLine['reason'];
  readonly lines: number;
}

export const skippedCounts = (db: ReadableDb): readonly SkippedCount[] =>
  db.all(
    sql`
      SELECT f.path, l.reason, COUNT(*) AS lines
      FROM skipped_lines AS l
      JOIN source_files AS f ON f.id = l.source_file
      GROUP BY f.path, l.reason
      ORDER BY f.path, l.reason`,
    (row) => ({
      path: text(row, 'path'),
      reason: oneOf(row, 'reason', skipReasons),
      lines: integer(row, 'lines'),
    }),
  );

const skipReasons = [
  'not-json',
  'glued',
  'cut',
  'unknown-type',
  'too-long',
  'wrong-shape',
] as const satisfies readonly SkippedLine['reason'][];

function numberOf(db: ReadableDb, path: string): number {
  const id = db.first(sql`SELECT id FROM source_files WHERE path = ${path}`, (row) => integer(row, 'id'));
  assert(id !== null, `skipped lines of a file that was never put: ${path}`);
  return id;
}

// As digits a hash takes twice the room, and there are two for each file.
const fromHex = (hash: string): Uint8Array => Buffer.from(hash, 'hex');
const toHex = (hash: Uint8Array): string =>
  Buffer.from(hash.buffer, hash.byteOffset, hash.byteLength).toString('hex');

const readSkipped = (row: Row): SkippedLine => ({
  startByte: integer(row, 'start_byte'),
  endByte: integer(row, 'end_byte'),
  reason: oneOf(row, 'reason', skipReasons),
  detail: text(row, 'detail'),
});

function readSourceFile(row: Row): SourceFile {
  const state = bytesOrNull(row, 'reader_state');
  return {
    path: text(row, 'path'),
    agent: oneOf(row, 'agent', agentKinds),
    kind: text(row, 'kind'),
    device: text(row, 'device'),
    inode: text(row, 'inode'),
    bytes: integer(row, 'bytes'),
    modifiedMs: integer(row, 'modified_ms'),
    consumedTo: integer(row, 'consumed_to'),
    headHash: toHex(bytes(row, 'head_hash')),
    tailHash: toHex(bytes(row, 'tail_hash')),
    readerState: state === null ? null : unpack(state),
    lastReadMs: timeMs(row, 'last_read_ms'),
  };
}
