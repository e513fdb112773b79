// What a person has set, a group a row. A group that cannot be read is as usual; fields and groups that this version does
// not know are kept, for the newer one that wrote them.
import type { EpochMs } from '../../../shared/ids.ts';
import { ok } from '../../../shared/result.ts';
import type { ScheduleSettings } from '../../../shared/schedule.ts';
import type {
  AgentFocusSetting,
  Rubric,
  Settings,
  SettingsPatch,
  SourceSetting,
} from '../../../shared/settings.ts';
import { usualSettings, usualSource } from '../../../shared/settings.ts';
import { agentKinds, localAgents } from '../../../shared/transcript.ts';
import type { ReadableDb, WritableDb } from './db.ts';
import { inTransaction, sql } from './db.ts';
import { text } from './rows.ts';

type Group = keyof Settings;

export function readSettings(db: ReadableDb): Settings {
  const rows = new Map(
    db.all(sql`SELECT key, json FROM settings ORDER BY key`, (row) => [text(row, 'key'), text(row, 'json')]),
  );
  const read = <G extends Group>(group: G): Settings[G] => groupFrom(group, rows.get(group));
  return {
    schedule: read('schedule'),
    focus: read('focus'),
    agentFocus: read('agentFocus'),
    budget: read('budget'),
    model: read('model'),
    rubrics: read('rubrics'),
    thresholds: read('thresholds'),
    review: read('review'),
    excludedProjects: read('excludedProjects'),
    sources: read('sources').map((one) => ({ ...usualSource(one.agent), ...one })),
    folders: read('folders'),
    personalData: read('personalData'),
    agentsReceivingShared: read('agentsReceivingShared'),
    notifications: read('notifications'),
    appearance: read('appearance'),
    singleKeys: read('singleKeys'),
    keys: read('keys'),
    startAtLogin: read('startAtLogin'),
    isOnboarded: read('isOnboarded'),
  };
}

/** Asked every minute, so it reads one row. */
export const readSchedule = (db: ReadableDb): ScheduleSettings =>
  groupFrom('schedule', storedJson(db, 'schedule') ?? undefined);

/** Gives the settings as they are then. */
export function writeSettings(db: WritableDb, patch: SettingsPatch, nowMs: EpochMs): Settings {
  inTransaction(db, () => {
    for (const [group, value] of Object.entries(patch)) {
      if (value === undefined) continue;
      const whole = group === 'keys' ? value : withUnknownFields(value, parsed(storedJson(db, group)));
      const json = JSON.stringify(whole);
      db.run(sql`
        INSERT INTO settings (key, json, set_at_ms)
        VALUES (${group}, ${json}, ${nowMs})
        ON CONFLICT (key) DO UPDATE SET
          json = excluded.json,
          set_at_ms = excluded.set_at_ms`);
    }
    return ok(undefined);
  });
  return readSettings(db);
}

const storedJson = (db: ReadableDb, group: string): string | null =>
  db.first(sql`SELECT json FROM settings WHERE key = ${group}`, (row) => text(row, 'json'));

const withUnknownFields = (value: unknown, before: unknown): unknown =>
  isFields(value) && isFields(before) ? { ...before, ...value } : value;

function groupFrom<G extends Group>(group: G, json: string | undefined): Settings[G] {
  const usual = usualSettings[group];
  const found = parsed(json ?? null);
  if (found === undefined) return usual;
  // A field that an older version did not write is as usual.
  // Keys are named by actions, and none has one at first.
  const hasNames = isFields(usual) && isFields(found) && group !== 'keys';
  const whole = hasNames ? known({ ...usual, ...found }, usual) : found;
  return isRight[group](whole) ? (whole as Settings[G]) : usual;
}

const known = (found: Fields, usual: Fields): Fields =>
  Object.fromEntries(Object.keys(usual).map((name) => [name, found[name]]));

