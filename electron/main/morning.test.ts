import { describe, expect, it } from 'vitest';
import { epochMs } from '../../shared/ids.ts';
import { isMorningDue, morningNotice, toldOf, troubleOf, type MorningFacts } from './morning.ts';
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
  mind: null,
  sessionsKept: null,
  toldTrouble: null,
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

describe('trouble with the model', () => {
  const refused: MorningFacts = {
    ...facts,
    night: { ...quietNight, records: [recordOf('empty')] },
    mind: { state: 'stopped', fault: 'key-invalid' },
  };

  it('is told once, also after a night that found nothing, and again when it comes back', () => {
    expect(isMorningDue(refused)).toBe(true);
    expect(isMorningDue({ ...refused, toldTrouble: 'key' })).toBe(false);
    expect(isMorningDue({ ...refused, toldTrouble: 'budget' })).toBe(true);
    expect(troubleOf({ mind: { state: 'done', fault: null } })).toBe(null);
  });

  it('leads to where it is mended', () => {
    const told = toldOf(refused, 0);
    expect(morningNotice(recordOf('empty'), told, wordsFor('en', 'en'))).toEqual({
      title: 'The model’s key was refused: nights dream without it.',
      body: 'No memory file was changed.',
      route: '/settings/model',
    });
  });
});

describe('what it says', () => {
  const words = wordsFor('en', 'en');
  const told = { waiting: 0, flagged: 0, kept: null, trouble: null };

  it('is a count, how long it takes, and where it leads', () => {
    expect(morningNotice(recordOf('ran'), { ...told, waiting: 7, flagged: 2 }, words)).toEqual({
      title: '7 changes to review',
      body: '2 need your hand. About 2 minutes.',
      route: '/review',
    });
    expect(morningNotice(recordOf('woken'), { ...told, waiting: 1, trouble: 'budget' }, words)).toMatchObject(
      {
        title: '1 change to review',
        body: 'Last night was woken. About 1 minute. A limit of the budget ended the asking.',
      },
    );
  });

  it('says of a night that stopped that no file was changed, and what is kept', () => {
    expect(morningNotice(recordOf('failed'), { ...told, kept: 26 }, words)).toEqual({
      title: 'Last night’s dream stopped',
      body: 'No memory file was changed. 26 sessions are kept.',
      route: '/tonight',
    });
  });

  it('says why a night was missed', () => {
    expect(morningNotice(recordOf('missed'), told, words).body).toContain('asleep');
    expect(morningNotice(recordOf('missed'), told, wordsFor('zh', 'en')).body).not.toMatch(/[A-Za-z]/u);
  });
});
