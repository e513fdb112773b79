// The journal of what we write into agents' files: an apply is written down, with all bytes before and after, before the
// first file is touched. One that has no end was interrupted; whoever starts next finishes it or takes it back.
import type { ChangeId, EntryId, EpochMs } from '../../../shared/ids.ts';
import { asEntryId } from '../../../shared/ids.ts';
import type { LocalAgent } from '../../../shared/transcript.ts';
import { localAgents } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { sql } from './db.ts';
import type { Row } from './rows.ts';
import { integer, integerOrNull, oneOf, text, textOrNull, timeMs } from './rows.ts';
import type { Address } from './sealing.ts';
import { asAddress } from './sealing.ts';
import type { FileOwner } from './snapshots.ts';
import { fileOwners } from './snapshots.ts';

export interface JournalWrite {
  /** As people see it: below the home folder where it lies there. */
  readonly path: string;
  /** Where its bytes lie once links are followed, seen the same way. */
  readonly realPath: string;
  readonly agent: FileOwner;
  /** Null: there was no file. */
  readonly before: Address | null;
  /** Null: there is none afterwards. */
  readonly after: Address | null;
  /** The file's rights before; null for a new file. */
  readonly mode: number | null;
  /** Of the file that stands beside it while it is being written. */
  readonly temporaryName: string;
  /** It had been edited since the plan was made, and both changes went together. */
  readonly rebased: boolean;
  readonly changeIds: readonly ChangeId[];
  readonly entryIds: readonly EntryId[];
  /** Changes whose lines it gave back, because they went out of our record. */
  readonly takenBackIds: readonly ChangeId[];
}

export interface ApplyHead {
  readonly number: number;
  readonly reason: string;
  readonly undoes: number | null;
  readonly begunAtMs: EpochMs;
}

export interface ApplyEnd {
  readonly outcome: 'done' | 'undone';
  /** It was brought to its end after an interruption. */
  readonly recovered: boolean;
  /** Positions of files that were left as others had changed them meanwhile. */
  readonly skipped: readonly number[];
  readonly atMs: EpochMs;
}

export interface JournalApply extends ApplyHead {
  readonly writes: readonly JournalWrite[];
  /** Null while it is under way, and after an interruption. */
  readonly end: ApplyEnd | null;
}

/**
 * Makes what is stored meanwhile outlive a power cut: with the store's usual NORMAL the newest transactions may be lost,
 * and then files would stand changed without a journal that says so. Outside of transactions only.
 */
export function durably<T>(db: WritableDb, work: () => T): T {
  db.script('PRAGMA synchronous = FULL');
  try {
    return work();
  } finally {
    db.script('PRAGMA synchronous = NORMAL');
  }
}

/** Within the caller's transaction. Gives the apply's number. */
export function beginApply(
  db: WritableDb,
  head: Omit<ApplyHead, 'number'>,
  writes: (number: number) => readonly JournalWrite[],
): number {
  const { rowId: number } = db.run(sql`
    INSERT INTO file_applies (reason, undoes, begun_at_ms)
    VALUES (${head.reason}, ${head.undoes}, ${head.begunAtMs})`);
  writes(number).forEach((write, position) =>
    db.run(sql`
      INSERT INTO file_writes (apply, position, path, real_path, agent, before_address, after_address, mode,
        temporary_name, rebased, change_ids_json, entry_ids_json, taken_back_json)
      VALUES (${number}, ${position}, ${write.path}, ${write.realPath}, ${write.agent}, ${write.before},
        ${write.after}, ${write.mode}, ${write.temporaryName}, ${write.rebased ? 1 : 0},
        ${JSON.stringify(write.changeIds)}, ${JSON.stringify(write.entryIds)},
        ${JSON.stringify(write.takenBackIds)})`),
  );
  return number;
}

