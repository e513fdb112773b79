// Whether the morning's one notification is due, and what it says. One a night at most, never at night itself, none for
// a night that found nothing: whoever sleeps is left alone.
import type { NightState } from '../../shared/contract.ts';
import type { EpochMs } from '../../shared/ids.ts';
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
  /** The screen is locked, as far as the system tells. */
  readonly isLocked: boolean;
  /** Somebody unlocked it just now, or touches keys or mouse. */
  readonly isSomebodyThere: boolean;
}

/** The night to tell of, now or later this morning; null where there is nothing to tell. */
export function untoldNight({ night, settings, toldDueAtMs }: MorningFacts): NightRecord | null {
  const [record] = night.records;
  if (!settings.notifications.morning || record === undefined || record.dueAtMs === toldDueAtMs) return null;
  return isNews(record, night) ? record : null;
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

/** Counts and our own sentences only: a lock screen is read by anyone. */
export function morningNotice(
  record: NightRecord,
  facts: { waiting: number; flagged: number },
  words: Words,
): Notice {
  const { waiting, flagged } = facts;
  if (record.fate === 'failed')
    return { title: words.nightStopped, body: words.nothingChanged, route: '/tonight' };
  if (record.fate === 'missed') return { title: words.nightMissed, body: record.because, route: '/tonight' };
  const body = flagged > 0 ? words.needsHand(flagged) : record.fate === 'woken' ? words.nightWoken : '';
  return { title: words.review(waiting), body, route: '/review' };
}
