// What arguments are made of, each with its limit: words, ids, paths, times, and what a person may set.
import { z } from 'zod';
import type { TrustWindow } from '../../shared/quarantine.ts';
import type { AgentWriting, FileChoice, FileChoices, PlacingWish } from '../../shared/agent-files.ts';
import type { ApartSide, RollBackTarget, Ruling } from '../../shared/decisions.ts';
import { rejectReasons } from '../../shared/decisions.ts';
import type { ForgetTarget } from '../../shared/forgetting.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { asChangeId, epochMs } from '../../shared/ids.ts';
import { turnHashShape, type MaskPlace } from '../../shared/masked.ts';
import type { Scope } from '../../shared/memory.ts';
import type { SchedulePattern, ScheduleSettings } from '../../shared/schedule.ts';
import type { SearchOptions } from '../../shared/search.ts';
import type { Settings, SettingsPatch, Thresholds } from '../../shared/settings.ts';
import { agentKinds, localAgents } from '../../shared/transcript.ts';

/** A reader of exactly this type: what it lets through is what the contract says. */
export type Reads<T> = z.ZodType<T>;

/** PATH_MAX of Linux, the longest of the systems we run on. */
const pathCharsMax = 4096;

/** An id, or an agent's own name of a session. */
export const id: Reads<string> = z.string().min(1).max(500);
export const ids: Reads<readonly string[]> = z.array(id).min(1).max(1000);
export const path: Reads<string> = z.string().min(1).max(pathCharsMax).refine(hasNoNul);
export const paths: Reads<readonly string[]> = z.array(path).max(1000);
/** What a person types into a line. */
export const line: Reads<string> = z.string().max(2000);
/** What a person types into a box. */
export const text: Reads<string> = z.string().max(20_000);
/** A quote is a part of a turn, and a turn is cut at 262,144 characters. */
export const quote: Reads<string> = z.string().min(1).max(262_144);
export const flag: Reads<boolean> = z.boolean();
/** A number of a row, a version, a line. */
export const ordinal: Reads<number> = z.int().min(0);
export const upTo = (max: number): Reads<number> => z.int().min(0).max(max);
/** What a Date can be: 100 million days around 1970; nothing of ours is older. */
export const time: Reads<EpochMs> = z.int().min(0).max(8.64e15).transform(epochMs);
export const orNull = <T>(reads: Reads<T>): Reads<T | null> => z.union([z.null(), reads]);
export const trustWindow: Reads<TrustWindow> = z.strictObject({
  fromMs: orNull(time),
  untilMs: orNull(time),
});
export const agent = z.enum(agentKinds);
export const localAgent = z.enum(localAgents);
export const maskPlace: Reads<MaskPlace> = z.strictObject({
  agent,
  session: id,
  turn: ordinal,
  // no turn that is kept holds more
  mark: z.int().min(1).max(262_144),
  turnHash: z.string().regex(turnHashShape),
});
export const nothing: Reads<Readonly<Record<string, never>>> = z.strictObject({});

/** A NUL ends a path for the system and not for us: the two would speak of different files. */
function hasNoNul(value: string): boolean {
  return !value.includes('\0');
}

/** No line of a memory file that a person can look over is longer. */
const lineCharsMax = 100_000;

// A reader of its own: the keys are paths, and a schema's own complaint would repeat them.
const blocks = z.custom<FileChoices['blocks']>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([key, choice]) => path.safeParse(key).success && (choice === 'mine' || choice === 'ours'),
    ),
);

const lines = z.custom<NonNullable<FileChoices['lines']>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries(value).every(
      ([key, seen]) => id.safeParse(key).success && z.string().max(lineCharsMax).safeParse(seen).success,
    ),
);

export const fileChoice: Reads<FileChoice> = z.strictObject({
  path,
  changeIds: z.array(id.transform(asChangeId)).max(1000),
  whose: z.enum(['mine', 'ours']),
});

