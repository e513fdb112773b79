// What the tray shows: its picture, its first line and its menu, from how things stand. UX A7.
import type { NightState, Running } from '../../shared/contract.ts';
import { epochMs, type EpochMs } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Words } from './words.ts';

/** How things stand, as far as the shell knows; null: not told yet. */
export interface Standing {
  readonly night: NightState | null;
  readonly settings: Settings | null;
  readonly isEngineLost: boolean;
}

export type TrayPicture = 'idle' | 'light' | 'rem' | 'deep' | 'review' | 'paused' | 'problem';

export type Wish =
  | { readonly kind: 'open'; readonly route: string | null }
  | { readonly kind: 'dream' }
  | { readonly kind: 'wake' }
  | { readonly kind: 'pause'; readonly untilMs: EpochMs | null }
  | { readonly kind: 'show-log' }
  | { readonly kind: 'quit' };

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'wish'; readonly label: string; readonly wish: Wish }
  | { readonly kind: 'more'; readonly label: string; readonly items: readonly TrayItem[] };

export interface TrayView {
  readonly picture: TrayPicture;
  /** The menu's first line, and what is shown under the mouse. */
  readonly status: string;
  readonly items: readonly TrayItem[];
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

export function trayView(standing: Standing, words: Words, nowMs: EpochMs): TrayView {
  const status = statusOf(standing, words, nowMs);
  return { picture: pictureOf(standing, nowMs), status, items: itemsOf(standing, words, nowMs, status) };
}

const dreamOf = ({ night, isEngineLost }: Standing): Running | null =>
  !isEngineLost && night?.running?.kind === 'dream' ? night.running : null;

function pauseEndOf({ settings }: Standing, nowMs: EpochMs): EpochMs | null {
  const untilMs = settings?.schedule.pausedUntilMs ?? null;
  return untilMs !== null && untilMs > nowMs ? untilMs : null;
}

const isOff = ({ settings }: Standing): boolean => settings?.schedule.isOn === false;

function pictureOf(standing: Standing, nowMs: EpochMs): TrayPicture {
  const dream = dreamOf(standing);
  if (dream !== null) return stagePicture(dream.stage);
  if (standing.isEngineLost || standing.night?.records[0]?.fate === 'failed') return 'problem';
  if ((standing.night?.reviewWaiting ?? 0) > 0) return 'review';
  return pauseEndOf(standing, nowMs) !== null || isOff(standing) ? 'paused' : 'idle';
}

function stagePicture(stage: Running['stage']): TrayPicture {
  if (stage === 'rem') return 'rem';
  return stage === 'deep' || stage === 'propose' ? 'deep' : 'light';
}

function statusOf(standing: Standing, words: Words, nowMs: EpochMs): string {
  const { night, isEngineLost } = standing;
  if (isEngineLost) return words.engineLost;
  if (night === null) return words.starting;
  if (night.running !== null) return runningText(night.running, words);
  if (night.asked !== null) return words.missed;
  if (night.reviewWaiting > 0) return words.review(night.reviewWaiting);
  return waitingText(standing, words, nowMs);
}

/** "Dreaming · REM · 12/41 · $0.11" */
function runningText(running: Running, words: Words): string {
  const kind = { dream: words.dreaming, preview: words.previewing, import: words.importing }[running.kind];
  const parts = [
    running.isWaking ? words.waking : kind,
    running.kind !== 'import' && running.stage !== null ? words.stages[running.stage] : '',
    running.total > 0 ? `${running.done}/${running.total}` : '',
    running.spent.usd > 0 ? `$${running.spent.usd.toFixed(2)}` : '',
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** When the next night falls, or why none does. */
function waitingText(standing: Standing, words: Words, nowMs: EpochMs): string {
  const { night } = standing;
  if (isOff(standing)) return words.nightsOff;
  const zone = night?.next.zone ?? 'UTC';
  const pausedUntilMs = pauseEndOf(standing, nowMs);
  if (pausedUntilMs !== null) return words.pausedUntil(timeText(pausedUntilMs, zone, words));
  const dueAtMs = night?.next.dueAtMs ?? null;
  return dueAtMs === null ? words.nightsOff : words.next(timeText(dueAtMs, zone, words));
}

function timeText(ms: EpochMs, zone: string, words: Words): string {
  return new Intl.DateTimeFormat(words.locale, {
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(ms);
}

const line: TrayItem = { kind: 'line' };
const wish = (label: string, what: Wish): TrayItem => ({ kind: 'wish', label, wish: what });
const go = (label: string, route: string): TrayItem => wish(label, { kind: 'open', route });

function itemsOf(standing: Standing, words: Words, nowMs: EpochMs, status: string): readonly TrayItem[] {
  const { night } = standing;
  const waits = night?.reviewWaiting ?? 0;
  const waiting = waitingText(standing, words, nowMs);
  const last = night?.records[0];
  return [
    { kind: 'text', label: status },
    line,
    ...(waits > 0 ? [go(words.reviewNow(waits), '/review')] : []),
    ...nightItems(standing, words),
    ...(night !== null && waiting !== status ? [{ kind: 'text', label: waiting } as const] : []),
    ...(night === null ? [] : [pauseItem(standing, words, nowMs)]),
    ...(last === undefined ? [] : [go(words.lastNight(words.fates[last.fate]), '/diary')]),
    line,
    wish(words.open, { kind: 'open', route: null }),
    go(words.settings, '/settings'),
    line,
    wish(words.quit, { kind: 'quit' }),
  ];
}

/** Dream now, or Wake: never both, and neither while the engine is away or reads. */
function nightItems(standing: Standing, words: Words): readonly TrayItem[] {
  if (standing.night === null || standing.isEngineLost) return [];
  const { running } = standing.night;
  if (running === null) return [wish(words.dreamNow, { kind: 'dream' })];
  return running.isWaking ? [] : [wish(words.wake, { kind: 'wake' })];
}

function pauseItem(standing: Standing, words: Words, nowMs: EpochMs): TrayItem {
  if (pauseEndOf(standing, nowMs) !== null) return wish(words.resumeNights, { kind: 'pause', untilMs: null });
  const dueAtMs = standing.night?.next.dueAtMs ?? null;
  // Tonight's night is the next one: the pause ends just after it would have fallen.
  const tonight = epochMs((dueAtMs ?? nowMs + dayMs) + minuteMs);
  return {
    kind: 'more',
    label: words.pause,
    items: [
      wish(words.pauseTonight, { kind: 'pause', untilMs: tonight }),
      wish(words.pauseDay, { kind: 'pause', untilMs: epochMs(nowMs + dayMs) }),
      go(words.pauseUntil, '/settings'),
    ],
  };
}
