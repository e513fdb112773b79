import { beforeEach, describe, expect, it } from 'vitest';
import { sessionId, versionNumber } from '../../../shared/ids.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { entryAt } from './memory.ts';
import { currentMemoryLines, newestMemoryFile } from './memory-files.ts';
import { newestNight, nightsOn } from './nights.ts';
import { changeById, changeIdsFrom } from './proposals.ts';
import { indexedWordsFrom, turnsMatching } from './search.ts';
import { sessionById, sessionsToDream } from './sessions.ts';
import { sessionsWithoutSignals, signalsOf } from './signals.ts';
import { skippedLines, sourceFile } from './source-files.ts';
import { fromFile, madeUpChangeId, madeUpEntryId, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { planOf } from './testing/query-plan.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';
import { turnsAround, turnsOfSession } from './turns.ts';

const lantern = sessionId('claude-code', 'lantern');
const hot: Readonly<Record<string, (db: ReadableDb) => unknown>> = {
  sessionById: (db) => sessionById(db, lantern),
  turnsOfSession: (db) => [...turnsOfSession(db, lantern)],
  turnsAround: (db) => turnsAround(db, lantern, 3, 2),
  signalsOf: (db) => signalsOf(db, lantern, 1),
  sourceFile: (db) => sourceFile(db, '/a'),
  skippedLines: (db) => skippedLines(db, '/a'),
  newestMemoryFile: (db) => newestMemoryFile(db, '/a'),
  newestNight: (db) => newestNight(db),
  nightsOn: (db) => nightsOn(db, '2025-10-01'),
  changeById: (db) => changeById(db, madeUpChangeId('tea')),
  changeIdsFrom: (db) => changeIdsFrom(db, 'chg_0', 2),
  entryAt: (db) => entryAt(db, madeUpEntryId('tea'), versionNumber(3)),
};

let db: WritableDb;
beforeEach(() => {
  const store = openTempStore();
  const turns = Array.from({ length: 20 }, (_, index) => madeUpTurn(`k${index}`, index));
  appendTranscript(store.db, madeUpTranscript('lantern', turns), fromFile('/a'));
  db = store.db;
});

describe('the plans of hot questions', () => {
  it.each(Object.entries(hot))('%s walks no whole table', (_, ask) => {
    const plan = planOf(db, ask);
    expect(plan.length).toBeGreaterThan(0);
    // "SCAN … USING INDEX … LIMIT 1" walks an index in order and stops at once.
    const scans = plan.filter(
      (step) => step.startsWith('SCAN') && !step.includes('USING INDEX nights_by_time'),
    );
    expect(scans).toEqual([]);
  });

  it('adding turns, known or new, walks no whole table', () => {
    const turns = [madeUpTurn('k1', 1), madeUpTurn('new', 1)];
    const plan = planOf(db, (writable) =>
      appendTranscript(writable, madeUpTranscript('fork', turns), fromFile('/b')),
    );
    expect(plan.some((step) => step.startsWith('SEARCH k USING INTEGER PRIMARY KEY'))).toBe(true);
    const scans = plan.filter((step) => step.startsWith('SCAN') && step !== 'SCAN CONSTANT ROW');
    // AUTOINCREMENT's table has one row for each table that counts.
    expect(scans.filter((step) => step !== 'SCAN sqlite_sequence')).toEqual([]);
  });

  it('sessions come in their order from the index, without sorting', () => {
    const plan = planOf(db, (readable) => sessionsToDream(readable, { sessionsMax: 5, sinceMs: null }));
    expect(plan.filter((step) => step.includes('sessions_by_time'))).toHaveLength(1);
    expect(plan.some((step) => step.includes('TEMP B-TREE'))).toBe(false);
    const unread = planOf(db, (readable) => sessionsWithoutSignals(readable, 1));
    expect(unread.some((step) => step.includes('TEMP B-TREE'))).toBe(false);
  });

  it('searching begins at the word index and goes to each turn by its id', () => {
    const weights = { person: 1, agent: 1, tool: 1, newest: 0, halfMs: 1, nowMs: noonMs };
    const filter = { agent: null, project: null, sinceMs: null };
    const plan = planOf(db, (readable) => turnsMatching(readable, '"words"', { filter, weights, limit: 5 }));
    expect(plan.some((step) => step.includes('turn_words VIRTUAL TABLE INDEX'))).toBe(true);
    expect(plan.some((step) => step.includes('SEARCH t USING INTEGER PRIMARY KEY'))).toBe(true);
  });

  it('looking for words that begin alike reads that part of the vocabulary alone', () => {
    const plan = planOf(db, (readable) => indexedWordsFrom(readable, 'wor', 5));
    // fts5vocab's own way of saying that both ends of the range are used.
    expect(plan.join()).toMatch(/turn_vocabulary VIRTUAL TABLE INDEX (?!0:)\d+:/u);
  });

  it('the newest state of each memory file is found by its path', () => {
    const plan = planOf(db, (readable) => currentMemoryLines(readable));
    expect(plan.some((step) => step.includes('memory_file_versions_by_path'))).toBe(true);
  });
});