export const fileChoices: Reads<FileChoices> = z.strictObject({
  extraFiles: paths,
  blocks,
  lines: z.exactOptional(lines),
});

/** `project:` and a name, `agent:` and one that we know, or everywhere. */
const scope = z.custom<Scope>(
  (value) =>
    typeof value === 'string' &&
    value.length <= 200 &&
    (value === 'global' || /^project:[^\p{C}]+$/u.test(value) || agentScopes.has(value)),
);
const agentScopes = new Set<string>(localAgents.map((kind) => `agent:${kind}`));

export const apartSide: Reads<ApartSide> = z.strictObject({
  entry: id,
  text: z.string().min(1).max(4000),
  scope,
});

export const placingWish: Reads<PlacingWish> = z.union([
  z.strictObject({ how: z.enum(['recreate', 'drop', 'ask']) }),
  z.strictObject({ how: z.literal('elsewhere'), to: path }),
]);

export const writing: Reads<AgentWriting> = z.strictObject({
  agent: localAgent,
  mode: z.enum(['review', 'auto-duplicates', 'auto-with-undo', 'off']),
  // 200,000: more than the whole window of most models.
  budgetTokens: orNull(upTo(200_000)),
});

export const ruling: Reads<Ruling> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('approved') }),
  z.strictObject({ kind: z.literal('edited'), text: z.string().min(1).max(4000) }),
  z.strictObject({
    kind: z.literal('rejected'),
    reason: z.exactOptional(z.union([z.null(), z.enum(rejectReasons)])),
  }),
  z.strictObject({ kind: z.literal('snoozed'), untilMs: z.exactOptional(orNull(time)) }),
  z.strictObject({ kind: z.literal('duplicate'), of: id }),
]);

export const rollBackTarget: Reads<RollBackTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('version'), version: ordinal }),
  z.strictObject({ kind: z.literal('change'), id }),
  z.strictObject({ kind: z.literal('night'), id }),
]);

export const forgetTarget: Reads<ForgetTarget> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('entry'), id }),
  z.strictObject({ kind: z.literal('session'), id }),
  z.strictObject({ kind: z.literal('source'), place: path }),
  z.strictObject({ kind: z.literal('word'), text: z.string().min(1).max(2000) }),
]);

export const searchOptions: Reads<SearchOptions> = z.strictObject({
  limit: z.int().min(1).max(200),
  agent: orNull(agent),
  project: orNull(z.string().min(1).max(500)),
  sinceMs: orNull(time),
});

export const moment: Reads<{ readonly atMs: EpochMs } | { readonly session: string }> = z.union([
  z.strictObject({ atMs: time }),
  z.strictObject({ session: id }),
]);

const hour = upTo(23);
const minute = upTo(59);
/** Of a day: 24:00 and later are the next one's. */
const minuteOfDay = upTo(24 * 60 - 1);

const pattern: Reads<SchedulePattern> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('daily'), hour, minute }),
  z.strictObject({ kind: z.literal('weekdays'), hour, minute }),
  // What the five fields mean is the schedule's to say.
  z.strictObject({ kind: z.literal('cron'), expression: z.string().min(1).max(200) }),
]);

const schedule: Reads<ScheduleSettings> = z.strictObject({
  pattern,
  // The longest name of IANA's has 32 characters.
  zone: orNull(z.string().min(1).max(100)),
  isOn: flag,
  pausedUntilMs: orNull(time),
  onPower: flag,
  idleMinutes: upTo(24 * 60),
  newSessionsMin: upTo(1_000_000),
  latestStartMinute: orNull(minuteOfDay),
  catchUp: z.enum(['on-wake', 'ask', 'skip']),
  wakeMinute: minuteOfDay,
});

export const thresholds: Reads<Thresholds> = z.strictObject({
  scoreMin: z.number().min(0).max(1),
  sessionsMin: z.int().min(1).max(20),
});