export const endApply = (db: WritableDb, number: number, end: ApplyEnd): void =>
  void db.run(sql`
    INSERT INTO file_apply_ends (apply, outcome, recovered, skipped_json, at_ms)
    VALUES (${number}, ${end.outcome}, ${end.recovered ? 1 : 0}, ${JSON.stringify(end.skipped)}, ${end.atMs})`);

export const interruptedApplies = (db: ReadableDb): readonly JournalApply[] =>
  db
    .all(
      sql`
        SELECT a.number
        FROM file_applies AS a
        WHERE NOT EXISTS (SELECT 1 FROM file_apply_ends AS e WHERE e.apply = a.number)
        ORDER BY a.number`,
      (row) => integer(row, 'number'),
    )
    .flatMap((number) => applyByNumber(db, number) ?? []);

export function applyByNumber(db: ReadableDb, number: number): JournalApply | null {
  const head = db.first(
    sql`
      SELECT number, reason, undoes, begun_at_ms
      FROM file_applies
      WHERE number = ${number}`,
    readHead,
  );
  if (head === null) return null;
  const writes = db.all(
    sql`
      SELECT path, real_path, agent, before_address, after_address, mode, temporary_name, rebased, change_ids_json,
        entry_ids_json, taken_back_json
      FROM file_writes
      WHERE apply = ${number}
      ORDER BY position`,
    readWrite,
  );
  return { ...head, writes, end: endOf(db, number) };
}

/** Newest first. */
export const applyNumbers = (db: ReadableDb, limit: number): readonly number[] =>
  db.all(
    sql`
      SELECT number
      FROM file_applies
      ORDER BY number DESC
      LIMIT ${limit}`,
    (row) => integer(row, 'number'),
  );

/** What we last wrote into a file; null for a file that we never wrote. */
export const lastWriteOf = (db: ReadableDb, path: string): JournalWrite | null =>
  db.first(
    sql`
      SELECT w.path, w.real_path, w.agent, w.before_address, w.after_address, w.mode, w.temporary_name, w.rebased,
        w.change_ids_json, w.entry_ids_json, w.taken_back_json
      FROM file_writes AS w
      JOIN file_apply_ends AS e ON e.apply = w.apply
      WHERE w.path = ${path}
        AND e.outcome = 'done'
        AND w.position NOT IN (SELECT value FROM json_each(e.skipped_json))
      ORDER BY w.apply DESC
      LIMIT 1`,
    readWrite,
  );

/**
 * Changes whose lines stand in a file by us, each with the write that brought it there. Undoing an apply takes out what
 * it brought and brings what it had taken out; an undo can be undone as well.
 */
export function changesInFile(db: ReadableDb, path: string): ReadonlyMap<ChangeId, JournalWrite> {
  const effects = new Map<
    number,
    { readonly came: readonly ChangeId[]; readonly went: readonly ChangeId[] }
  >();
  const brought = new Map<ChangeId, JournalWrite>();
  const standing = new Set<ChangeId>();
  for (const { apply, undoes, write } of doneWrites(db, path)) {
    const undone = undoes === null ? undefined : effects.get(undoes);
    const came = undoes === null ? write.changeIds : (undone?.went ?? []);
    const went = undoes === null ? write.takenBackIds : (undone?.came ?? []);
    effects.set(apply, { came, went });
    if (undoes === null) for (const id of came) brought.set(id, write);
    for (const id of went) standing.delete(id);
    for (const id of came) standing.add(id);
  }
  return new Map([...brought].filter(([id]) => standing.has(id)));
}

const doneWrites = (
  db: ReadableDb,
  path: string,
): readonly { readonly apply: number; readonly undoes: number | null; readonly write: JournalWrite }[] =>
  db.all(
    sql`
      SELECT w.path, w.real_path, w.agent, w.before_address, w.after_address, w.mode, w.temporary_name, w.rebased,
        w.change_ids_json, w.entry_ids_json, w.taken_back_json, w.apply, a.undoes
      FROM file_writes AS w
      JOIN file_applies AS a ON a.number = w.apply
      JOIN file_apply_ends AS e ON e.apply = w.apply
      WHERE w.path = ${path}
        AND e.outcome = 'done'
        AND w.position NOT IN (SELECT value FROM json_each(e.skipped_json))
      ORDER BY w.apply, w.position`,
    (row) => ({
      apply: integer(row, 'apply'),
      undoes: integerOrNull(row, 'undoes'),
      write: readWrite(row),
    }),
  );

