// What nobody touches goes after thirty days, comes again with newer proof, and is brought back by hand.
import { describe, expect, it } from 'vitest';
import { epochMs } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish } from '../memory/versions.ts';
import type { WritableDb } from '../store/db.ts';
import { expiredStill } from '../store/expired-changes.ts';
import { currentMemory } from '../store/memory.ts';
import { changeState, putProposal } from '../store/proposals.ts';
import { firstNight, madeUpChange, madeUpEntry } from '../store/testing/made-up.ts';
import { noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { decide } from './decide.ts';
import { bringBack, expireUntouched, untouchedMaxMs } from './expire.ts';
import { applyApproved, listExpired, listReview } from './review.ts';

const dueMs = epochMs(noonMs + untouchedMaxMs);
const justBeforeMs = epochMs(dueMs - 1);

function proposing(...changes: readonly Change[]): WritableDb {
  const { db } = openTempStore();
  const common = {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
  } as const;
  const { number: base } = publish(db, { ...common, entries: [madeUpEntry('tea')] });
  putProposal(db, { nightId: firstNight, base, changes }, noonMs);
  return db;
}
const provenAt = (change: Change, atMs: typeof noonMs): Change => {
  const said = {
    session: 's1',
    turn: 1,
    agent: 'codex',
    quote: 'one',
    origin: 'person',
    project: null,
  } as const;
  return change.after === null
    ? change
    : { ...change, after: { ...change.after, evidence: [{ ...said, atMs }] } };
};
const idsOf = (items: ReturnType<typeof listReview>): readonly string[] =>
  items.map(({ change }) => change.id);

describe('a change that nobody touches', () => {
  it('says when it goes, waits until then, and goes on the day', () => {
    const change = madeUpChange('one');
    const db = proposing(change);
    expect(listReview(db, justBeforeMs)).toMatchObject([{ state: 'waiting', expiresAtMs: dueMs }]);
    expect(listExpired(db, justBeforeMs)).toEqual([]);
    expect(listReview(db, dueMs)).toEqual([]);
    expect(idsOf(listExpired(db, dueMs))).toEqual([change.id]);
    expect(expireUntouched(db, dueMs)).toEqual([]);
  });

  it('stays where it was decided, or where its owner released it by hand', () => {
    const [decided, released] = [
      madeUpChange('decided'),
      madeUpChange('released', { flags: ['quarantined'] }),
    ];
    const db = proposing(decided, released);
    valueOf(decide(db, [decided.id], { kind: 'approved', by: 'you', nowMs: noonMs }));
    expect(idsOf(listReview(db, epochMs(dueMs * 2))).toSorted()).toEqual(
      [decided.id, released.id].toSorted(),
    );
    expect(listExpired(db, dueMs)).toEqual([]);
  });

  it('is brought back as it was, against memory as it is now, and waits thirty days anew', () => {
    const change = madeUpChange('one');
    const db = proposing(change);
    expireUntouched(db, dueMs);
    expect(bringBack(db, madeUpChange('another').id, dueMs)).toMatchObject({ ok: false });
    valueOf(bringBack(db, change.id, dueMs));
    expect(listReview(db, dueMs)).toMatchObject([{ change, expiresAtMs: dueMs + untouchedMaxMs }]);
    expect(listExpired(db, dueMs)).toEqual([]);
    valueOf(decide(db, [change.id], { kind: 'approved', by: 'you', nowMs: dueMs }));
    expect(valueOf(applyApproved(db, dueMs)).applied).toEqual([change.id]);
    expect(currentMemory(db).entries.some(({ id }) => id === change.after?.id)).toBe(true);
  });

  it('comes again by night only where newer words prove it', () => {
    const known = provenAt(madeUpChange('one'), noonMs);
    const db = proposing(known);
    expireUntouched(db, dueMs);
    const newer = provenAt(known, dueMs);
    expect([...expiredStill(db, [known])]).toEqual([known.id]);
    expect([...expiredStill(db, [newer])]).toEqual([]);
    putProposal(db, { nightId: firstNight, base: currentMemory(db).number, changes: [newer] }, dueMs);
    expect(changeState(db, known.id)).toBe('waiting');
    expect(listExpired(db, dueMs)).toEqual([]);
  });
});
