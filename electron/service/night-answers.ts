// Answers about nights: tonight, beginning and waking, the schedule's pause, nights before, the diary, and what repeats.
import type { Answers, NightWish } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { ok, type Result } from '../../shared/result.ts';
import { runGiven, type Desk } from './desk.ts';
import type { JobOf } from './jobs.ts';

type NightCalls = Extract<keyof Answers, `night.${string}` | `diary.${string}` | `pattern.${string}`>;

export const dreamJob = (wish: NightWish, focus: string | null): JobOf<'dream'> => ({
  kind: 'dream',
  options: { ...wish, instructions: wish.instructions ?? focus, apply: 'review', paths: [] },
});

export function nightAnswers(desk: Desk): Pick<Answers, NightCalls> {
  const { engines, runs, nights, tonight } = desk;
  const patterns = (days: number) => engines.shown().patterns(days);
  let daysShown = usualDays;
  return {
    'night.state': () => tonight.state(),
    'night.start': async (wish) => begin(desk, wish),
    'night.wake': () => Promise.resolve(ok({ run: runs.wake() })),
    'night.pause': async ({ untilMs }) => nights.pause(untilMs),
    'night.answerMissed': async ({ dream }) => {
      const answered = nights.answerMissed(dream);
      return answered.ok ? tonight.state() : answered;
    },
    'night.list': async () => noneFor(await engines.shown().nights()),
    'night.records': async ({ limit }) => nights.records(limit),
    'night.compare': ({ first, second }) => engines.shown().compareNights(first, second),
    'night.withThresholds': ({ thresholds }) => engines.shown().nightWithThresholds(thresholds),
    'night.keepAnyway': ({ text }) => engines.shown().keepAnyway(text),
    'night.changes': ({ night }) => engines.shown().nightChanges(night),
    'night.receipt': ({ night }) => engines.shown().nightReceipt(night),
    'night.end': ({ run }) => Promise.resolve(ok(runs.end(run))),
    'diary.get': ({ date }) => engines.shown().diary(date),
    'diary.find': async ({ words }) => noneFor(await engines.shown().findInDiaries(words)),
    'pattern.list': ({ days }) => {
      daysShown = days;
      return patterns(days);
    },
    'pattern.charts': ({ days }) => engines.shown().patternCharts(days),
    'pattern.mute': async ({ id, muted }) => {
      const done = await engines.shown().mutePattern(id, muted);
      return done.ok ? patterns(daysShown) : done;
    },
  };
}

/** What Patterns shows at first. */
const usualDays = 30;

async function begin(desk: Desk, wish: NightWish): Promise<Result<{ readonly run: string }, Failure>> {
  const { engines, runs, days } = desk;
  const settings = await engines.own.settings();
  if (!settings.ok) return settings;
  days.giveWay();
  const isSample = engines.isSample();
  const job = dreamJob(wish, settings.value.focus);
  return runGiven(runs.start({ job, isSample, startedBy: 'you' }));
}

/** Before the first there are none: a screen shows that as a beginning and not as a fault. */
const noneFor = <T>(answer: Result<readonly T[], Failure>): Result<readonly T[], Failure> =>
  answer.ok || answer.error.kind !== 'not-found' ? answer : ok([]);
