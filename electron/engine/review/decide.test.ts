import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../shared/decisions.ts';
import { rejectReasons } from '../../../shared/decisions.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { VersionNumber } from '../../../shared/ids.ts';
import type { MemoryEntry } from '../../../shared/memory.ts';
import type { Change } from '../../../shared/proposal.ts';
import { publish } from '../memory/versions.ts';
import type { WritableDb } from '../store/db.ts';
import { currentMemory } from '../store/memory.ts';
import { blockRules, feedbackInForce, liftRule, setPin } from '../store/owners-word.ts';
import { changeState, decisionsOf, putProposal } from '../store/proposals.ts';
import {
  firstNight,
  madeUpChange,
  madeUpChangeId,
  madeUpEntry,
  madeUpEntryId,
  secondNight,
} from '../store/testing/made-up.ts';
import { failureFrom, hourMs, noonMs, openTempStore, valueOf } from '../store/testing/temp-store.ts';
import { decide, undoLast } from './decide.ts';
import { applyApproved, listReview, showReview } from './review.ts';

const [tea, bread] = [madeUpEntry('tea'), madeUpEntry('bread')];
const laterMs = epochMs(noonMs + hourMs);
const [salt, oil] = [madeUpChangeId('salt'), madeUpChangeId('oil')];

interface Kitchen {
  readonly db: WritableDb;
  readonly base: VersionNumber;
  readonly say: (ruling: Ruling, ...ids: readonly string[]) => ReturnType<typeof decide>;
}

function kitchen(changes: readonly Change[] = [madeUpChange('salt'), madeUpChange('oil')]): Kitchen {
  const { db } = openTempStore();
  const entries: readonly MemoryEntry[] = [tea, bread];
  const base = publish(db, {
    author: 'import',
    reason: 'A test.',
    nightId: null,
    changeIds: [],
    nowMs: noonMs,
    entries,
  }).number;
  putProposal(db, { nightId: firstNight, base, changes }, noonMs);
  return { db, base, say: (ruling, ...ids) => decide(db, ids, { ...ruling, by: 'you', nowMs: laterMs }) };
}

const textOf = (db: WritableDb, name: string): string | undefined =>
  currentMemory(db).entries.find((entry) => entry.id === madeUpEntryId(name))?.text;

describe('editing', () => {
  it('approves with the person’s words and keeps the dream’s beside them', () => {
    const { db, say } = kitchen();
    const [item] = valueOf(say({ kind: 'edited', text: '  Salt the\nwater first. ' }, salt));
    expect(item).toMatchObject({ state: 'approved', dreamText: 'Remember salt.' });
    expect(item?.change.after?.text).toBe('Salt the water first.');
    valueOf(applyApproved(db, laterMs));
    expect(textOf(db, 'salt')).toBe('Salt the water first.');
    expect(feedbackInForce(db)).toMatchObject([
      { kind: 'edited', dreamText: 'Remember salt.', yourText: 'Salt the water first.' },
    ]);
    expect(valueOf(showReview(db, salt))).toMatchObject({ state: 'applied', dreamText: 'Remember salt.' });
  });

  it('keeps the words when it is put off, found in conflict or approved later, until the dream’s are typed again', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'edited', text: 'Mine.' }, salt));
    valueOf(say({ kind: 'approved' }, salt));
    expect(valueOf(showReview(db, salt)).change.after?.text).toBe('Mine.');
    valueOf(say({ kind: 'edited', text: 'Remember salt.' }, salt));
    expect(valueOf(showReview(db, salt))).toMatchObject({ dreamText: null, state: 'approved' });
    expect(feedbackInForce(db)).toEqual([]);
  });

  it('refuses empty words, and a change that leaves no line', () => {
    const gone = madeUpChange('gone', {
      operation: 'retire',
      after: null,
      closes: [{ entryId: tea.id, because: 'x' }],
    });
    const { say } = kitchen([madeUpChange('salt'), gone]);
    expect(failureFrom(say({ kind: 'edited', text: ' \n ' }, salt)).kind).toBe('wrong-input');
    expect(failureFrom(say({ kind: 'edited', text: 'x' }, gone.id)).happened).toContain('no line of memory');
  });
});

