import { describe, expect, it } from 'vitest';
import type { WritableDb } from './db.ts';
import { searchTurns } from './search.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { openTempStore } from './testing/temp-store.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { appendTranscript } from './transcripts.ts';

function storeOf(texts: Readonly<Record<string, string | Partial<Turn>>>): WritableDb {
  const { db } = openTempStore();
  Object.entries(texts).forEach(([name, turn]) => {
    const more = typeof turn === 'string' ? { text: turn } : turn;
    appendTranscript(db, madeUpTranscript(name, [madeUpTurn(name, 0, more)]), fromFile(name));
  });
  return db;
}
const found = (db: WritableDb, query: string): readonly string[] =>
  searchTurns(db, query, 10).map(({ turn }) => turn.key);

describe('searching turns', () => {
  it('finds those that hold every word, the better ones first', () => {
    const db = storeOf({
      once: 'The kettle stands in the kitchen, next to the sink and the window and the old lamp.',
      twice: 'A kettle is a kettle in every kitchen.',
      half: 'The kitchen is closed.',
    });
    expect(found(db, 'kettle kitchen')).toEqual(['twice', 'once']);
  });

  it('falls back to any of the words', () => {
    const db = storeOf({ a: 'Use pnpm here.', b: 'Use yarn there.' });
    expect(found(db, 'pnpm or a saxophone')).toEqual(['a']);
  });

  it('does not mind capitals and accents', () => {
    const db = storeOf({ a: 'Das Café in Zürich' });
    expect(found(db, 'CAFE zurich')).toEqual(['a']);
    expect(found(db, 'cafe\u0301')).toEqual(['a']);
  });

  it('finds Chinese, Japanese and Thai inside longer runs', () => {
    const db = storeOf({
      chinese: '请始终使用制表符缩进',
      japanese: 'テストはいつも日本語で書いてください',
      thai: 'ใช้แท็บเสมอ',
      hindi: 'हमेशा टैब का प्रयोग करें',
    });
    expect(found(db, '制表符')).toEqual(['chinese']);
    expect(found(db, '日本語')).toEqual(['japanese']);
    expect(found(db, '語')).toEqual(['japanese']);
    expect(found(db, '进')).toEqual(['chinese']);
    expect(found(db, 'แท็บ')).toEqual(['thai']);
    expect(found(db, 'प्रयोग')).toEqual(['hindi']);
  });

  it('looks at the beginning of what tools printed, and not at what was injected', () => {
    const db = storeOf({
      head: { kind: 'result', origin: 'tool', text: `ENOENT ${'x '.repeat(2000)} farther` },
      reminder: {
        origin: 'injected',
        text: 'yes hidden',
        spans: [
          { origin: 'person', start: 0, end: 4 },
          { origin: 'injected', start: 4, end: 10 },
        ],
      },
      thought: { kind: 'thinking', origin: 'agent', text: 'pondering' },
    });
    expect(found(db, 'enoent')).toEqual(['head']);
    expect(found(db, 'farther')).toEqual([]);
    expect(found(db, 'yes')).toEqual(['reminder']);
    expect(found(db, 'hidden')).toEqual([]);
    expect(found(db, 'pondering')).toEqual([]);
  });

  it('takes any query, however odd', () => {
    const db = storeOf({ a: 'AND OR NOT NEAR "quoted" *' });
    for (const query of ['', '  ', '"', '*', 'a AND', 'NEAR(', '-x', "'; --", '🦊', '^', 'words:']) {
      expect(Array.isArray(found(db, query))).toBe(true);
    }
    expect(found(db, '"quoted" AND')).toEqual(['a']);
  });

  it('names the session that owns a shared turn', () => {
    const { db } = openTempStore();
    const shared = madeUpTurn('k', 0, { text: 'the lantern' });
    appendTranscript(db, madeUpTranscript('fork', [shared], { parentNativeId: 'root' }), fromFile('/f'));
    appendTranscript(db, madeUpTranscript('root', [shared]), fromFile('/r'));
    expect(searchTurns(db, 'lantern', 5).map((one) => one.session)).toEqual(['claude-code:root']);
  });
});
