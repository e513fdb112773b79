import { describe, expect, it } from 'vitest';
import { nights, records } from '../fixtures/nights.ts';
import { createFormats } from '../words/formats.ts';
import { agentsOf, daysOf, isOfAgent, nightKey, stepMonth, weeksOf } from './calendar.ts';

describe('the calendar', () => {
  it('begins weeks on Monday and holds every day of the month once', () => {
    const weeks = weeksOf('2026-11');
    expect(weeks[0]).toEqual([null, null, null, null, null, null, '2026-11-01']);
    expect(weeks.flat().filter((day) => day !== null)).toHaveLength(30);
    expect(weeksOf('2027-02').map((week) => week.length)).toEqual([7, 7, 7, 7]);
    expect(
      weeksOf('2026-12')
        .flat()
        .filter((day) => day !== null),
    ).toHaveLength(31);
  });

  it('steps over the turn of the year', () => {
    expect([stepMonth('2026-12', 1), stepMonth('2027-01', -1)]).toEqual(['2027-01', '2026-12']);
  });

  it('puts a night on the day that its owner lived, and asks for it by the engine’s', () => {
    const shanghai = createFormats('en-GB', 'Asia/Shanghai');
    const isoDay = (ms: number) => shanghai.isoDay(ms);
    const days = daysOf(records, nights, isoDay);
    const last = days.at(-1);
    // 03:00 in New York is 16:00 in Shanghai, and 08:00 in UTC.
    expect([last?.day, last?.night && nightKey(last.night)]).toEqual(['2026-11-20', '2026-11-20']);
    expect(daysOf([], nights, isoDay)).toHaveLength(nights.length);
  });

  it('knows a day on which a night was missed, with its reason', () => {
    const newYork = createFormats('en-GB', 'America/New_York');
    const isoDay = (ms: number) => newYork.isoDay(ms);
    const missed = daysOf(records, nights, isoDay).find(({ fate }) => fate === 'missed');
    expect([missed?.night, missed?.record?.because]).toEqual([
      null,
      'Missed 03:00: laptop asleep 01:10–07:42.',
    ]);
  });

  it('finds the nights of one agent, and keeps those that do not know whose they are', () => {
    const newYork = createFormats('en-GB', 'America/New_York');
    const [first, ...others] = nights;
    if (first === undefined) throw new Error('there are nights');
    const days = daysOf(records, [{ ...first, agents: null }, ...others], (ms) => newYork.isoDay(ms));
    expect(agentsOf(days)).toEqual(['claude-code', 'codex', 'openclaw']);
    const codex = days.filter((day) => isOfAgent(day, 'codex')).map(({ day }) => day);
    expect(codex).toEqual(['2026-11-10', '2026-11-13', '2026-11-16', '2026-11-20']);
    expect(days.filter((day) => isOfAgent(day, null))).toHaveLength(days.length);
  });
});
