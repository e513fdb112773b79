import * as fc from 'fast-check';
import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asSessionId, epochMs, sessionId } from '../../../shared/ids.ts';
import { origins } from '../../../shared/origin.ts';
import { ok } from '../../../shared/result.ts';
import type { Transcript, Turn } from '../../../shared/transcript.ts';
import { checkStore } from './check.ts';
import type { WritableDb } from './db.ts';
import { inTransaction, sql } from './db.ts';
import { integer } from './rows.ts';
import { countsByAgent, sessionById, sessionCwds, sessionsToDream } from './sessions.ts';
import { putSignals, signalsOf } from './signals.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { hourMs, noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript, createTranscriptAppender } from './transcripts.ts';
import { turnsAround, turnsOfSession } from './turns.ts';

const all = { sessionsMax: null, sinceMs: null };
const turnsNamed = (...keys: readonly string[]): readonly Turn[] =>
  keys.map((key, ordinal) => madeUpTurn(key, ordinal));
const keysOf = (turns: readonly Turn[]): readonly string[] => turns.map((turn) => turn.key);
const add = (db: WritableDb, transcript: Transcript, path = '/file') =>
  appendTranscript(db, transcript, fromFile(path));

describe('adding transcripts', () => {
  it('gives every turn back as it came, whatever stands in it', () => {
    const { db } = openTempStore();
    const odd = fc.string({ unit: 'binary', maxLength: 200 });
    const ofTurn = fc.record({
      text: odd,
      cutChars: fc.nat(),
      kind: fc.constantFrom<Turn['kind']>('message', 'thinking', 'call', 'result', 'summary', 'notice'),
      origin: fc.constantFrom(...origins),
      outcome: fc.constantFrom<Turn['outcome']>('ok', 'failed', 'refused', 'interrupted', 'unknown'),
      exitCode: fc.option(fc.integer({ min: -1, max: 255 })),
      atMs: fc.option(fc.nat().map(epochMs)),
      spans: fc.array(fc.record({ origin: fc.constantFrom(...origins), start: fc.nat(9), end: fc.nat(9) })),
      use: fc.option(
        fc.record({
          callId: odd,
          tool: fc.constantFrom<NonNullable<Turn['use']>['tool']>('shell', 'edit', 'other'),
          name: odd,
          command: fc.option(odd),
          target: fc.option(odd),
        }),
      ),
    });
    let session = 0;
    fc.assert(
      fc.property(fc.array(ofTurn, { maxLength: 12 }), (made) => {
        session += 1;
        const turns = made.map((more, ordinal) => madeUpTurn(`${session}:${ordinal}`, ordinal, more));
        const transcript = madeUpTranscript(`s${session}`, turns);
        add(db, transcript);
        expect([...turnsOfSession(db, transcript.head.id)]).toEqual(turns);
      }),
      { numRuns: 60 },
    );
    expect(checkStore(db)).toEqual([]);
  });

  it('keeps half a surrogate pair and a zero byte', () => {
    const { db } = openTempStore();
    const turn = madeUpTurn('k', 0, { text: 'a\ud83d\u0000b' });
    add(db, madeUpTranscript('s', [turn]));
    expect([...turnsOfSession(db, sessionId('claude-code', 's'))]).toEqual([turn]);
  });

  it('adds nothing when the same session is read again, from whichever file', () => {
    const { db } = openTempStore();
    const transcript = madeUpTranscript('s', turnsNamed('a', 'b', 'c'));
    expect(add(db, transcript)).toEqual({ newTurns: 3, newPersonTurns: 3, known: 0 });
    const before = sessionById(db, transcript.head.id);
    expect(add(db, transcript, '/second file')).toEqual({ newTurns: 0, newPersonTurns: 0, known: 3 });
    expect(sessionById(db, transcript.head.id)).toEqual(before);
  });

  it('goes on with the ordinals of a part that comes later', () => {
    const { db } = openTempStore();
    add(db, madeUpTranscript('s', turnsNamed('a', 'b')));
    add(db, madeUpTranscript('s', [madeUpTurn('c', 2), madeUpTurn('d', 3)]));
    const turns = [...turnsOfSession(db, sessionId('claude-code', 's'))];
    expect(turns.map((turn) => [turn.key, turn.ordinal])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['d', 3],
    ]);
  });

  it('puts the new turns of a rewritten session after all others, in their order', () => {
    const { db } = openTempStore();
    add(db, madeUpTranscript('s', turnsNamed('a', 'b', 'c')));
    expect(add(db, madeUpTranscript('s', turnsNamed('a', 'x', 'y', 'z')))).toMatchObject({
      newTurns: 3,
      known: 1,
    });
    const turns = [...turnsOfSession(db, sessionId('claude-code', 's'))];
    expect(turns.map((turn) => [turn.key, turn.ordinal])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 2],
      ['x', 3],
      ['y', 4],
      ['z', 5],
    ]);
  });

  it('counts turns, people, tokens and times', () => {
    const { db } = openTempStore();
    const mixed = madeUpTurn('c', 2, {
      text: 'yes reminder',
      origin: 'injected',
      spans: [
        { origin: 'person', start: 0, end: 4 },
        { origin: 'injected', start: 4, end: 12 },
      ],
    });
    const turns = [madeUpTurn('a', 0), madeUpTurn('b', 1, { origin: 'agent' }), mixed];
    add(db, madeUpTranscript('s', turns, { title: 'A title' }));
    add(
      db,
      madeUpTranscript('s', [madeUpTurn('d', 3, { atMs: null })], { title: 'A better title', cwd: '/x' }),
    );
    expect(sessionById(db, sessionId('claude-code', 's'))).toMatchObject({
      turns: 4,
      personTurns: 3,
      tokens: { input: 200, output: 20 },
      firstAtMs: noonMs,
      lastAtMs: noonMs + 2000,
      title: 'A better title',
      cwd: '/home/mika/code/lantern',
      sourcePath: '/file',
      importedAtMs: noonMs,
    });
    expect(countsByAgent(db)).toMatchObject([
      { agent: 'claude-code', sessions: 1, turns: 4, personTurns: 3 },
    ]);
    expect(sessionCwds(db)).toEqual(['/home/mika/code/lantern']);
  });

  it('counts only the new share of tokens of a part that was half known', () => {
    const { db } = openTempStore();
    add(db, madeUpTranscript('s', turnsNamed('a', 'b')));
    add(db, madeUpTranscript('s', turnsNamed('a', 'b', 'c', 'd')));
    expect(sessionById(db, sessionId('claude-code', 's'))?.tokens).toEqual({ input: 150, output: 15 });
  });

  it('shows what stands around a turn', () => {
    const { db } = openTempStore();
    add(db, madeUpTranscript('s', turnsNamed('a', 'b', 'c', 'd', 'e')));
    expect(keysOf(turnsAround(db, sessionId('claude-code', 's'), 2, 1))).toEqual(['b', 'c', 'd']);
    expect(keysOf(turnsAround(db, sessionId('claude-code', 's'), 0, 1))).toEqual(['a', 'b']);
    expect(turnsAround(db, asSessionId('claude-code:nobody'), 0, 1)).toEqual([]);
  });
});