describe('rejecting', () => {
  it.each(rejectReasons)('as %s is kept for later nights', (reason) => {
    const { db, say } = kitchen();
    const [item] = valueOf(say({ kind: 'rejected', reason }, salt));
    expect(item).toMatchObject({ state: 'rejected', decision: { reason } });
    expect(feedbackInForce(db)).toMatchObject([{ kind: 'rejected', reason, dreamText: 'Remember salt.' }]);
    expect(blockRules(db).map(({ text }) => text)).toEqual(
      reason === 'never-again' ? ['Remember salt.'] : [],
    );
  });

  it('teaches nothing once the change was approved after all, and its rule is gone', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'rejected', reason: 'never-again' }, salt));
    valueOf(say({ kind: 'approved' }, salt));
    expect(feedbackInForce(db)).toEqual([]);
    expect(blockRules(db)).toEqual([]);
  });

  it('with another reason is another decision', () => {
    const { db, say } = kitchen();
    for (const reason of ['wrong', 'wrong', 'private'] as const)
      valueOf(say({ kind: 'rejected', reason }, salt));
    expect(decisionsOf(db, salt).map(({ reason }) => reason)).toEqual(['wrong', 'private']);
    expect(feedbackInForce(db).map(({ reason }) => reason)).toEqual(['private']);
  });

  it('makes a rule that can be lifted by itself', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'rejected', reason: 'never-again' }, salt));
    const [rule] = blockRules(db);
    expect(liftRule(db, rule?.number ?? 0)).toBe(true);
    expect(blockRules(db)).toEqual([]);
    expect(liftRule(db, rule?.number ?? 0)).toBe(false);
  });
});

describe('putting off', () => {
  it('lasts until the date, outlives a night that does not say it again, and comes back at the top', () => {
    const { db, base, say } = kitchen();
    const untilMs = epochMs(noonMs + 24 * hourMs);
    expect(valueOf(say({ kind: 'snoozed', untilMs }, salt))[0]).toMatchObject({ state: 'snoozed' });
    putProposal(db, { nightId: secondNight, base, changes: [madeUpChange('oil')] }, laterMs);
    expect(changeState(db, salt)).toBe('snoozed');
    decide(db, [], { kind: 'approved', by: 'you', nowMs: epochMs(untilMs - 1) });
    expect(changeState(db, salt)).toBe('snoozed');
    decide(db, [], { kind: 'approved', by: 'you', nowMs: untilMs });
    expect(listReview(db).map((item) => [item.change.id, item.state, item.isReturned])).toEqual([
      [salt, 'waiting', true],
      [oil, 'waiting', undefined],
    ]);
  });

  it('lasts until tomorrow where no date is given, and never until yesterday', () => {
    const { say } = kitchen();
    const untilMs = valueOf(say({ kind: 'snoozed' }, salt))[0]?.decision?.untilMs ?? 0;
    const at = new Date(untilMs);
    expect([at.getHours(), at.getMinutes()]).toEqual([0, 0]);
    expect(untilMs - laterMs).toBeGreaterThan(0);
    expect(untilMs - laterMs).toBeLessThanOrEqual(25 * hourMs);
    expect(failureFrom(say({ kind: 'snoozed', untilMs: noonMs }, salt)).kind).toBe('wrong-input');
  });
});

describe('a duplicate', () => {
  it('of an entry or of another change is set aside and says of what', () => {
    const { db, say } = kitchen();
    expect(valueOf(say({ kind: 'duplicate', of: tea.id }, salt))[0]).toMatchObject({
      state: 'duplicate',
      decision: { duplicateOf: tea.id },
    });
    valueOf(say({ kind: 'duplicate', of: salt }, oil));
    expect(feedbackInForce(db).map(({ duplicateOf }) => duplicateOf)).toEqual([
      tea.id,
      madeUpEntryId('salt'),
    ]);
    expect(valueOf(applyApproved(db, laterMs)).version).toBeNull();
  });

  it('of itself or of nothing is refused', () => {
    const { say } = kitchen();
    expect(failureFrom(say({ kind: 'duplicate', of: salt }, salt)).happened).toContain('itself');
    expect(failureFrom(say({ kind: 'duplicate', of: 'mem_nobody' }, salt)).kind).toBe('not-found');
  });
});