/** Undefined for what is no JSON. */
function parsed(json: string | null): unknown {
  if (json === null) return undefined;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;
type Check = (value: unknown) => boolean;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText: Check = (value) => typeof value === 'string';
const isYesNo: Check = (value) => typeof value === 'boolean';
const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isTime: Check = (value) => typeof value === 'number' && Number.isSafeInteger(value);
const isWhole =
  (from: number, to: number): Check =>
  (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to;
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
const orLeftOut =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const isOneOf =
  (...allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value);
const isListOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every((one) => check(one));
const hasFields =
  <T>(checks: Readonly<Record<keyof T & string, Check>>): Check =>
  (value) =>
    isFields(value) && Object.entries<Check>(checks).every(([name, check]) => check(value[name]));

const isMinuteOfDay = isWhole(0, 1439);
const isClockPattern = hasFields<{ hour: number; minute: number }>({
  hour: isWhole(0, 23),
  minute: isWhole(0, 59),
});

const isPattern: Check = (value) => {
  if (!isFields(value)) return false;
  const kind = value['kind'];
  if (kind === 'daily' || kind === 'weekdays') return isClockPattern(value);
  return kind === 'cron' && isText(value['expression']);
};

const isRight: { readonly [G in Group]: Check } = {
  schedule: hasFields<ScheduleSettings>({
    pattern: isPattern,
    zone: orNull(isText),
    isOn: isYesNo,
    pausedUntilMs: orNull(isTime),
    onPower: isYesNo,
    idleMinutes: isAmount,
    newSessionsMin: isAmount,
    latestStartMinute: orNull(isMinuteOfDay),
    catchUp: isOneOf('on-wake', 'ask', 'skip'),
    wakeMinute: isMinuteOfDay,
  }),
  focus: orNull(isText),
  agentFocus: isListOf(hasFields<AgentFocusSetting>({ agent: isOneOf(...agentKinds), text: isText })),
  budget: hasFields<Settings['budget']>({
    usdPerNight: isAmount,
    usdPerMonth: isAmount,
    tokensPerNight: isAmount,
    minutesPerNight: isAmount,
    tokensPerMonth: isAmount,
    minutesPerMonth: isAmount,
    roundsPerMonth: isAmount,
  }),
  model: hasFields<Settings['model']>({
    choice: isOneOf('none', 'claude', 'server'),
    readerModel: orNull(isText),
    consolidatorModel: orNull(isText),
    graderModel: orNull(isText),
    baseUrl: orNull(isText),
    mode: isOneOf('shadow', 'full', 'batch'),
    roundsMax: isWhole(0, 20),
    consentTo: orNull(isText),
    tokensOnly: isYesNo,
  }),
  rubrics: isListOf(hasFields<Rubric>({ project: orNull(isText), markdown: isText })),
  thresholds: hasFields<Settings['thresholds']>({
    scoreMin: (value) => isAmount(value) && Number(value) <= 1,
    sessionsMin: isWhole(1, 20),
  }),
  review: hasFields<Settings['review']>({ size: isWhole(1, 10_000) }),
  excludedProjects: isListOf(isText),
  sources: isListOf(
    hasFields<SourceSetting>({
      agent: isOneOf(...agentKinds),
      isRead: isYesNo,
      sinceMs: orNull(isAmount),
      // an older version wrote neither
      onlyProjects: orLeftOut(isListOf(isText)),
      bytesMax: orLeftOut(orNull(isAmount)),
    }),
  ),
  folders: isListOf(isText),
  personalData: hasFields<Settings['personalData']>({ emails: isYesNo, phones: isYesNo }),
  agentsReceivingShared: isListOf(isOneOf(...localAgents)),
  notifications: hasFields<Settings['notifications']>({ morning: isYesNo, textOnLockScreen: isYesNo }),
  appearance: hasFields<Settings['appearance']>({
    theme: isOneOf('system', 'night', 'morning', 'follow-time'),
    density: isOneOf('comfortable', 'compact'),
    textSize: isOneOf('usual', 'large', 'larger'),
    motion: isOneOf('system', 'reduced'),
    language: isOneOf('system', 'en', 'zh'),
  }),
  singleKeys: isYesNo,
  keys: (value) => isFields(value) && Object.values(value).every(isListOf(isText)),
  startAtLogin: isYesNo,
  isOnboarded: isYesNo,
};