describe('a fork', () => {
  const original = madeUpTranscript('zz original', turnsNamed('a', 'b', 'c'));
  const fork = madeUpTranscript('aa fork', turnsNamed('a', 'b', 'x', 'y'), { parentNativeId: 'zz original' });

  it('that copies keys adds only its new turns', () => {
    const { db } = openTempStore();
    add(db, original);
    expect(add(db, fork)).toMatchObject({ newTurns: 2, known: 2 });
    expect(keysOf([...turnsOfSession(db, fork.head.id)])).toEqual(['x', 'y']);
    expect(sessionById(db, fork.head.id)).toMatchObject({ turns: 2, personTurns: 2 });
  });

  it('shows the shared turns around its own ones', () => {
    const { db } = openTempStore();
    add(db, original);
    add(db, fork);
    expect(keysOf(turnsAround(db, fork.head.id, 2, 2))).toEqual(['a', 'b', 'x', 'y']);
  });

  it('reads the same whichever was imported first', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }), fc.boolean(), (order, together) => {
        const transcripts = [
          original,
          fork,
          madeUpTranscript('bb fork of nobody', turnsNamed('b', 'c', 'n')),
          madeUpTranscript('cc fork of a fork', turnsNamed('a', 'x', 'm'), { parentNativeId: 'aa fork' }),
        ];
        const { db, close } = openTempStore();
        const appender = createTranscriptAppender(db);
        inTransaction(db, () => {
          for (const index of order) {
            const transcript = transcripts[index] ?? original;
            if (together) appender.append(transcript, fromFile('/file'));
            else add(db, transcript);
          }
          if (together) appender.finish();
          return ok(null);
        });
        const read = sessionsToDream(db, all).map((session) => [
          session.nativeId,
          session.turns,
          session.personTurns,
          ...keysOf([...turnsOfSession(db, session.id)]),
        ]);
        expect(read).toEqual([
          ['bb fork of nobody', 3, 3, 'b', 'c', 'n'],
          ['cc fork of a fork', 1, 1, 'm'],
          ['zz original', 1, 1, 'a'],
          ['aa fork', 2, 2, 'x', 'y'],
        ]);
        expect(checkStore(db)).toEqual([]);
        close();
      }),
      { numRuns: 30 },
    );
  });

  it('lets go of what Light made of a session whose turns it takes', () => {
    const { db } = openTempStore();
    add(db, fork);
    const signals = {
      session: fork.head.id,
      agent: 'claude-code',
      nativeId: 'aa fork',
      project: null,
      signals: [],
      language: 'en',
      ordinary: {},
      failedFixes: [],
      work: '',
      leftOut: {},
    } as const;
    putSignals(db, { signals, engineVersion: 1, turnsSeen: 4 });
    add(db, original);
    expect(signalsOf(db, fork.head.id, 1)).toBeNull();
  });
});

