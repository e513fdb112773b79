import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../shared/dream.ts';
import type { NightId } from '../../../shared/ids.ts';
import { epochMs, versionNumber } from '../../../shared/ids.ts';
import type { Change } from '../../../shared/proposal.ts';
import type { WritableDb } from '../store/db.ts';
import { putNight } from '../store/nights.ts';
import {
  firstNight,
  madeUpChange,
  madeUpEntry,
  madeUpReceipt,
  secondNight,
} from '../store/testing/made-up.ts';
import { noonMs, openTempStore, failureFrom, valueOf } from '../store/testing/temp-store.ts';
import { compareNights, type Judged, type NightToCompare } from './compare.ts';
import { findNight } from './find-night.ts';

const closedGate: Gate = { name: 'instructions', passed: false, reason: 'left out', flip: 'other words' };

const verdict = (text: string, over: Partial<Judged> = {}): Judged => ({
  theme: { kind: 'preference', scope: 'global', text },
  score: 0.8,
  gates: [{ name: 'evidence', passed: true, reason: 'it is there', flip: null }],
  decision: 'promote',
  ...over,
});

const night = (
  id: NightId,
  over: {
    readonly changes?: readonly Change[];
    readonly verdicts?: readonly Judged[];
    readonly nowMs?: number;
  } = {},
): NightToCompare => ({
  receipt: madeUpReceipt(id, epochMs(over.nowMs ?? noonMs)),
  proposal: { nightId: id, base: versionNumber(0), changes: over.changes ?? [] },
  verdicts: over.verdicts ?? [],
});

describe('comparing two nights', () => {
  it('tells what both proposed from what only one did', () => {
    const [tea, milk, salt] = ['tea', 'milk', 'salt'].map((name) => madeUpChange(name));
    if (!tea || !milk || !salt) throw new Error('three changes');
    const { changes } = compareNights(
      night(firstNight, { changes: [tea, milk] }),
      night(secondNight, { changes: [salt, milk] }),
    );
    expect(changes).toEqual({ both: [{ first: milk, second: milk }], onlyFirst: [tea], onlySecond: [salt] });
  });

  it('takes changes that leave the same entry for one, though they close something else', () => {
    const add = madeUpChange('add', { after: madeUpEntry('tea') });
    const replace = madeUpChange('replace', { operation: 'replace', after: madeUpEntry('tea') });
    const { changes } = compareNights(
      night(firstNight, { changes: [add] }),
      night(secondNight, { changes: [replace] }),
    );
    expect(changes.both).toEqual([{ first: add, second: replace }]);
  });

  it('names the themes that were judged differently, the widest apart first', () => {
    const first = night(firstNight, {
      verdicts: [
        verdict('same'),
        verdict('score', { score: 0.7 }),
        verdict('decision'),
        verdict('gone', { decision: 'hold' }),
      ],
    });
    const second = night(secondNight, {
      verdicts: [
        verdict('decision', { decision: 'hold', gates: [closedGate] }),
        verdict('same'),
        verdict('score'),
      ],
    });
    const { verdicts, alike } = compareNights(first, second);
    expect(alike).toBe(1);
    expect(
      verdicts.map(({ text, first: a, second: b }) => [text, a?.decision, b?.decision, b?.gate]),
    ).toEqual([
      ['decision', 'promote', 'hold', 'instructions'],
      ['score', 'promote', 'promote', null],
      ['gone', 'hold', undefined, undefined],
    ]);
  });

  it('is the other way round for the nights the other way round', () => {
    const a = night(firstNight, {
      changes: [madeUpChange('tea')],
      verdicts: [verdict('x'), verdict('y', { score: 0.1 })],
    });
    const b = night(secondNight, { changes: [madeUpChange('milk')], verdicts: [verdict('y')] });
    const [there, back] = [compareNights(a, b), compareNights(b, a)];
    expect(back.changes.onlyFirst).toEqual(there.changes.onlySecond);
    expect(
      back.verdicts.map(({ first, second, ...rest }) => ({ ...rest, first: second, second: first })),
    ).toEqual(there.verdicts);
  });
});

const put = (db: WritableDb, { receipt, proposal }: NightToCompare): void =>
  putNight(db, { receipt, proposal, diary: '', verdicts: [] });

describe('finding a night', () => {
  const stored = () => {
    const { db } = openTempStore();
    put(db, night(firstNight));
    put(db, night(secondNight, { nowMs: noonMs + 86_400_000 }));
    return db;
  };
  const idOf = (name: string, db = stored()): NightId => valueOf(findNight(db, name)).receipt.nightId;

  it('by its id, the beginning of one, its date, or as latest and previous', () => {
    expect(idOf(firstNight)).toBe(firstNight);
    expect(idOf(firstNight.slice(0, 12))).toBe(firstNight);
    expect(idOf(firstNight.slice(4, 12))).toBe(firstNight);
    expect(idOf('2025-10-01')).toBe(firstNight);
    expect(idOf('latest')).toBe(secondNight);
    expect(idOf('previous')).toBe(firstNight);
  });

  it('refuses a beginning or a date that fits several, and names them', () => {
    const db = stored();
    expect(failureFrom(findNight(db, 'ngt_'))).toMatchObject({ kind: 'wrong-input' });
    expect(failureFrom(findNight(db, 'ngt_')).happened).toContain(firstNight);
    put(db, night(secondNight));
    expect(failureFrom(findNight(db, '2025-10-01')).kind).toBe('wrong-input');
  });

  it('says so where there is none', () => {
    expect(failureFrom(findNight(stored(), 'zzz')).kind).toBe('not-found');
    expect(failureFrom(findNight(stored(), '')).kind).toBe('not-found');
    expect(failureFrom(findNight(openTempStore().db, 'latest')).happened).toContain('No night');
  });
});
