import { describe, expect, it } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { inTransaction, sql } from './db.ts';
import { putMemoryFile } from './memory-files.ts';
import { putSourceFile } from './source-files.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { everyStoredText, placesOf } from './testing/stored-text.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

describe('reading every stored text', () => {
  it('finds a planted word wherever it lies, compressed or not, in the store that is open', () => {
    const { db, dataFolder } = openTempStore();
    const around = 'quiet words around it '.repeat(200);
    const turns = [
      madeUpTurn('a', 0, { text: `${around} thrushnightingale ${around}` }),
      madeUpTurn('b', 1, { kind: 'thinking', text: `${around} oystercatcher` }),
    ];
    inTransaction(db, () => ok(appendTranscript(db, madeUpTranscript('s', turns), fromFile('/a/goldcrest'))));
    putMemoryFile(
      db,
      {
        path: '/m',
        agent: 'codex',
        contentHash: '1',
        modifiedMs: 1,
        seenAtMs: noonMs,
        text: `${around} bluethroat`,
      },
      [],
    );
    putSourceFile(db, {
      path: '/a',
      agent: 'codex',
      kind: 'transcript',
      device: '1',
      inode: '1',
      bytes: 1,
      modifiedMs: 1,
      consumedTo: 1,
      headHash: '',
      tailHash: '',
      readerState: `${around} wheatear`,
      lastReadMs: noonMs,
    });
    expect(placesOf(dataFolder, 'thrushnightingale')).toEqual(
      expect.arrayContaining(['slowwave.db: turn_blocks.content', 'slowwave.db: turn_vocabulary.term']),
    );
    expect(placesOf(dataFolder, 'oystercatcher')).toContain('slowwave.db: turn_blocks.content');
    expect(placesOf(dataFolder, 'goldcrest')).toContain('slowwave.db: sessions.source_path');
    expect(placesOf(dataFolder, 'bluethroat')).toContain('slowwave.db: memory_file_versions.content');
    expect(placesOf(dataFolder, 'wheatear')).toContain('slowwave.db: source_files.reader_state');
    expect(placesOf(dataFolder, 'nowhere at all')).toEqual([]);
  });

  it('sees what was deleted but not overwritten, and finds nothing after a secure delete', () => {
    const { db, dataFolder, close } = openTempStore();
    db.script('CREATE TABLE said (word TEXT NOT NULL) STRICT');
    db.script(`INSERT INTO said (word) VALUES ('${'corncrake '.repeat(3)}')`);
    db.script('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(placesOf(dataFolder, 'corncrake')).toContain('slowwave.db: raw bytes');
    db.script('DELETE FROM said');
    db.script('PRAGMA wal_checkpoint(TRUNCATE)');
    expect(placesOf(dataFolder, 'corncrake')).toEqual([]);
    close();
  });

  it('finds no word in the index after it was taken out with the words that went in', () => {
    const { db, dataFolder } = openTempStore();
    const turn = madeUpTurn('a', 0, { text: 'a corncrake calls' });
    appendTranscript(db, madeUpTranscript('s', [turn]), fromFile('/a'));
    db.run(sql`INSERT INTO turn_words (turn_words, rowid, words) VALUES ('delete', 1, ${turn.text})`);
    const places = [...everyStoredText(dataFolder)]
      .filter((one) => one.text.includes('corncrake'))
      .map((one) => one.place);
    expect(
      places.filter((place) => place.includes('turn_words') || place.includes('turn_vocabulary')),
    ).toEqual([]);
  });
});
