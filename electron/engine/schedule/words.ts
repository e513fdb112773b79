// What a person is told about a night: short sentences with the times of the wall.
import type { EpochMs } from '../../../shared/ids.ts';
import { assertNever } from '../../../shared/result.ts';
import type { DueNight, KeptBy } from '../store/schedule.ts';
import { dayMs, wallAt } from './wall.ts';

export interface Span {
  readonly fromMs: EpochMs;
  readonly toMs: EpochMs;
}

/** Why nobody looked when a night's time came. */
export type Absence =
  | ({ readonly kind: 'asleep' | 'unseen' } & Span)
  | { readonly kind: 'not-running'; readonly toMs: EpochMs }
  | { readonly kind: 'zone'; readonly fromZone: string; readonly toZone: string; readonly toMs: EpochMs };

export function absenceInWords(absence: Absence, zone: string): string {
  switch (absence.kind) {
    case 'asleep':
      return `laptop asleep ${spanInWords(absence, zone)}`;
    case 'unseen':
      return `laptop asleep or its clock moved, ${spanInWords(absence, zone)}`;
    case 'not-running':
      return 'Slowwave was not running';
    case 'zone':
      return `the time zone changed from ${absence.fromZone} to ${absence.toZone}`;
    default:
      return assertNever(absence);
  }
}

export const clock = (zone: string, atMs: EpochMs): string => shown(wallAt(zone, atMs));

/** "03:00": as it was wished for, also where the clock skipped it. */
export const nameOf = (night: Pick<DueNight, 'wallMs'>): string => shown(night.wallMs);

/** "12 March, 03:00" */
export const dayAndClock = (zone: string, atMs: EpochMs): string => {
  const wall = wallAt(zone, atMs);
  return `${dayOf(wall)}, ${shown(wall)}`;
};

export const spanInWords = ({ fromMs, toMs }: Span, zone: string): string =>
  toMs - fromMs < dayMs
    ? `${clock(zone, fromMs)}–${clock(zone, toMs)}`
    : `from ${dayAndClock(zone, fromMs)} to ${dayAndClock(zone, toMs)}`;

export const keptInWords = {
  power: 'on battery',
  idle: 'the computer was in use',
  work: 'another import or dream was at work',
} as const satisfies Readonly<Record<KeptBy, string>>;

export const waitsInWords = {
  power: 'waits for mains power',
  idle: 'waits until the computer is left alone',
  work: 'waits until the work at hand is done',
} as const satisfies Readonly<Record<KeptBy, string>>;

/** "until 10:00" or "until the next night was due" */
export const untilInWords = (zone: string, latestMs: EpochMs | null): string =>
  latestMs === null ? 'until the next night was due' : `until ${clock(zone, latestMs)}, the latest start`;

const shown = (wall: number): string => new Date(wall).toISOString().slice(11, 16);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const dayOf = (wall: number): string =>
  `${new Date(wall).getUTCDate()} ${months[new Date(wall).getUTCMonth()] ?? ''}`;
