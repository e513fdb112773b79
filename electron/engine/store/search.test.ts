import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import type { WritableDb } from './db.ts';
import type { SearchFilter, TurnWeights } from './search.ts';
import {
  indexedWord,
  indexedWordsFrom,
  searchedStore,
  turnIdsMatching,
  turnsMatching,
  turnsOf,
} from './search.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

function storeOf(texts: Readonly<Record<string, string | Partial<Turn>>>): WritableDb {
  const { db } = openTempStore();
  Object.entries(texts).forEach(([name, turn]) => {
    const more = typeof turn === 'string' ? { text: turn } : turn;
    appendTranscript(db, madeUpTranscript(name, [madeUpTurn(name, 0, more)]), fromFile(name));
  });
  return db;
}

const everything: SearchFilter = { agent: null, project: null, sinceMs: null };
const weights: TurnWeights = {
  person: 1,
  agent: 0.6,
  tool: 0.4,
  newest: 0.5,
  halfMs: 86_400_000,
  nowMs: noonMs,
};
const matching = (db: WritableDb, match: string, filter: Partial<SearchFilter> = {}): readonly string[] =>
  turnsMatching(db, match, { filter: { ...everything, ...filter }, weights, limit: 10 }).map(
    ({ turn }) => turn.key,
  );

describe('the turns that match', () => {
  it('come with a person before an agent before a tool', () => {
    const text = 'the kettle';
    const db = storeOf({
      printed: { text, kind: 'result', origin: 'tool' },
      answered: { text, origin: 'agent' },
      typed: { text },
    });
    expect(matching(db, '"kettle"')).toEqual(['typed', 'answered', 'printed']);
  });

  it('come with the newer and the shorter first', () => {
    const db = storeOf({
      old: { text: 'the kettle', atMs: epochMs(noonMs - 90 * 86_400_000) },
      long: { text: `the kettle ${'and so on '.repeat(300)}`, atMs: noonMs },
      good: { text: 'the kettle', atMs: noonMs },
    });
    expect(matching(db, '"kettle"')).toEqual(['good', 'old', 'long']);
  });

  it('can be those of one project, of one agent, since one day', () => {
    const { db } = openTempStore();
    const days = { today: noonMs, before: epochMs(noonMs - 86_400_000) };
    for (const [name, atMs] of Object.entries(days)) {
      const turn = madeUpTurn(name, 0, { text: 'the kettle', atMs });
      const head = { project: name === 'today' ? 'lantern' : 'kiosk' };
      appendTranscript(db, madeUpTranscript(name, [turn], head), fromFile(name));
    }
    expect(matching(db, '"kettle"', { project: 'Lantern' })).toEqual(['today']);
    expect(matching(db, '"kettle"', { sinceMs: noonMs })).toEqual(['today']);
    expect(matching(db, '"kettle"', { agent: 'codex' })).toEqual([]);
    expect(matching(db, '"kettle"', { agent: 'claude-code' })).toHaveLength(2);
  });

  it('name the session that owns a shared turn, also where they are known by their ids', () => {
    const { db } = openTempStore();
    const shared = madeUpTurn('k', 0, { text: 'the lantern' });
    appendTranscript(db, madeUpTranscript('fork', [shared], { parentNativeId: 'root' }), fromFile('/f'));
    appendTranscript(db, madeUpTranscript('root', [shared]), fromFile('/r'));
    const by = { filter: everything, weights, limit: 5 };
    expect(turnsMatching(db, '"lantern"', by).map((one) => one.session)).toEqual(['claude-code:root']);
    const ids = turnIdsMatching(db, '"lantern"', 5).map((id): [number, number] => [id, 1]);
    expect(turnsOf(db, ids, by).map((one) => one.session)).toEqual(['claude-code:root']);
  });
});

describe('what is indexed', () => {
  it('is what people and agents said, what tools printed first, what was run and on what', () => {
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
      call: {
        kind: 'call',
        origin: 'agent',
        text: '{"raw":"json"}',
        use: {
          callId: 'c',
          tool: 'shell',
          name: 'Bash',
          command: 'npx prisma generate',
          target: 'src/api/orders.ts',
        },
      },
    });
    expect(matching(db, '"enoent"')).toEqual(['head']);
    expect(matching(db, '"farther"')).toEqual([]);
    expect(matching(db, '"yes"')).toEqual(['reminder']);
    expect(matching(db, '"hidden"')).toEqual([]);
    expect(matching(db, '"pondering"')).toEqual([]);
    expect(matching(db, '"prisma" AND "orders"')).toEqual(['call']);
    expect(matching(db, '"json"')).toEqual([]);
  });

  it('knows how often each word was said, and those that begin alike', () => {
    const db = storeOf({ a: 'two orders', b: 'an order', c: 'orders again', d: 'placeOrder' });
    expect(indexedWordsFrom(db, 'order', 9)).toEqual([
      { word: 'order', turns: 2 },
      { word: 'orders', turns: 2 },
    ]);
    expect(indexedWord(db, 'placeorder')).toEqual({ word: 'placeorder', turns: 1 });
    expect(indexedWord(db, 'ordering')).toBeNull();
    expect(searchedStore(db)).toEqual({ turns: 4, newestMs: noonMs });
  });
});