// As Anthropic's own.
export const rubric: Reads<string> = z.string().max(262_144);
export const modelName: Reads<string> = z.string().min(1).max(200);
// Dollars for a million tokens: nothing costs a tenth of it today.
const amount = z.number().min(0).max(10_000);
export const price = z.strictObject({ input: amount, output: amount });

const projects = z.array(z.string().min(1).max(500)).max(1000);

const groups: { readonly [K in keyof Settings]: Reads<Settings[K]> } = {
  schedule,
  focus: orNull(text),
  agentFocus: z.array(z.strictObject({ agent, text })).max(agentKinds.length),
  budget: z.strictObject({
    usdPerNight: z.number().min(0).max(10_000),
    usdPerMonth: z.number().min(0).max(100_000),
    tokensPerNight: upTo(1_000_000_000),
    minutesPerNight: z
      .number()
      .min(0)
      .max(24 * 60),
    tokensPerMonth: upTo(10_000_000_000),
    minutesPerMonth: z
      .number()
      .min(0)
      .max(31 * 24 * 60),
    roundsPerMonth: upTo(10_000),
  }),
  model: z.strictObject({
    choice: z.enum(['none', 'claude', 'server']),
    readerModel: orNull(modelName),
    consolidatorModel: orNull(modelName),
    graderModel: orNull(modelName),
    baseUrl: orNull(z.string().min(1).max(2000)),
    mode: z.enum(['shadow', 'full', 'batch']),
    roundsMax: upTo(20),
    consentTo: orNull(z.string().min(1).max(2000)),
    tokensOnly: flag,
  }),
  rubrics: z.array(z.strictObject({ project: orNull(id), markdown: rubric })).max(200),
  thresholds,
  review: z.strictObject({ size: z.int().min(1).max(1000) }),
  excludedProjects: projects,
  sources: z
    .array(
      z.strictObject({
        agent,
        isRead: flag,
        sinceMs: orNull(time),
        onlyProjects: projects,
        // 1 TB: no session is larger.
        bytesMax: orNull(z.int().min(1).max(1e12)),
      }),
    )
    .max(agentKinds.length),
  folders: z.array(path).max(100),
  personalData: z.strictObject({ emails: flag, phones: flag }),
  agentsReceivingShared: z.array(localAgent).max(localAgents.length),
  notifications: z.strictObject({ morning: flag, textOnLockScreen: flag }),
  appearance: z.strictObject({
    theme: z.enum(['system', 'night', 'morning', 'follow-time']),
    density: z.enum(['comfortable', 'compact']),
    textSize: z.enum(['usual', 'large', 'larger']),
    motion: z.enum(['system', 'reduced']),
    language: z.enum(['system', 'en', 'zh']),
  }),
  singleKeys: flag,
  keys: z.record(z.string().min(1).max(40), z.array(z.string().min(1).max(40)).max(4)),
  startAtLogin: flag,
  isOnboarded: flag,
};

export const settingsPatch: Reads<SettingsPatch> = z.strictObject({
  schedule: z.exactOptional(groups.schedule),
  focus: z.exactOptional(groups.focus),
  agentFocus: z.exactOptional(groups.agentFocus),
  budget: z.exactOptional(groups.budget),
  model: z.exactOptional(groups.model),
  rubrics: z.exactOptional(groups.rubrics),
  thresholds: z.exactOptional(groups.thresholds),
  review: z.exactOptional(groups.review),
  excludedProjects: z.exactOptional(groups.excludedProjects),
  sources: z.exactOptional(groups.sources),
  folders: z.exactOptional(groups.folders),
  personalData: z.exactOptional(groups.personalData),
  agentsReceivingShared: z.exactOptional(groups.agentsReceivingShared),
  notifications: z.exactOptional(groups.notifications),
  appearance: z.exactOptional(groups.appearance),
  singleKeys: z.exactOptional(groups.singleKeys),
  keys: z.exactOptional(groups.keys),
  startAtLogin: z.exactOptional(groups.startAtLogin),
  isOnboarded: z.exactOptional(groups.isOnboarded),
} satisfies { readonly [K in keyof Settings]: unknown });
