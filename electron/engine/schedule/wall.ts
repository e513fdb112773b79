// The clock on the wall and the moments it names. A night is wished for by the wall; a timer needs a moment.
import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../../../shared/ids.ts';
import { epochMs } from '../../../shared/ids.ts';

declare const wall: unique symbol;
/** What a clock on the wall shows, written as milliseconds as if it were UTC: it can be counted with, zone or no zone. */
export type WallMs = number & { readonly [wall]: true };

export const wallMs = (ms: number): WallMs => ms as WallMs;

export const dayMs = 86_400_000;
export const minuteMs = 60_000;

export const startOfDay = (at: WallMs): WallMs => wallMs(Math.floor(at / dayMs) * dayMs);

/** What the wall shows at a moment. */
export function wallAt(zone: string, atMs: EpochMs): WallMs {
  const there = Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone);
  return wallMs(atMs + there.offsetNanoseconds / 1_000_000);
}

/**
 * The moment at which the wall shows it. "compatible": where the clock is put forward over it, as long after the gap's
 * beginning as it was wished for, so 03:00 becomes 04:00; where an hour comes twice, the first.
 */
export function momentOf(zone: string, at: WallMs): EpochMs {
  const shown = new Date(at);
  const plain = new Temporal.PlainDateTime(
    shown.getUTCFullYear(),
    shown.getUTCMonth() + 1,
    shown.getUTCDate(),
    shown.getUTCHours(),
    shown.getUTCMinutes(),
    shown.getUTCSeconds(),
    shown.getUTCMilliseconds(),
  );
  return epochMs(plain.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds);
}

// Asked every minute about the same name or two, and a formatter is dear to make.
const zonesMax = 100;
const knownZones = new Map<string, boolean>();

export function isZone(name: string): boolean {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  if (knownZones.size >= zonesMax) knownZones.clear();
  const found = isKnownToIntl(name);
  knownZones.set(name, found);
  return found;
}

function isKnownToIntl(name: string): boolean {
  // Temporal and Intl take offsets ("+02:00") too. They know no clock changes, so they are no places.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
