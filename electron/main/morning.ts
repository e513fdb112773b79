// Whether the morning's one notification is due, and what it says. One a night at most, never at night itself, none for
// a night that found nothing: whoever sleeps is left alone.
import type { NightState } from '../../shared/contract.ts';
import type { EpochMs } from '../../shared/ids.ts';
import type { MindReceipt } from '../../shared/models.ts';
import { assertNever } from '../../shared/result.ts';
import type { NightRecord } from '../../shared/schedule.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Words } from './words.ts';

export interface MorningFacts {
  readonly night: NightState;
  readonly settings: Settings;
  readonly nowMs: EpochMs;
  /** The night that was told of last, by when it was due; null for none. */
  readonly toldDueAtMs: EpochMs | null;
  /** What its model did in the night that was dreamt last; null where none was asked. */
  readonly mind: Pick<MindReceipt, 'state' | 'fault'> | null;
  /** Sessions that a night which stopped had read; null where none stopped. */
  readonly sessionsKept: number | null;
  /** What was said last of the model; null where it went well since. */
  readonly toldTrouble: ModelTrouble | null;
  /** The screen is locked, as far as the system tells. */
  readonly isLocked: boolean;
  /** Somebody unlocked it just now, or touches keys or mouse. */
  readonly isSomebodyThere: boolean;
}

/** What its owner alone can mend: a key that is refused, a limit that ended the asking. Each is told once. */
export type ModelTrouble = 'key' | 'budget';

export function troubleOf({ mind }: Pick<MorningFacts, 'mind'>): ModelTrouble | null {
  if (mind?.fault === 'key-invalid') return 'key';
  return mind?.state === 'budget' ? 'budget' : null;
}

function untoldTrouble(facts: MorningFacts): ModelTrouble | null {
  const { toldTrouble } = facts;
  const trouble = troubleOf(facts);
  return trouble === toldTrouble ? null : trouble;
}

/** The night to tell of, now or later this morning; null where there is nothing to tell. */
export function untoldNight(facts: MorningFacts): NightRecord | null {
  const { night, settings, toldDueAtMs } = facts;
  const [record] = night.records;
  if (!settings.notifications.morning || record === undefined || record.dueAtMs === toldDueAtMs) return null;
  return isNews(record, night) || untoldTrouble(facts) !== null ? record : null;
}

function isNews(record: NightRecord, night: NightState): boolean {
  switch (record.fate) {
    case 'ran':
    case 'woken':
      return night.reviewWaiting > 0;
    case 'failed':
      return true;
    // Only a question of ours makes a missed night news: the rest stands on Tonight.
    case 'missed':
      return night.asked !== null;
    case 'empty':
    case 'skipped':
      return false;
    default:
      return assertNever(record.fate);
  }
}

export const isMorningDue = (facts: MorningFacts): boolean =>
  facts.isSomebodyThere &&
  !facts.isLocked &&
  untoldNight(facts) !== null &&
  minuteOfDay(facts.nowMs, facts.settings.schedule.zone) >= facts.settings.schedule.wakeMinute;

function minuteOfDay(ms: EpochMs, zone: string | null): number {
  const parts = new Intl.DateTimeFormat('en', {
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
    ...(zone === null ? {} : { timeZone: zone }),
  }).formatToParts(ms);
  const number = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  return number('hour') * 60 + number('minute');
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly route: string;
}

export interface Told {
  readonly waiting: number;
  readonly flagged: number;
  /** Sessions that a night which stopped had read; null where that is not known. */
  readonly kept: number | null;
  readonly trouble: ModelTrouble | null;
}

/** What is to be said of it: counts of review are the caller's. */
export const toldOf = (facts: MorningFacts, flagged: number): Told => ({
  waiting: facts.night.reviewWaiting,
  flagged,
  kept: facts.sessionsKept,
  trouble: untoldTrouble(facts),
});

// As the review's own head has it (renderer/review/queue.ts).
const secondsPerChange = 17;
const minutesFor = (changes: number): number => Math.max(1, Math.round((changes * secondsPerChange) / 60));

/** Counts and our own sentences only: a lock screen is read by anyone. */
export function morningNotice(record: NightRecord, told: Told, words: Words): Notice {
  const { waiting, flagged, kept, trouble } = told;
  if (record.fate === 'failed') {
    const body = kept === null ? words.nothingChanged : `${words.nothingChanged} ${words.sessionsKept(kept)}`;
    return { title: words.nightStopped, body, route: '/tonight' };
  }
  if (record.fate === 'missed')
    return { title: words.nightMissed, body: words.missedBecause(record.because), route: '/tonight' };
  if (trouble !== null && waiting === 0)
    return { title: words.trouble[trouble], body: words.nothingChanged, route: troublePlaces[trouble] };
  const parts = [
    record.fate === 'woken' ? words.nightWoken : '',
    flagged > 0 ? words.needsHand(flagged) : '',
    words.aboutMinutes(minutesFor(waiting)),
    trouble === null ? '' : words.trouble[trouble],
  ];
  return {
    title: words.review(waiting),
    body: parts.filter((part) => part !== '').join(' '),
    route: '/review',
  };
}

const troublePlaces: Readonly<Record<ModelTrouble, string>> = {
  key: '/settings/model',
  budget: '/settings/budget',
};