describe('the order in which nights read', () => {
  const at = (hours: number): Partial<Turn> => ({ atMs: epochMs(noonMs + hours * hourMs) });
  const sessions = [
    madeUpTranscript('late', [madeUpTurn('1', 0, at(9))]),
    madeUpTranscript('early', [madeUpTurn('2', 0, at(1))]),
    madeUpTranscript('timeless', [madeUpTurn('3', 0, { atMs: null })]),
    madeUpTranscript('early too', [madeUpTurn('4', 0, at(1))], { role: 'subagent' }),
    madeUpTranscript('empty', []),
  ];

  it('is that of their newest turns, not that of the import', () => {
    for (const order of [sessions, sessions.toReversed()]) {
      const { db } = openTempStore();
      for (const transcript of order) add(db, transcript);
      const names = sessionsToDream(db, all).map((session) => session.nativeId);
      expect(names).toEqual(['timeless', 'early', 'early too', 'late']);
    }
  });

  it('can be cut to the newest, to a time, or to a role', () => {
    const { db } = openTempStore();
    for (const transcript of sessions) add(db, transcript);
    const names = (wanted: Parameters<typeof sessionsToDream>[1]): readonly string[] =>
      sessionsToDream(db, wanted).map((session) => session.nativeId);
    expect(names({ sessionsMax: 2, sinceMs: null })).toEqual(['early too', 'late']);
    expect(names({ sessionsMax: null, sinceMs: epochMs(noonMs + 2 * hourMs) })).toEqual(['late']);
    expect(names({ ...all, roles: ['main'] })).toEqual(['timeless', 'early', 'late']);
    expect(names({ sessionsMax: 0, sinceMs: null })).toEqual([]);
  });
});

describe('the space that transcripts take', () => {
  it('joins small sessions of one import in shared blocks', () => {
    const { db } = openTempStore();
    const appender = createTranscriptAppender(db);
    inTransaction(db, () => {
      for (let i = 0; i < 50; i++) {
        appender.append(madeUpTranscript(`s${i}`, turnsNamed(`${i}a`, `${i}b`)), fromFile(`/${i}`));
      }
      appender.finish();
      return ok(null);
    });
    expect(db.first(sql`SELECT COUNT(*) AS blocks FROM turn_blocks`, (row) => integer(row, 'blocks'))).toBe(
      1,
    );
    expect(keysOf([...turnsOfSession(db, sessionId('claude-code', 's49'))])).toEqual(['49a', '49b']);
  });

  it('stays below two fifths of what a chatty agent would write, beside the tables themselves', () => {
    const empty = openTempStore();
    empty.close();
    const store = openTempStore();
    const words = Array.from({ length: 4000 }, (_, i) =>
      Math.imul(i + 7, 2654435761)
        .toString(36)
        .slice(-6),
    );
    const sentence = (from: number): string =>
      Array.from({ length: 45 }, (_, i) => words[Math.imul(from + i, 40503) & 2047] ?? 'and').join(' ');
    let jsonlBytes = 0;
    const appender = createTranscriptAppender(store.db);
    inTransaction(store.db, () => {
      for (let s = 0; s < 300; s++) {
        const turns = Array.from({ length: 20 }, (_, i) =>
          madeUpTurn(`session-${s}-turn-${i}`, i, { text: sentence(s * 1000 + i * 45) }),
        );
        // The least that an agent writes besides the words: ids, a time, names of fields.
        for (const turn of turns) jsonlBytes += turn.text.length + 260;
        appender.append(madeUpTranscript(`s${s}`, turns), fromFile(`/home/mika/sessions/${s}.jsonl`));
      }
      appender.finish();
      return ok(null);
    });
    store.close();
    expect((statSync(store.path).size - statSync(empty.path).size) / jsonlBytes).toBeLessThan(0.4);
  });
});
