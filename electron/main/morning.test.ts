import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { isMorningDue, morningNotice, type MorningFacts } from './morning.ts';
import { dueAtMs, quietNight, recordOf, settingsInUtc } from './testing/standing.ts';
import { wordsFor } from './words.ts';

const at = (hour: number, minute = 0): ReturnType<typeof epochMs> =>
  epochMs(Date.UTC(2026, 10, 21, hour, minute));
const ran = { ...quietNight, records: [recordOf('ran')], reviewWaiting: 7 };
const facts: MorningFacts = {
  night: ran,
  settings: settingsInUtc,
  nowMs: at(7),
  toldDueAtMs: null,
  isLocked: false,
  isSomebodyThere: true,
};

describe('the morning notification', () => {
  it('is due from the wake time on, when somebody is there', () => {
    expect(isMorningDue(facts)).toBe(true);
    expect(isMorningDue({ ...facts, nowMs: at(6, 30) })).toBe(true);
    expect(isMorningDue({ ...facts, nowMs: at(6, 29) })).toBe(false);
    expect(isMorningDue({ ...facts, nowMs: at(3, 10) })).toBe(false);
    expect(isMorningDue({ ...facts, isSomebodyThere: false })).toBe(false);
  });

  it('waits for the unlock where the screen is locked', () => {
    expect(isMorningDue({ ...facts, isLocked: true })).toBe(false);
  });

  it('comes once a night', () => {
    expect(isMorningDue({ ...facts, toldDueAtMs: dueAtMs })).toBe(false);
    expect(isMorningDue({ ...facts, toldDueAtMs: epochMs(dueAtMs - 86_400_000) })).toBe(true);
  });

  it('reads the wake time in the schedule’s zone', () => {
    const inTokyo = { ...settingsInUtc, schedule: { ...settingsInUtc.schedule, zone: 'Asia/Tokyo' } };
    // 22:00 in UTC is 07:00 in Tokyo; 20:00 is 05:00 there.
    expect(isMorningDue({ ...facts, settings: inTokyo, nowMs: at(22) })).toBe(true);
    expect(isMorningDue({ ...facts, settings: inTokyo, nowMs: at(20) })).toBe(false);
  });

  it.each(['empty', 'skipped', 'missed'] as const)('never comes for a night that was %s', (fate) => {
    expect(isMorningDue({ ...facts, night: { ...ran, records: [recordOf(fate)] } })).toBe(false);
  });

  it('does not come for changes that are all decided, for no night, or where it is switched off', () => {
    expect(isMorningDue({ ...facts, night: { ...ran, reviewWaiting: 0 } })).toBe(false);
    expect(isMorningDue({ ...facts, night: quietNight })).toBe(false);
    const off = { ...settingsInUtc, notifications: { morning: false, textOnLockScreen: false } };
    expect(isMorningDue({ ...facts, settings: off })).toBe(false);
  });

  it('comes for a night that stopped, and for a missed one that waits for an answer', () => {
    expect(isMorningDue({ ...facts, night: { ...quietNight, records: [recordOf('failed')] } })).toBe(true);
    const missed = recordOf('missed');
    expect(isMorningDue({ ...facts, night: { ...quietNight, records: [missed], asked: missed } })).toBe(true);
  });
});

describe('what it says', () => {
  const words = wordsFor('en', 'en');

  it('is a count, and where it leads', () => {
    expect(morningNotice(recordOf('ran'), { waiting: 7, flagged: 2 }, words)).toEqual({
      title: '7 changes to review',
      body: '2 need your hand.',
      route: '/review',
    });
    expect(morningNotice(recordOf('woken'), { waiting: 1, flagged: 0 }, words)).toMatchObject({
      title: '1 change to review',
      body: 'Last night was woken',
    });
  });

  it('says of a night that stopped that no file was changed', () => {
    expect(morningNotice(recordOf('failed'), { waiting: 0, flagged: 0 }, words)).toEqual({
      title: 'Last night’s dream stopped',
      body: 'No memory file was changed.',
      route: '/tonight',
    });
  });

  it('says why a night was missed', () => {
    expect(morningNotice(recordOf('missed'), { waiting: 0, flagged: 0 }, words).body).toContain('asleep');
  });
});