describe('undo', () => {
  it('takes back the last decision, again and again, each with what it taught', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'edited', text: 'Mine.' }, salt));
    valueOf(say({ kind: 'rejected', reason: 'never-again' }, salt));
    valueOf(say({ kind: 'snoozed' }, oil));
    const stands = (): readonly (string | null)[] => [changeState(db, salt), changeState(db, oil)];
    expect(valueOf(undoLast(db, laterMs))).toEqual({ changeIds: [oil], was: 'put off' });
    expect(stands()).toEqual(['rejected', 'waiting']);
    expect(valueOf(undoLast(db, laterMs)).was).toBe('rejected as never-again');
    expect(stands()).toEqual(['approved', 'waiting']);
    expect(valueOf(showReview(db, salt)).change.after?.text).toBe('Mine.');
    expect(blockRules(db)).toEqual([]);
    expect(feedbackInForce(db).map(({ kind }) => kind)).toEqual(['edited']);
    expect(valueOf(undoLast(db, laterMs)).was).toBe('edited and approved');
    expect(stands()).toEqual(['waiting', 'waiting']);
    expect(valueOf(showReview(db, salt))).toMatchObject({ dreamText: null, decision: null });
    expect(failureFrom(undoLast(db, laterMs)).kind).toBe('not-found');
  });

  it('takes back what was decided in one go in one go', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'approved' }, salt, oil));
    expect(valueOf(undoLast(db, laterMs)).changeIds).toEqual([salt, oil]);
    expect(listReview(db).every(({ state }) => state === 'waiting')).toBe(true);
  });

  it('ends where something was applied, and says how to go on', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'approved' }, salt));
    valueOf(applyApproved(db, laterMs));
    valueOf(say({ kind: 'rejected' }, oil));
    valueOf(undoLast(db, laterMs));
    expect(failureFrom(undoLast(db, laterMs)).todo).toContain(`memory rollback --change ${salt}`);
  });

  it('never takes back what was decided by itself', () => {
    const { db } = kitchen();
    valueOf(decide(db, [salt], { kind: 'approved', by: 'auto', nowMs: laterMs }));
    expect(failureFrom(undoLast(db, laterMs)).kind).toBe('not-found');
    expect(changeState(db, salt)).toBe('approved');
  });

  it('keeps every decision in the log', () => {
    const { db, say } = kitchen();
    valueOf(say({ kind: 'rejected', reason: 'wrong' }, salt));
    valueOf(undoLast(db, laterMs));
    expect(() => db.script("DELETE FROM change_events WHERE kind = 'rejected'")).toThrow('append-only');
    expect(() => db.script('UPDATE feedback SET at_ms = 0')).toThrow('append-only');
  });
});

describe('a pinned entry', () => {
  const closing = madeUpChange('closing', {
    operation: 'retire',
    after: null,
    closes: [{ entryId: tea.id, because: 'It is not so any more.' }],
  });

  it('is closed by nothing that its owner did not approve: that waits and says so', () => {
    const { db } = kitchen([closing]);
    valueOf(decide(db, [closing.id], { kind: 'approved', by: 'auto', nowMs: laterMs }));
    expect(setPin(db, tea.id, true, laterMs)).toBe(true);
    expect(setPin(db, tea.id, true, laterMs)).toBe(false);
    expect(valueOf(applyApproved(db, laterMs))).toMatchObject({ applied: [], conflicts: [closing.id] });
    expect(valueOf(showReview(db, closing.id))).toMatchObject({ state: 'waiting' });
    expect(valueOf(showReview(db, closing.id)).change.flags).toContain('conflict');
    expect(textOf(db, 'tea')).toBe('Remember tea.');
  });

  it('goes by its owner’s own hand', () => {
    const { db, say } = kitchen([closing]);
    setPin(db, tea.id, true, laterMs);
    valueOf(say({ kind: 'approved' }, closing.id));
    expect(valueOf(applyApproved(db, laterMs)).applied).toEqual([closing.id]);
  });

  it('is free again once the pin is taken out', () => {
    const { db } = kitchen([closing]);
    setPin(db, tea.id, true, laterMs);
    setPin(db, tea.id, false, laterMs);
    valueOf(decide(db, [closing.id], { kind: 'approved', by: 'auto', nowMs: laterMs }));
    expect(valueOf(applyApproved(db, laterMs)).applied).toEqual([closing.id]);
  });
});