/** Everything that we ever did to one file, oldest first, without what was skipped or never finished. */
export const deedsOf = (
  db: ReadableDb,
  path: string,
): readonly (Omit<ApplyHead, 'number'> & { readonly apply: number; readonly write: JournalWrite })[] =>
  doneWrites(db, path).flatMap(({ apply, undoes, write }) => {
    const head = db.first(
      sql`SELECT number, reason, undoes, begun_at_ms FROM file_applies WHERE number = ${apply}`,
      readHead,
    );
    return head === null ? [] : [{ apply, undoes, write, reason: head.reason, begunAtMs: head.begunAtMs }];
  });

/** Every file that we ever wrote, by path. */
export const writtenPaths = (db: ReadableDb): readonly string[] =>
  db.all(
    sql`
      SELECT DISTINCT path
      FROM file_writes
      ORDER BY path`,
    (row) => text(row, 'path'),
  );

/** The file was not there before we wrote it, the last time that it came. */
export const isMadeByUs = (db: ReadableDb, path: string): boolean => {
  const made = doneWrites(db, path).findLast(({ write }) => write.before === null || write.after === null);
  return made !== undefined && made.undoes === null && made.write.before === null;
};

export const putServedLine = (
  db: WritableDb,
  line: { readonly hash: string; readonly entry: string; readonly atMs: EpochMs },
): void =>
  void db.run(sql`
    INSERT INTO served_lines (line_hash, entry, first_at_ms)
    VALUES (${line.hash}, ${line.entry}, ${line.atMs})
    ON CONFLICT (line_hash) DO NOTHING`);

/** For a person's wish to forget an entry. */
export const forgetServedLines = (db: WritableDb, entry: string): void =>
  void db.run(sql`
    DELETE FROM served_lines
    WHERE entry = ${entry}`);

/** When each line was served first, by its hash. */
export const servedSinceMs = (db: ReadableDb): ReadonlyMap<string, number> =>
  new Map(
    db.all(
      sql`
        SELECT line_hash, first_at_ms
        FROM served_lines
        ORDER BY line_hash`,
      (row) => [text(row, 'line_hash'), integer(row, 'first_at_ms')] as const,
    ),
  );

export const servedLineHashes = (db: ReadableDb): ReadonlySet<string> =>
  new Set(
    db.all(
      sql`
        SELECT line_hash
        FROM served_lines
        ORDER BY line_hash`,
      (row) => text(row, 'line_hash'),
    ),
  );

export const writingModes = ['review', 'auto-duplicates', 'auto-with-undo', 'off'] as const;
/**
 * review           what a person approved, and nothing else (the default)
 * auto-duplicates  exact duplicates go by themselves        auto-with-undo  so does whatever no flag holds back
 * off              nothing is written, approved or not
 */
export type WritingMode = (typeof writingModes)[number];

export interface AgentWriting {
  readonly agent: LocalAgent;
  readonly mode: WritingMode;
  /** Null: the usual budget. */
  readonly budgetTokens: number | null;
}

/** Every agent; those that nobody set wait for review. */
export function agentWriting(db: ReadableDb): readonly AgentWriting[] {
  const set = db.all(
    sql`
      SELECT agent, mode, budget_tokens
      FROM agent_writing
      ORDER BY agent`,
    (row): AgentWriting => ({
      agent: oneOf(row, 'agent', localAgents),
      mode: oneOf(row, 'mode', writingModes),
      budgetTokens: integerOrNull(row, 'budget_tokens'),
    }),
  );
  return localAgents.map(
    (agent) => set.find((one) => one.agent === agent) ?? { agent, mode: 'review', budgetTokens: null },
  );
}

