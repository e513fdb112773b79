// A real second thread over a real store: what it hears is what this one hears, and nothing of it is kept that no longer holds.
import { describe, expect, it, onTestFinished } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { Transcript } from '../../../shared/transcript.ts';
import { createEngine } from '../index.ts';
import { inTransaction, sql, type WritableDb } from '../store/db.ts';
import { isAsPacked } from '../store/packed-sessions.ts';
import { sessionById, type StoredSession } from '../store/sessions.ts';
import { signalsOf } from '../store/signals.ts';
import { fromFile, madeUpTranscript, madeUpTurn } from '../store/testing/made-up.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { addForgetting } from '../store/tombstones.ts';
import { appendTranscript } from '../store/transcripts.ts';
import { turnsOfSession } from '../store/turns.ts';
import { engineVersion } from './engine-version.ts';
import { hearSession } from './hear-session.ts';
import { hearWhileReading, lightSleep } from './light-sleep.ts';
import { createSecondHearing, type CameBack, type SecondHearing } from './second-hearing.ts';
import {
  claudeLines,
  claudePath,
  depsOf,
  dreamOnce,
  fourDays,
  nightMs,
  plainNight,
  tempHome,
  valueOf,
  write,
  writeDay,
} from './testing/temp-home.ts';

const sayings = [
  'From now on the weekly report goes to Kim.',
  'Always use pnpm for installs, never npm.',
  'Bitte schreibe alle Notizen immer auf Deutsch.',
];
const talk = (name: string, turns = 40): Transcript =>
  madeUpTranscript(
    name,
    Array.from({ length: turns }, (_, i) =>
      madeUpTurn(`${name} ${String(i)}`, i, {
        text: `${sayings[i % sayings.length] ?? ''} (${name}, part ${String(i)})`,
      }),
    ),
  );

const add = (db: WritableDb, transcript: Transcript): void =>
  void inTransaction(db, () => ok(appendTranscript(db, transcript, fromFile('a.jsonl'))));

const stored = (db: WritableDb, { head }: Transcript): StoredSession => {
  const found = sessionById(db, head.id);
  if (found === null) throw new Error('it was just added');
  return found;
};

function opened(db: WritableDb): SecondHearing {
  const second = createSecondHearing(db, 0);
  onTestFinished(() => second.close());
  second.startFor(1);
  return second;
}

const fed = (second: SecondHearing, heads: readonly StoredSession[]): void => {
  const left = [...heads];
  second.feed(() => left.shift() ?? null, 2);
};

async function allBack(second: SecondHearing): Promise<readonly CameBack[]> {
  while (second.isBusy()) await second.whenBack();
  return second.take();
}

describe('a second thread', () => {
  it('hears of each session what this one hears, to the byte', async () => {
    const { db } = openTempStore();
    const talks = ['a', 'b', 'c'].map((name) => talk(name, 200));
    for (const one of talks) add(db, one);
    const heads = talks.map((one) => stored(db, one));
    const second = opened(db);
    fed(second, heads);
    expect(second.isAway(heads[0] ?? stored(db, talk('a')))).toBe(true);
    const came = await allBack(second);
    expect(came.map(({ head, heard }) => [head.id, heard?.content && Buffer.from(heard.content)])).toEqual(
      heads.map((head) => [head.id, Buffer.from(hearSession(head, turnsOfSession(db, head.id)).content)]),
    );
  });

  it('is not asked about what may belong to another session yet', () => {
    const { db } = openTempStore();
    const original = talk('original');
    const fork = { ...talk('fork'), turns: original.turns.slice(0, 10) };
    add(db, original);
    add(db, fork);
    const second = opened(db);
    const head = stored(db, original);
    fed(second, [head]);
    expect(second.isBusy()).toBe(false);
    expect(second.take()).toEqual([{ head, forgotten: 0, heard: null }]);
  });

  it('that ends leaves all to this one, and nothing waits for it', async () => {
    const { db } = openTempStore();
    add(db, talk('a'));
    const second = opened(db);
    fed(second, [stored(db, talk('a'))]);
    const waiting = second.whenBack();
    second.close();
    await waiting;
    expect(second.take().map(({ heard }) => heard)).toEqual([null]);
    await lightSleep({ db, second, listening: {} }, () => true);
    expect(signalsOf(db, talk('a').head.id, engineVersion)).not.toBeNull();
  });
});

describe('what came back', () => {
  it('holds until turns are added, moved to another session or forgotten', () => {
    const { db } = openTempStore();
    add(db, talk('a'));
    const head = stored(db, talk('a'));
    expect(isAsPacked(db, head, 0)).toBe(true);
    add(db, { ...talk('fork'), turns: talk('a').turns.slice(0, 1) });
    expect(isAsPacked(db, head, 0)).toBe(false);
    add(db, talk('b'));
    const other = stored(db, talk('b'));
    add(db, talk('b', 41));
    expect(isAsPacked(db, other, 0)).toBe(false);
    const grown = stored(db, talk('b'));
    expect(isAsPacked(db, grown, 0)).toBe(true);
    addForgetting(db, 'word', noonMs);
    expect(isAsPacked(db, grown, 0)).toBe(false);
  });

  it('of a session that grew meanwhile is thrown away, and heard anew', async () => {
    const { db } = openTempStore();
    const second = opened(db);
    add(db, talk('a', 20));
    const hear = hearWhileReading({ db, second });
    hear([talk('a').head.id]);
    expect(second.isBusy()).toBe(true);
    add(db, talk('a', 40));
    await second.whenBack();
    await lightSleep({ db, second, listening: {} }, () => true);
    const kept = signalsOf(db, talk('a').head.id, engineVersion);
    const alone = hearSession(stored(db, talk('a')), turnsOfSession(db, talk('a').head.id));
    expect(kept?.turnsSeen).toBe(40);
    const content = sql`SELECT content FROM session_signals`;
    expect(db.all(content, (row) => row['content'])).toEqual([Buffer.from(alone.content)]);
  });
});

describe('a night with a second thread', () => {
  it('proposes what a night without one does, to the byte', async () => {
    const place = tempHome();
    for (const day of fourDays) writeDay(place, day);
    // a session that lies in two places, with a part of another
    const [first, second] = fourDays;
    if (first === undefined || second === undefined) throw new Error('there are four days');
    write(place, claudePath({ ...first, project: 'blog' }), claudeLines(place, first));
    const alone = await dreamOnce(place, {});
    const beside = { ...place, data: `${place.data}-beside` };
    const engine = valueOf(await createEngine({ ...depsOf(beside, nightMs), secondHearingFrom: 0 }));
    onTestFinished(() => engine.close());
    const helped = valueOf(await engine.dream(plainNight, {}));
    expect(helped.proposal.changes.length).toBeGreaterThan(0);
    expect(JSON.stringify(helped.proposal)).toBe(JSON.stringify(alone.proposal));
    expect(helped.receipt).toEqual(alone.receipt);
  });
});
