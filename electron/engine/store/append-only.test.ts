import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { WritableDb } from './db.ts';
import { sql } from './db.ts';
import { appendVersion } from './memory.ts';
import { putMemoryFile } from './memory-files.ts';
import { putProposal } from './proposals.ts';
import { integer, text } from './rows.ts';
import {
  firstNight,
  fromFile,
  madeUpChange,
  madeUpEntry,
  madeUpTranscript,
  madeUpTurn,
} from './testing/made-up.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

// A column of each history table that an UPDATE can name.
const histories = {
  turn_blocks: 'content',
  turns: 'ordinal',
  turn_keys: 'turn',
  memory_file_versions: 'path',
  memory_lines: 'line_text',
  changes: 'night',
  change_events: 'at_ms',
  memory_versions: 'reason',
  memory_entries: 'content',
} as const;

function filled(): WritableDb {
  const { db } = openTempStore();
  appendTranscript(db, madeUpTranscript('s', [madeUpTurn('k', 0)]), fromFile('/a'));
  const line = {
    text: 'a line',
    place: { path: '/m', agent: 'codex', heading: null, startByte: 0, endByte: 6, line: 1 },
    scope: 'global',
    origin: 'file',
    atMs: null,
  } as const;
  putMemoryFile(
    db,
    { path: '/m', agent: 'codex', contentHash: 'h', modifiedMs: 1, seenAtMs: noonMs, text: 'a line' },
    [line],
  );
  putProposal(db, { nightId: firstNight, base: versionNumber(0), changes: [madeUpChange('tea')] }, noonMs);
  const entry = madeUpEntry('tea');
  appendVersion(
    db,
    {
      number: versionNumber(1),
      parent: null,
      author: 'you',
      reason: 'first',
      nightId: null,
      changeIds: [],
      createdAtMs: epochMs(1),
      active: 1,
      added: 1,
      closed: 0,
    },
    [{ id: entry.id, entry }],
  );
  return db;
}

describe('every table of what happened', () => {
  it('has both of its doors shut, also those of later migrations', () => {
    const { db } = openTempStore();
    const shut = db.all(
      sql`
        SELECT tbl_name AS name, COUNT(*) AS doors
        FROM sqlite_schema
        WHERE type = 'trigger' AND sql LIKE '%WHEN NOT EXISTS (SELECT 1 FROM forgetting)%append-only%'
        GROUP BY tbl_name
        ORDER BY tbl_name`,
      (row) => [text(row, 'name'), integer(row, 'doors')] as const,
    );
    expect(shut).toEqual(
      Object.keys(histories)
        .concat(
          'feedback',
          'entry_pins',
          'version_rollbacks',
          'file_applies',
          'file_writes',
          'file_apply_ends',
          'api_memory_versions',
          'servings',
          'serving_entries',
          'entry_feedback',
          'adopted_weights',
        )
        .concat(
          'model_calls',
          'model_call_ends',
          'model_sent',
          'model_answers',
          'model_questions',
          'set_aside_rulings',
          'expired_changes',
          'discards',
          'file_placings',
          'file_choices',
        )
        .concat('forgettings', 'forgetting_certificates', 'tombstones', 'redactions', 'lost_support')
        .toSorted()
        .map((name) => [name, 2]),
    );
  });
});

describe.each(Object.entries(histories))('the history in %s', (table, column) => {
  const rows = (db: WritableDb): number =>
    db.first({ ...sql``, text: `SELECT COUNT(*) AS rows FROM ${table}` }, (row) => integer(row, 'rows')) ?? 0;

  it('refuses to be changed, deleted or replaced', () => {
    const db = filled();
    expect(rows(db)).toBe(1);
    expect(() => db.script(`UPDATE ${table} SET ${column} = ${column}`)).toThrow(/append-only/);
    expect(() => db.script(`DELETE FROM ${table}`)).toThrow(/append-only/);
    expect(() => db.script(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table}`)).toThrow(/append-only/);
    expect(rows(db)).toBe(1);
  });

  it('opens for forgetting', () => {
    const db = filled();
    db.script('PRAGMA foreign_keys = OFF');
    db.script('INSERT INTO forgetting (id, since_ms) VALUES (1, 1)');
    db.script(`DELETE FROM ${table}`);
    expect(rows(db)).toBe(0);
  });
});
