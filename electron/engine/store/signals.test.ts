import { describe, expect, it } from 'vitest';
import type { SessionSignals } from '../../../shared/dream.ts';
import { epochMs, sessionId } from '../../../shared/ids.ts';
import { allSignals, dropOlderSignals, putSignals, sessionsWithoutSignals, signalsOf } from './signals.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from './testing/made-up.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';
import { appendTranscript } from './transcripts.ts';

const signalsFrom = (nativeId: string, noise = ''): SessionSignals => ({
  session: sessionId('claude-code', nativeId),
  agent: 'claude-code',
  nativeId,
  // As the made-up sessions have it.
  project: 'lantern',
  signals: [],
  language: 'en',
  ordinary: {},
  failedFixes: [],
  work: '',
  leftOut: { [`too short${noise}`]: 3 },
});

describe('signals', () => {
  it('are asked for where a session is new, has grown, or was read by another engine', () => {
    const { db } = openTempStore();
    const waiting = (engineVersion: number): readonly string[] =>
      sessionsWithoutSignals(db, engineVersion).map((session) => session.nativeId);
    appendTranscript(db, madeUpTranscript('b', [madeUpTurn('1', 0)]), fromFile('/b'));
    appendTranscript(
      db,
      madeUpTranscript('a', [madeUpTurn('2', 0, { atMs: epochMs(noonMs + 1) })]),
      fromFile('/a'),
    );
    expect(waiting(1)).toEqual(['b', 'a']);
    putSignals(db, { signals: signalsFrom('b'), engineVersion: 1, turnsSeen: 1 });
    expect(waiting(1)).toEqual(['a']);
    expect(waiting(2)).toEqual(['b', 'a']);
    appendTranscript(db, madeUpTranscript('b', [madeUpTurn('3', 1)]), fromFile('/b'));
    expect(waiting(1)).toEqual(['b', 'a']);
  });

  it('come back as they were, large or small, in the reading order', () => {
    const { db } = openTempStore();
    const large = signalsFrom('late', 'x'.repeat(5000));
    const late = madeUpTurn('1', 0, { atMs: epochMs(noonMs + 1) });
    appendTranscript(db, madeUpTranscript('late', [late]), fromFile('/a'));
    appendTranscript(db, madeUpTranscript('early', [madeUpTurn('2', 0)]), fromFile('/b'));
    putSignals(db, { signals: large, engineVersion: 1, turnsSeen: 1 });
    putSignals(db, { signals: signalsFrom('early'), engineVersion: 1, turnsSeen: 1 });
    expect([...allSignals(db, 1)]).toEqual([signalsFrom('early'), large]);
    expect(signalsOf(db, large.session, 1)).toEqual({ signals: large, engineVersion: 1, turnsSeen: 1 });
  });

  it('can be written while they are read', () => {
    const { db } = openTempStore();
    appendTranscript(db, madeUpTranscript('a', [madeUpTurn('1', 0)]), fromFile('/a'));
    putSignals(db, { signals: signalsFrom('a'), engineVersion: 1, turnsSeen: 1 });
    for (const signals of allSignals(db, 1)) putSignals(db, { signals, engineVersion: 2, turnsSeen: 1 });
    expect([...allSignals(db, 2)]).toHaveLength(1);
    expect(dropOlderSignals(db, 2)).toBe(1);
    expect([...allSignals(db, 1)]).toEqual([]);
  });
});
