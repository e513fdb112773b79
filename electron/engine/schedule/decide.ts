// What is to be done about a night whose time has come: from what stands in the store and what the computer says, one
// move. Pure, so that every case can be read in one place.
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';
import type { CatchUp, NightFate, PowerState, ScheduleSettings } from '../../../shared/schedule.ts';
import { assertNever } from '../../../shared/result.ts';
import type { DueNight, DueState, KeptBy } from '../store/schedule.ts';
import type { Night } from './due.ts';
import { dayMs, minuteMs, momentOf, startOfDay, wallMs } from './wall.ts';
import type { Absence } from './words.ts';
import { absenceInWords, clock, dayAndClock, keptInWords, nameOf, untilInWords } from './words.ts';

export interface Sight {
  readonly nowMs: EpochMs;
  /** Its time has come, and nobody dreams it. */
  readonly row: DueNight;
  readonly settings: ScheduleSettings;
  readonly zone: string;
  /** The night after it; null for none. */
  readonly newer: Night | null;
  /** Why nobody looked when its time came; null where we looked on. */
  readonly absence: Absence | null;
  readonly power: PowerState;
  readonly isBusy: boolean;
}

export type Verdict =
  | { readonly kind: 'rest'; readonly waitingFor: KeptBy | null }
  | { readonly kind: 'mark'; readonly state: DueState; readonly lateBecause: string | null }
  | { readonly kind: 'settle'; readonly fate: NightFate; readonly because: string }
  | { readonly kind: 'begin' };

/** Later than this is late: a timer may come a little after its time, or the computer wake just after it. */
export const graceMs = minuteMs;

export function decide(sight: Sight): Verdict {
  const { row, settings, newer, nowMs } = sight;
  const name = nameOf(row);
  if (!settings.isOn) return settle('skipped', `Skipped ${name}: nights were turned off.`);
  if (settings.pausedUntilMs !== null && row.dueAtMs < settings.pausedUntilMs) {
    const until = dayAndClock(sight.zone, settings.pausedUntilMs);
    return settle('skipped', `Skipped ${name}: paused until ${until}.`);
  }
  if (newer !== null && newer.dueAtMs <= nowMs) return givenUp(sight);
  if (row.state === 'ahead') return firstSight(sight);
  if (row.state === 'asked') return { kind: 'rest', waitingFor: null };
  return waitOrBegin(sight);
}

/** The first look at a night since its time came. */
function firstSight(sight: Sight): Verdict {
  const { row, settings, absence, nowMs, zone } = sight;
  const isLate = absence !== null && nowMs - row.dueAtMs > graceMs;
  if (!isLate) return mark('due', null);
  const why = absenceInWords(absence, zone);
  return lateMove(settings.catchUp, sight, why);
}

function lateMove(catchUp: CatchUp, sight: Sight, why: string): Verdict {
  const name = nameOf(sight.row);
  switch (catchUp) {
    case 'skip':
      return settle('missed', `Missed ${name}: ${why}.`);
    case 'ask':
      return mark('asked', why);
    case 'on-wake': {
      const latestMs = latestStart(sight);
      if (latestMs === null || sight.nowMs < latestMs) return mark('late', why);
      const latest = clock(sight.row.zone, latestMs);
      return settle('missed', `Missed ${name}: ${why}, past ${latest}, the latest start.`);
    }
    default:
      return assertNever(catchUp);
  }
}

function waitOrBegin(sight: Sight): Verdict {
  const { row, nowMs } = sight;
  // Whoever said "dream it now" was asked at any hour.
  const latestMs = row.state === 'agreed' ? null : latestStart(sight);
  if (latestMs !== null && nowMs >= latestMs) return leftOut(sight, untilInWords(row.zone, latestMs));
  const keeps = whatKeeps(sight);
  return keeps === null ? { kind: 'begin' } : { kind: 'rest', waitingFor: keeps };
}

/** Its owner's own word goes past the gates: who says it is there, and knows of the battery. */
export function whatKeeps({ row, settings, power, isBusy }: Sight): KeptBy | null {
  if (isBusy) return 'work';
  if (row.state === 'agreed') return null;
  if (settings.onPower && power.onBattery) return 'power';
  if (power.idleMs < settings.idleMinutes * minuteMs) return 'idle';
  return null;
}

/** The next night is due already: this one's time is over. */
function givenUp(sight: Sight): Verdict {
  const { row, absence, zone } = sight;
  const name = nameOf(row);
  switch (row.state) {
    case 'ahead': {
      const why = absence === null ? 'the night before it was still at work' : absenceInWords(absence, zone);
      return settle('missed', `Missed ${name}: ${why}.`);
    }
    case 'asked':
      return settle('missed', `Missed ${name}: ${row.lateBecause ?? ''}; nobody said to dream it late.`);
    case 'due':
    case 'late':
    case 'agreed':
    case 'begun':
      return leftOut(sight, untilInWords(zone, null));
    default:
      return assertNever(row.state);
  }
}

function leftOut({ row }: Sight, until: string): Verdict {
  const kept = row.waitingFor === null ? 'it could not begin' : keptInWords[row.waitingFor];
  const late = row.lateBecause === null ? '' : ` It was late: ${row.lateBecause}.`;
  return settle('skipped', `Skipped ${nameOf(row)}: ${kept} ${until}.${late}`);
}

/** Null: until the next night is due. */
export function latestStart({ row, settings }: Pick<Sight, 'row' | 'settings'>): EpochMs | null {
  if (settings.latestStartMinute === null) return null;
  const wished = wallMs(row.wallMs);
  const sameDay = startOfDay(wished) + settings.latestStartMinute * minuteMs;
  const latest = momentOf(row.zone, wallMs(sameDay > wished ? sameDay : sameDay + dayMs));
  // Where the clock is put forward over both, the night still gets its minute.
  return epochMs(Math.max(latest, row.dueAtMs + graceMs));
}

const settle = (fate: NightFate, because: string): Verdict => ({ kind: 'settle', fate, because });
const mark = (state: DueState, lateBecause: string | null): Verdict => ({ kind: 'mark', state, lateBecause });
