import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epochMs, sessionId, versionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { FoundPassage, SearchAnswer, SearchOptions } from '../../../shared/search.ts';
import type { SessionHead, Turn } from '../../../shared/transcript.ts';
import type { WritableDb } from '../store/db.ts';
import { appendVersion } from '../store/memory.ts';
import { fromFile, madeUpEntry, madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { appendTranscript } from '../store/transcripts.ts';
import { search } from './search.ts';

const dayMs = 86_400_000;
const day = (n: number) => epochMs(noonMs + n * dayMs);

/** Each name is a session of one turn. */
function storeOf(texts: Readonly<Record<string, string | Partial<Turn>>>): WritableDb {
  const { db } = openTempStore();
  for (const [name, turn] of Object.entries(texts)) {
    addSession(db, name, [madeUpTurn(name, 0, typeof turn === 'string' ? { text: turn } : turn)]);
  }
  return db;
}

const addSession = (
  db: WritableDb,
  name: string,
  turns: readonly Turn[],
  head: Partial<SessionHead> = {},
): void => void appendTranscript(db, madeUpTranscript(name, turns, head), fromFile(name));

function remember(db: WritableDb, entries: readonly MemoryEntry[]): void {
  const head = {
    number: versionNumber(1),
    parent: null,
    author: 'dream' as const,
    reason: 'a test',
    nightId: null,
    changeIds: [],
    createdAtMs: noonMs,
    active: entries.length,
    added: entries.length,
    closed: 0,
  };
  appendVersion(
    db,
    head,
    entries.map((entry) => ({ id: entry.id, entry })),
  );
}

const ask = (db: WritableDb, query: string, options: Partial<SearchOptions> = {}): SearchAnswer =>
  search(db, query, { limit: 10, agent: null, project: null, sinceMs: null, ...options });
const found = (db: WritableDb, query: string, options: Partial<SearchOptions> = {}): readonly string[] =>
  ask(db, query, options).passages.map(({ nativeId }) => nativeId);
const bright = ({ turns }: FoundPassage): readonly string[] =>
  turns.flatMap(({ excerpt }) => excerpt.marks.map(({ start, end }) => excerpt.text.slice(start, end)));

describe('finding words', () => {
  it('puts turns that hold every word first, and shows the words', () => {
    const db = storeOf({
      half: 'The kitchen is closed.',
      both: 'A kettle stands in the kitchen.',
    });
    const { passages } = ask(db, 'kettle kitchen');
    expect(passages.map(({ nativeId }) => nativeId)).toEqual(['both', 'half']);
    expect(passages.map(bright)).toEqual([['kettle', 'kitchen'], ['kitchen']]);
  });

  it.each([
    ['test', 'All tests are green.', 'tests'],
    ['deploying', 'We deployed to the cluster.', 'deployed'],
    ['Rechnung', 'Die Rechnungen gehen an die Buchhaltung.', 'Rechnungen'],
    ['configuraciones', 'Guarda la configuración en YAML.', 'configuración'],
    ['configuración', 'Guarda las configuraciones en YAML.', 'configuraciones'],
    ['règle', 'Voici les règles du projet.', 'règles'],
    ['таблицы', 'Используй таблицу с отступами.', 'таблицу'],
    ['주문', '새 주문을 먼저 확인해 주세요.', '주문을'],
  ])('finds other forms of %s in "%s"', (query, text, form) => {
    const [passage] = ask(storeOf({ a: text, b: 'Something else altogether.' }), query).passages;
    expect(passage?.nativeId).toBe('a');
    expect(passage === undefined ? [] : bright(passage)).toContain(form);
  });

  it('prefers the word as it was typed', () => {
    const db = storeOf({ form: 'We are testing the kettle.', itself: 'This test is for the kettle.' });
    expect(found(db, 'test')).toEqual(['itself', 'form']);
  });

  it('does not take a short word for the beginning of a long one', () => {
    const db = storeOf({ a: 'The portfolio is portable.' });
    expect(found(db, 'port')).toEqual([]);
  });

  it('does not mind capitals, marks and how they are put together', () => {
    const db = storeOf({ a: 'Das naïve Café in Zürich, and ＷＩＤＥ letters' });
    for (const query of ['naive', 'NAÏVE', 'nai\u0308ve', 'zurich', 'cafe\u0301', 'wide']) {
      expect(found(db, query)).toEqual(['a']);
    }
  });

  it('leaves out words that say nothing, unless there are no others', () => {
    const db = storeOf({ a: 'Use pnpm for the shop.', b: 'What is it that we do?' });
    expect(found(db, 'what is the pnpm that we do')).toEqual(['a']);
    expect(found(db, 'what is it')).toEqual(['b']);
  });
});

describe('finding names of code and files', () => {
  it('finds a path by itself, by its parts and by its name', () => {
    const db = storeOf({
      path: 'Please look at src/api/orders.ts first.',
      apart: 'The api of orders lies in src, written in ts.',
    });
    expect(found(db, 'src/api/orders.ts')).toEqual(['path', 'apart']);
    expect(found(db, 'orders.ts')).toEqual(['path', 'apart']);
    expect(found(db, 'orders')).toHaveLength(2);
  });

  it('finds parts of camelCase, and camelCase by its parts', () => {
    const db = storeOf({
      camel: 'call getUserOrders here',
      snake: 'call get_user_orders here',
      other: 'call it',
    });
    expect(found(db, 'user').toSorted()).toEqual(['camel', 'snake']);
    expect(found(db, 'getUserOrders').toSorted()).toEqual(['camel', 'snake']);
    expect(found(db, 'getuserorders')).toEqual(['camel']);
    expect(ask(db, 'getUserOrders').passages.flatMap(bright).toSorted()).toEqual([
      'getUserOrders',
      'get_user_orders',
    ]);
  });

  it('finds what was run and what was worked on', () => {
    const use = {
      callId: 'c',
      tool: 'shell',
      name: 'Bash',
      command: 'npx prisma generate',
      target: null,
    } as const;
    const db = storeOf({ run: { kind: 'call', origin: 'agent', text: '{}', use } });
    const [passage] = ask(db, 'prisma').passages;
    expect(passage?.turns.map(({ speaker, excerpt }) => [speaker, excerpt.text])).toEqual([
      ['tool', 'npx prisma generate'],
    ]);
  });
});

describe('finding in scripts without spaces', () => {
  const db = () =>
    storeOf({
      chinese: '请始终使用制表符缩进',
      japanese: 'テストはいつも日本語で書いてください。サーバーは東京にあります',
      thai: 'ใช้แท็บเสมอ',
      hindi: 'हमेशा टैब का प्रयोग करें',
      mixed: 'デプロイはFly.ioへ',
    });

  it.each([
    ['制表符', 'chinese'],
    ['缩进', 'chinese'],
    ['进', 'chinese'],
    ['制', 'chinese'],
    ['日本語', 'japanese'],
    ['語', 'japanese'],
    ['サーバー', 'japanese'],
    ['サーバーは東京に', 'japanese'],
    ['แท็บ', 'thai'],
    ['प्रयोग', 'hindi'],
    ['デプロイ fly', 'mixed'],
    ['Fly.ioへ', 'mixed'],
  ])('finds %s', (query, expected) => {
    expect(found(db(), query)).toEqual([expected]);
  });

  it('does not take neighbouring pairs for a word', () => {
    expect(found(storeOf({ a: '制表格和表符号' }), '制表符')).toEqual([]);
  });
});

describe('any query', () => {
  const odd = [
    '',
    '  ',
    '"',
    '*',
    'a AND',
    'NEAR(',
    '-x',
    "'; --",
    '🦊',
    '^',
    'words:',
    '"a',
    '\u0000',
    '\ud800',
    'a'.repeat(5000),
  ];

  it('is no syntax error', () => {
    const db = storeOf({ a: 'AND OR NOT NEAR "quoted" *' });
    for (const query of odd) expect(() => ask(db, query)).not.toThrow();
    expect(found(db, '"quoted" AND')).toEqual(['a']);
    expect(found(db, 'NEAR(quoted, 5)')).toEqual(['a']);
  });

  it('of any characters at all is answered, and marks stand where they say', () => {
    const text = 'The naïve orderService of 制表符 "quoted" src/api/orders.ts лампа 주문을';
    const db = storeOf({ a: text });
    remember(db, [madeUpEntry('a', { text })]);
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '"',
        '*',
        '^',
        ':',
        '(',
        ')',
        'AND',
        'OR',
        'NOT',
        'NEAR',
        '制',
        'orders',
        'naive',
        '-',
        '{',
        "'",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(' ', ''), (pieces, between) => {
        const answer = ask(db, pieces.join(between));
        const excerpts = [
          ...answer.memory.map(({ excerpt }) => excerpt),
          ...answer.passages.flatMap(({ turns }) => turns.map(({ excerpt }) => excerpt)),
        ];
        for (const { text: shown, marks } of excerpts) {
          expect(text).toContain(shown);
          let before = 0;
          for (const { start, end } of marks) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            before = end;
          }
          expect(before).toBeLessThanOrEqual(shown.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('made of any words of a text finds that text', () => {
    const text = 'Always run the naïve migration before the orderService starts in Zürich 制表符 лампа';
    const db = storeOf({ a: text });
    fc.assert(
      fc.property(fc.subarray(text.split(' '), { minLength: 1 }), (words) => {
        expect(found(db, words.join(' '))).toEqual(['a']);
      }),
      { numRuns: 100 },
    );
  });
});

describe('who said it, when and around what', () => {
  it("puts a person's words before an agent's and those before a tool's", () => {
    const text = 'the kettle is on the stove';
    const db = storeOf({
      printed: { text, kind: 'result', origin: 'tool' },
      answered: { text, origin: 'agent' },
      typed: { text },
    });
    expect(found(db, 'kettle stove')).toEqual(['typed', 'answered', 'printed']);
  });

  it('puts the newest first among turns that answer alike, in whatever order they were imported', () => {
    const db = storeOf({
      newest: { text: 'Deploys go to Fly now.', atMs: day(30) },
      oldest: { text: 'Deploys go to Heroku.', atMs: day(1) },
      middle: { text: 'Deploys go to Render for a while.', atMs: day(20) },
    });
    expect(found(db, 'deploys go')).toEqual(['newest', 'middle', 'oldest']);
  });

  it('joins neighbouring answers to one, and shows what stands around them', () => {
    const { db } = openTempStore();
    const say = (ordinal: number, text: string, more: Partial<Turn> = {}) =>
      madeUpTurn(`t${ordinal}`, ordinal, { text, ...more });
    addSession(db, 'talk', [
      say(0, 'Good morning.'),
      say(1, 'Which lamp is broken?', { origin: 'agent' }),
      say(2, 'The lamp in the kiosk.'),
      say(3, 'I see.', { origin: 'agent' }),
      say(4, 'Now something else.'),
    ]);
    const { passages } = ask(db, 'lamp');
    expect(passages).toHaveLength(1);
    expect(passages[0]?.ordinal).toBe(2);
    expect(passages[0]?.turns.map(({ ordinal, answers }) => [ordinal, answers])).toEqual([
      [0, false],
      [1, true],
      [2, true],
      [3, false],
    ]);
  });

  it('finds words that are spread over a question and its answer', () => {
    const { db } = openTempStore();
    const spread = [
      madeUpTurn('q', 0, { text: 'Where does the kiosk send its invoices?', origin: 'agent' }),
      madeUpTurn('a', 1, { text: 'To the Lisbon office.' }),
    ];
    addSession(db, 'spread', spread);
    addSession(db, 'alone', [madeUpTurn('x', 0, { text: 'The Lisbon weather.' })]);
    expect(found(db, 'invoices Lisbon')[0]).toBe('spread');
  });

  it('can ask one project, one agent, since one day', () => {
    const { db } = openTempStore();
    const lamp = (name: string, atMs = noonMs) => [madeUpTurn(name, 0, { text: 'the lamp', atMs })];
    addSession(db, 'a', lamp('a'), { project: 'kiosk' });
    addSession(db, 'b', lamp('b', day(5)), {
      project: 'lantern',
      agent: 'codex',
      id: sessionId('codex', 'b'),
    });
    expect(found(db, 'lamp', { project: 'Kiosk' })).toEqual(['a']);
    expect(found(db, 'lamp', { agent: 'codex' })).toEqual(['b']);
    expect(found(db, 'lamp', { sinceMs: day(1) })).toEqual(['b']);
    expect(found(db, 'lamp', { limit: 1 })).toHaveLength(1);
  });

  it('gives one answer for one store and query', () => {
    const db = storeOf({ a: 'the lamp', b: 'the lamp', c: 'the lamp' });
    expect(ask(db, 'lamp')).toEqual(ask(db, 'lamp'));
  });
});

describe('finding in memory', () => {
  const valid = (trueFrom: number, trueUntil: number | null = null): MemoryEntry['validity'] => ({
    trueFromMs: day(trueFrom),
    trueUntilMs: trueUntil === null ? null : day(trueUntil),
    knownFromMs: day(trueFrom),
    retiredAtMs: trueUntil === null ? null : day(trueUntil),
  });
  const evidence = {
    session: 'old',
    turn: 0,
    agent: 'claude-code',
    atMs: day(1),
    quote: 'x',
    origin: 'person',
    project: null,
  } as const;
  const heroku = madeUpEntry('heroku', {
    text: 'Deploys go to Heroku.',
    status: 'closed',
    closedBecause: 'Deploys go to Fly now.',
    validity: valid(1, 9),
    evidence: [evidence],
  });
  const fly = madeUpEntry('fly', { text: 'Deploys go to Fly now.', validity: valid(9) });

  it('shows what is true and not what was, where something newer is known', () => {
    const db = storeOf({});
    remember(db, [heroku, fly]);
    expect(ask(db, 'deploys').memory.map(({ entry, wasTrue }) => [entry.id, wasTrue])).toEqual([
      [fly.id, false],
    ]);
  });

  it('shows what was true where nothing newer is known', () => {
    const db = storeOf({});
    remember(db, [heroku, madeUpEntry('tea', { text: 'Tea is green.' })]);
    expect(ask(db, 'deploy').memory.map(({ entry, wasTrue }) => [entry.id, wasTrue])).toEqual([
      [heroku.id, true],
    ]);
  });

  it('puts a turn whose words memory has closed behind the others, and says why', () => {
    const db = storeOf({
      old: { text: 'Deploys go to Heroku.', atMs: day(12) },
      new: { text: 'Deploys go to Fly.', atMs: day(9) },
    });
    remember(db, [heroku, fly]);
    expect(ask(db, 'deploys go').passages.map((one) => [one.nativeId, one.closedBecause])).toEqual([
      ['new', null],
      ['old', 'Deploys go to Fly now.'],
    ]);
  });

  it('wants at least half of what was asked', () => {
    const db = storeOf({});
    remember(db, [madeUpEntry('tea', { text: 'Tea is green.' })]);
    expect(ask(db, 'green').memory).toHaveLength(1);
    expect(ask(db, 'green elephants dancing slowly').memory).toEqual([]);
  });

  it('keeps to the project that was asked for and to what holds everywhere', () => {
    const db = storeOf({});
    const texts = { everywhere: 'global', kiosk: 'project:kiosk', lantern: 'project:lantern' } as const;
    remember(
      db,
      Object.entries(texts).map(([name, scope]) =>
        madeUpEntry(name, { text: `The lamp of ${name}.`, scope }),
      ),
    );
    const names = ask(db, 'lamp', { project: 'kiosk' }).memory.map(({ entry }) => entry.scope);
    expect(names.toSorted()).toEqual(['global', 'project:kiosk']);
  });
});

describe('what is shown of a long text', () => {
  it('is the part with the words, to the letter', () => {
    const text = `${'and so on '.repeat(200)}the kettle stands in the kitchen ${'and so on '.repeat(200)}`;
    const shown = ask(storeOf({ a: text }), 'kettle kitchen').passages[0]?.turns[0]?.excerpt;
    expect(shown?.text).toContain('kettle stands in the kitchen');
    expect(shown?.text.length).toBeLessThan(300);
    expect(text).toContain(shown?.text ?? 'nothing');
    expect(shown).toMatchObject({ isCutBefore: true, isCutAfter: true });
  });
});
