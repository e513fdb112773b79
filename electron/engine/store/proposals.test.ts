import { describe, expect, it } from 'vitest';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { NightId } from '../../../shared/ids.ts';
import type { Change, ChangeState } from '../../../shared/proposal.ts';
import type { ReadableDb } from './db.ts';
import {
  changeById,
  changeIdsFrom,
  changeState,
  decisionsOf,
  markApplied,
  markConflict,
  putProposal,
  refusedChangeIds,
  standingChanges,
  writeDecision,
} from './proposals.ts';
import { firstNight, madeUpChange, madeUpChangeId, secondNight } from './testing/made-up.ts';
import { noonMs, openTempStore } from './testing/temp-store.ts';

const proposal = (nightId: NightId, ...changes: readonly Change[]) => ({
  nightId,
  base: versionNumber(4),
  changes,
});
const [tea, bread, salt] = [madeUpChange('tea'), madeUpChange('bread'), madeUpChange('salt')];
const decided = (change: Change, kind: 'approved' | 'rejected') =>
  ({ changeId: change.id, kind, atMs: noonMs, by: 'you' }) as const;
const titles = (db: ReadableDb, states: readonly ChangeState[]): readonly string[] =>
  standingChanges(db, states).map(({ change }) => change.title);

describe('proposed changes', () => {
  it('wait until they are decided', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea, bread, salt), noonMs);
    writeDecision(db, decided(tea, 'approved'));
    writeDecision(db, decided(bread, 'rejected'));
    expect(titles(db, ['waiting'])).toEqual([salt.title]);
    expect(titles(db, ['approved', 'rejected'])).toEqual([tea.title, bread.title]);
    expect(changeById(db, tea.id)).toMatchObject({ change: tea, state: 'approved', base: 4 });
    expect(refusedChangeIds(db)).toEqual(new Set([bread.id]));
    expect(changeState(db, madeUpChangeId('nobody'))).toBeNull();
  });

  it('keep every decision, the newest counts', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea), noonMs);
    writeDecision(db, decided(tea, 'rejected'));
    writeDecision(db, decided(tea, 'approved'));
    expect(decisionsOf(db, tea.id).map((decision) => decision.kind)).toEqual(['rejected', 'approved']);
    expect(changeState(db, tea.id)).toBe('approved');
    expect(refusedChangeIds(db).size).toBe(0);
  });

  it('that wait still and are proposed again stay as they are; the others are superseded', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea, bread), noonMs);
    const again = { ...tea, nightId: secondNight, title: 'Said otherwise.' };
    putProposal(db, proposal(secondNight, again, salt), epochMs(noonMs + 1));
    expect(changeById(db, tea.id)?.change).toEqual(tea);
    expect(changeState(db, bread.id)).toBe('superseded');
    expect(titles(db, ['waiting']).toSorted()).toEqual([salt.title, tea.title].toSorted());
  });

  it('that were decided stay decided, whatever a later night proposes', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea, bread, salt), noonMs);
    writeDecision(db, decided(tea, 'rejected'));
    writeDecision(db, decided(bread, 'approved'));
    putProposal(db, proposal(secondNight, tea, salt), noonMs);
    expect([tea, bread, salt].map((change) => changeState(db, change.id))).toEqual([
      'rejected',
      'approved',
      'waiting',
    ]);
  });

  it('are offered anew after they were superseded or applied', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea, bread), noonMs);
    writeDecision(db, decided(bread, 'approved'));
    markApplied(db, bread.id, noonMs);
    putProposal(db, proposal(secondNight), noonMs);
    expect([tea, bread].map((change) => changeState(db, change.id))).toEqual(['superseded', 'applied']);
    const anew = [
      { ...tea, nightId: secondNight },
      { ...bread, nightId: secondNight },
    ];
    putProposal(db, proposal(secondNight, ...anew), noonMs);
    expect(standingChanges(db, ['waiting']).map(({ change }) => change)).toEqual(anew);
  });

  it('of a night that did not see everything leave the older ones waiting', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea), noonMs);
    putProposal(db, proposal(secondNight, salt), noonMs, { keepOlder: true });
    expect(titles(db, ['waiting'])).toEqual([tea.title, salt.title]);
  });

  it('whose ground has moved wait again and say so', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea), noonMs);
    writeDecision(db, decided(tea, 'approved'));
    markConflict(db, tea.id, noonMs);
    expect(changeById(db, tea.id)).toMatchObject({ state: 'waiting', change: { flags: ['conflict'] } });
  });

  it('are found by the beginning of their id', () => {
    const { db } = openTempStore();
    putProposal(db, proposal(firstNight, tea, bread, salt), noonMs);
    expect(changeIdsFrom(db, 'chg_', 2)).toHaveLength(2);
    expect(changeIdsFrom(db, tea.id.slice(0, 12), 2)).toEqual([tea.id]);
    expect(changeIdsFrom(db, 'chg_nothing', 2)).toEqual([]);
  });
});
