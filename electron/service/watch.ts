// By day: what changed in agents' folders is copied, since agents prune their own. Not at each word that an agent writes,
// never while something is at work, and where nothing can be watched, by a look every ten minutes.
import type { ImportReport } from '../../shared/engine.ts';
import type { WatchPlaces } from '../../shared/window.ts';
import type { Eyes, OpenEyes } from './eyes.ts';
import type { LongWork } from './jobs.ts';

export interface DayWatchNeeds {
  readonly keepsWatch: boolean;
  readonly openEyes: OpenEyes;
  readonly places: () => Promise<WatchPlaces | null>;
  readonly startImport: () => LongWork<ImportReport>;
  /** Something is at work that this must not be done beside. */
  readonly isBusy: () => boolean;
  readonly onCopied: () => void;
  readonly log: (level: 'info' | 'warn', text: string) => void;
  readonly wall: () => number;
  readonly after: (delayMs: number, work: () => void) => () => void;
}

export interface DayWatch {
  /** Begins to watch, or watches anew what there is to watch by now. */
  begin(): Promise<void>;
  /** Something of more weight begins: what is being copied ends at its next safe point. */
  giveWay(): void;
  notice(): string | null;
  rest(): Promise<void>;
}

/** An agent writes in bursts; the burst is over when nothing came for so long. */
export const quietMs = 5_000;
/** An agent that writes all day is copied so often and no more. */
export const betweenMs = 60_000;
/** Busy, or too early: looked at again. */
export const againMs = 30_000;
/** Where the system lets nobody watch. */
export const blindLookMs = 600_000;

interface Self {
  readonly needs: DayWatchNeeds;
  eyes: Eyes | null;
  /** What they see, to know whether it is still all. */
  watched: string;
  isBlind: boolean;
  isResting: boolean;
  callOff: (() => void) | null;
  firstUncopiedMs: number | null;
  lastCopiedMs: number;
  copying: LongWork<ImportReport> | null;
}

export function createDayWatch(needs: DayWatchNeeds): DayWatch {
  const self: Self = {
    needs,
    eyes: null,
    watched: '',
    isBlind: false,
    isResting: true,
    callOff: null,
    firstUncopiedMs: null,
    lastCopiedMs: Number.NEGATIVE_INFINITY,
    copying: null,
  };
  return {
    begin: () => begin(self),
    giveWay: () => self.copying?.wake(),
    notice: () => (self.isBlind ? blindNotice : null),
    rest: () => rest(self),
  };
}

async function begin(self: Self): Promise<void> {
  const { needs } = self;
  if (!needs.keepsWatch) return;
  self.isResting = false;
  if (self.isBlind) return self.callOff === null ? wait(self, blindLookMs) : undefined;
  const places = await needs.places();
  const wanted = JSON.stringify(places);
  if (places === null || wanted === self.watched) return;
  self.watched = wanted;
  await self.eyes?.close();
  self.eyes = needs.openEyes(places, {
    onChange: () => changed(self),
    onBlind: (why) => becameBlind(self, why),
  });
}

function changed(self: Self): void {
  if (self.isResting) return;
  const nowMs = self.needs.wall();
  self.firstUncopiedMs ??= nowMs;
  // A burst without an end is copied in its middle.
  if (self.callOff === null || nowMs - self.firstUncopiedMs < betweenMs) wait(self, quietMs);
}

function wait(self: Self, delayMs: number): void {
  self.callOff?.();
  self.callOff = self.needs.after(delayMs, () => {
    self.callOff = null;
    void copy(self);
  });
}

async function copy(self: Self): Promise<void> {
  const { needs } = self;
  if (self.isResting || self.copying !== null) return;
  if (needs.isBusy()) return wait(self, againMs);
  const sinceMs = needs.wall() - self.lastCopiedMs;
  // Less than none: the clock was put back, and nobody knows how long it has been.
  if (sinceMs >= 0 && sinceMs < betweenMs) return wait(self, betweenMs - sinceMs);
  self.firstUncopiedMs = null;
  self.lastCopiedMs = needs.wall();
  self.copying = needs.startImport();
  const end = await self.copying.end;
  self.copying = null;
  if (end.kind === 'lost') needs.log('warn', `Copying by day was lost: ${end.why}`);
  else if (!end.answer.ok) needs.log('warn', `Nothing was copied by day. ${end.answer.error.happened}`);
  else needs.onCopied();
  if (!self.isResting) await begin(self);
}

function becameBlind(self: Self, why: string): void {
  if (self.isBlind || self.isResting) return;
  self.isBlind = true;
  self.needs.log('warn', `Folders cannot be watched (${why}): they are looked at every ten minutes instead.`);
  void self.eyes?.close();
  self.eyes = null;
  wait(self, blindLookMs);
}

async function rest(self: Self): Promise<void> {
  self.isResting = true;
  self.callOff?.();
  self.callOff = null;
  self.watched = '';
  self.copying?.wake();
  await self.eyes?.close();
  self.eyes = null;
  await self.copying?.end;
}

const blindNotice =
  'Your agents’ folders cannot be watched on this computer; they are looked at every ten minutes.';
