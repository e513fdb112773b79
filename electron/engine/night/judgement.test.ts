import { describe, expect, it } from 'vitest';
import { epochMs, type NightId } from '../../../shared/ids.ts';
import { entryId, changeId, nightId, versionNumber } from '../../../shared/ids.ts';
import type { Dimensions } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { usualThresholds } from '../../../shared/settings.ts';
import { decide } from '../review/decide.ts';
import type { WritableDb } from '../store/db.ts';
import { sql } from '../store/db.ts';
import { putProposal } from '../store/proposals.ts';
import { madeUpChange, madeUpEntry } from '../store/testing/made-up.ts';
import { noonMs, openTempStore } from '../store/testing/temp-store.ts';
import { adoptJudgement, judgementNow, judgingBy, resetJudgement } from './judgement.ts';

const flat: Dimensions = {
  relevance: 0.5,
  frequency: 0.5,
  diversity: 0.5,
  recency: 0.5,
  consolidation: 0.5,
  richness: 0.5,
};

function scored(at: number, dimensions: Dimensions, night: NightId): Change {
  const text = `change ${at}`;
  const after = {
    ...madeUpEntry(text),
    id: entryId('dream', 'global', text),
    origin: 'dream',
    dimensions,
  } as const;
  return { ...madeUpChange(text), id: changeId('add', after.id), nightId: night, after };
}

/** Somebody who wants what is recent, whatever else a night thinks of it. */
function decided(db: WritableDb, count: number, by: 'you' | 'auto' = 'you'): void {
  for (let at = 0; at < count; at++) {
    const night = nightId(String(Math.floor(at / 6)));
    const recency = ((at * 7) % 10) / 10;
    const change = scored(
      at,
      { ...flat, recency, relevance: 1 - recency, frequency: ((at * 3) % 10) / 10 },
      night,
    );
    putProposal(db, { nightId: night, base: versionNumber(0), changes: [change] }, noonMs, {
      keepOlder: true,
    });
    const done = decide(db, [change.id], {
      kind: recency >= 0.5 ? 'approved' : 'rejected',
      by,
      nowMs: noonMs,
    });
    if (!done.ok) throw new Error(done.error.happened);
  }
}

describe('what decisions teach', () => {
  it('is shown before it is in force, and put in force by hand', () => {
    const { db } = openTempStore();
    decided(db, 40);
    const before = judgementNow(db);
    expect(before).toMatchObject({ approved: 20, rejected: 20, advice: 'better', adoptedAtMs: null });
    expect(before.inForce).toEqual(before.usual);
    expect(before.learned.recency).toBeGreaterThan(before.usual.recency + 0.1);
    expect(before.backTest.learned).toBeGreaterThan(before.backTest.usual);
    const adopted = adoptJudgement(db, epochMs(5));
    expect(adopted).toMatchObject({ ok: true, value: { inForce: before.learned, adoptedAtMs: 5 } });
    expect(judgementNow(db).inForce).toEqual(before.learned);
    expect(resetJudgement(db, epochMs(6))).toMatchObject({ inForce: before.usual, adoptedAtMs: null });
  });

  it('moves the score that a change needs along with the weights, and back', () => {
    const { db } = openTempStore();
    decided(db, 40);
    const { scoreMin, right } = judgementNow(db);
    expect(scoreMin.inForce).toBe(usualThresholds.scoreMin);
    expect(right.learned).toBeGreaterThan(right.usual);
    adoptJudgement(db, epochMs(5));
    expect(judgementNow(db).scoreMin).toEqual({ ...scoreMin, inForce: scoreMin.learned });
    expect(judgingBy(db, null).thresholds.scoreMin).toBeCloseTo(scoreMin.learned, 3);
    // what is set for one night is set on the usual scale, and moves as well
    const lower = { ...usualThresholds, scoreMin: usualThresholds.scoreMin - 0.1 };
    expect(judgingBy(db, lower).thresholds.scoreMin).toBeCloseTo(scoreMin.learned - 0.1, 3);
    resetJudgement(db, epochMs(6));
    expect(judgingBy(db, null).thresholds).toEqual(usualThresholds);
  });

  it('is not adopted where it is too early, and says why', () => {
    const { db } = openTempStore();
    decided(db, 6);
    const refused = adoptJudgement(db, noonMs);
    expect(refused.ok).toBe(false);
    expect(!refused.ok && refused.error.happened).toContain('20 decisions');
    expect(judgementNow(db).adoptedAtMs).toBeNull();
  });

  it('comes from a person alone: what a night settled by itself teaches nothing', () => {
    const { db } = openTempStore();
    decided(db, 30, 'auto');
    expect(judgementNow(db)).toMatchObject({ approved: 0, rejected: 0, advice: 'too-early' });
  });

  it('keeps every adoption: the history of weights is append-only', () => {
    const { db } = openTempStore();
    decided(db, 40);
    adoptJudgement(db, noonMs);
    expect(() => db.run(sql`DELETE FROM adopted_weights`)).toThrow('append-only');
    expect(() => db.run(sql`UPDATE adopted_weights SET decisions = 0`)).toThrow('append-only');
  });
});
