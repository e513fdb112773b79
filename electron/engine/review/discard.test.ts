import { expect, it } from 'vitest';
import { epochMs, nightId } from '../../../shared/ids.ts';
import { publish } from '../memory/versions.ts';
import { putProposal } from '../store/proposals.ts';
import { feedbackInForce } from '../store/owners-word.ts';
import { firstNight, madeUpChange, madeUpEntry } from '../store/testing/made-up.ts';
import { failureFrom, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { decide, undoLast } from './decide.ts';
import { discardInForce, discardNight } from './discard.ts';
import { listReview } from './review.ts';

const later = (minutes: number) => epochMs(noonMs + minutes * 60_000);

it('throws away what waits of one night, teaches nothing by it, and gives all of it back', () => {
  const { db } = openTempStore();
  const common = {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
  } as const;
  const { number: base } = publish(db, { ...common, entries: [madeUpEntry('tea')] });
  const other = nightId('another night');
  const [kept, decided, first, second] = ['kept', 'decided', 'first', 'second'].map((word) =>
    madeUpChange(word),
  );
  if (!kept || !decided || !first || !second) throw new Error('four changes');
  const standing = (): readonly string[] =>
    listReview(db, later(9))
      .map(({ change, state }) => `${change.title} ${state}`)
      .toSorted();
  putProposal(db, { nightId: other, base, changes: [{ ...kept, nightId: other }] }, noonMs);
  putProposal(db, { nightId: firstNight, base, changes: [decided, first, second] }, noonMs, {
    keepOlder: true,
  });
  valueOf(decide(db, [decided.id], { kind: 'approved', by: 'you', nowMs: later(1) }));
  const before = standing();

  expect(valueOf(discardNight(db, firstNight, later(2))).changeIds.toSorted()).toEqual(
    [first.id, second.id].toSorted(),
  );
  expect(standing()).toEqual([`${kept.title} waiting`, `${decided.title} approved`].toSorted());
  expect(feedbackInForce(db)).toEqual([]);
  expect(failureFrom(discardNight(db, firstNight, later(3))).kind).toBe('not-found');
  expect(discardInForce(db)?.changeIds.length).toBe(2);

  // the last deed first, then the decision before it
  expect(valueOf(undoLast(db, later(4))).was).toContain('thrown away');
  expect(standing()).toEqual(before);
  expect(discardInForce(db)).toBeNull();
  expect(valueOf(undoLast(db, later(5)))).toMatchObject({ changeIds: [decided.id], was: 'approved' });

  // what a later night offers again is not given back twice
  valueOf(discardNight(db, firstNight, later(6)));
  putProposal(db, { nightId: other, base, changes: [first] }, later(7), { keepOlder: true });
  expect(discardInForce(db)?.changeIds).not.toContain(first.id);
});