export const setAgentWriting = (db: WritableDb, writing: AgentWriting, atMs: EpochMs): void =>
  void db.run(sql`
    INSERT INTO agent_writing (agent, mode, budget_tokens, set_at_ms)
    VALUES (${writing.agent}, ${writing.mode}, ${writing.budgetTokens}, ${atMs})
    ON CONFLICT (agent) DO UPDATE SET
      mode = excluded.mode,
      budget_tokens = excluded.budget_tokens,
      set_at_ms = excluded.set_at_ms`);

const endOf = (db: ReadableDb, number: number): ApplyEnd | null =>
  db.first(
    sql`
      SELECT outcome, recovered, skipped_json, at_ms
      FROM file_apply_ends
      WHERE apply = ${number}`,
    (row) => ({
      outcome: oneOf(row, 'outcome', ['done', 'undone']),
      recovered: integer(row, 'recovered') === 1,
      skipped: JSON.parse(text(row, 'skipped_json')) as readonly number[],
      atMs: timeMs(row, 'at_ms'),
    }),
  );

const readHead = (row: Row): ApplyHead => ({
  number: integer(row, 'number'),
  reason: text(row, 'reason'),
  undoes: integerOrNull(row, 'undoes'),
  begunAtMs: timeMs(row, 'begun_at_ms'),
});

const addressOrNull = (row: Row, column: string): Address | null => {
  const found = textOrNull(row, column);
  return found === null ? null : asAddress(found);
};

const readWrite = (row: Row): JournalWrite => ({
  path: text(row, 'path'),
  realPath: text(row, 'real_path'),
  agent: oneOf(row, 'agent', fileOwners),
  before: addressOrNull(row, 'before_address'),
  after: addressOrNull(row, 'after_address'),
  mode: integerOrNull(row, 'mode'),
  temporaryName: text(row, 'temporary_name'),
  rebased: integer(row, 'rebased') === 1,
  changeIds: JSON.parse(text(row, 'change_ids_json')) as readonly ChangeId[],
  entryIds: JSON.parse(text(row, 'entry_ids_json')) as readonly EntryId[],
  takenBackIds: JSON.parse(text(row, 'taken_back_json')) as readonly ChangeId[],
});

/** What our block in a file held after a write. */
export interface BlockWrite {
  readonly apply: number;
  readonly undoes: number | null;
  readonly path: string;
  readonly agent: FileOwner;
  readonly entryIds: readonly EntryId[];
  readonly atMs: EpochMs;
}

/** Every write that was done, oldest first. */
export const blockWrites = (db: ReadableDb): readonly BlockWrite[] =>
  db.all(
    sql`
      SELECT w.apply, a.undoes, w.path, w.agent, w.entry_ids_json, e.at_ms
      FROM file_writes AS w
      JOIN file_applies AS a ON a.number = w.apply
      JOIN file_apply_ends AS e ON e.apply = w.apply
      WHERE e.outcome = 'done'
        AND w.position NOT IN (SELECT value FROM json_each(e.skipped_json))
      ORDER BY w.apply, w.position`,
    (row): BlockWrite => ({
      apply: integer(row, 'apply'),
      undoes: integerOrNull(row, 'undoes'),
      path: text(row, 'path'),
      agent: oneOf(row, 'agent', fileOwners),
      entryIds: JSON.parse(text(row, 'entry_ids_json')) as readonly EntryId[],
      atMs: timeMs(row, 'at_ms'),
    }),
  );

/** Of every line that was ever served: the entry that it was, by the line's hash. */
export const servedEntries = (db: ReadableDb): ReadonlyMap<string, EntryId> =>
  new Map(
    db.all(
      sql`
        SELECT line_hash, entry
        FROM served_lines
        ORDER BY line_hash`,
      (row) => [text(row, 'line_hash'), asEntryId(text(row, 'entry'))] as const,
    ),
  );
