// A report of what went wrong, for its owner to read and to hand on: what ran where and how it ended. It holds no word of a
// session or of memory; secrets, folders and the name of whoever works here are taken out of all that it quotes.
import { basename } from 'node:path';
import type { Receipt } from '../../../shared/dream.ts';
import type { Failure } from '../../../shared/engine.ts';
import type { EpochMs } from '../../../shared/ids.ts';
import type { NightRecord } from '../../../shared/schedule.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { ReportAbout } from '../../../shared/report.ts';
import type { Masker } from '../masking/masker.ts';

export interface ReportGround {
  readonly about: ReportAbout;
  readonly nowMs: EpochMs;
  /** Why the store could not be asked; null where it could. */
  readonly storeFailure: Failure | null;
  readonly last: Receipt | null;
  readonly records: readonly NightRecord[];
  readonly settings: Settings | null;
}

export interface Redacting {
  readonly masker: Masker;
  readonly home: string;
}

// About four screens of a log: what led to a failure, and not the day before.
const logLinesMax = 120;
const nightsMax = 14;

const iso = (ms: number): string => new Date(ms).toISOString();

export function reportText(ground: ReportGround, redacting: Redacting): string {
  const { about, nowMs, storeFailure, last, records, settings } = ground;
  const parts = [
    ['# Slowwave report', `Made ${iso(nowMs)}. No word of a session or of memory is in it.`],
    [
      '## Where',
      `- Slowwave ${about.version}, ${about.host}, ${about.platform}, Node ${about.node}`,
      `- Store: ${storeFailure === null ? 'opened' : `${storeFailure.kind}. ${storeFailure.happened}`}`,
      ...(settings === null ? [] : settingsLines(settings)),
    ],
    ['## Last night', ...(last === null ? ['- None yet.'] : nightLines(last))],
    ...(records.length === 0
      ? []
      : [['## Nights that were due', ...records.slice(0, nightsMax).map(recordLine)]]),
    ...(about.log === null ? [] : [['## End of the log', ...logLines(about.log)]]),
  ];
  return `${redacted(parts.map((lines) => lines.join('\n')).join('\n\n'), redacting)}\n`;
}

const settingsLines = ({ schedule, model, thresholds }: Settings): readonly string[] => [
  `- Nights: ${schedule.isOn ? schedule.pattern.kind : 'off'}, model: ${model.choice} (${model.mode})`,
  `- Thresholds: score ${thresholds.scoreMin}, sessions ${thresholds.sessionsMin}`,
];

const counts = (all: Readonly<Record<string, number>>): string =>
  Object.entries(all)
    .filter(([, n]) => n > 0)
    .map(([name, n]) => `${name} ${n}`)
    .join(', ') || 'none';

const nightLines = (night: Receipt): readonly string[] => [
  `- ${night.outcome}: ${night.because}`,
  `- Began ${iso(night.startedAtMs)}, took ${night.tookMs} ms (${counts(night.stageMs)})`,
  `- Read: ${counts(night.read)}`,
  `- Found: ${night.found.signals} signals, ${night.found.themes} themes; proposed: ${counts(night.proposed)}`,
  `- Turned down: ${counts(night.turnedDown)}`,
  `- Engine ${night.engineVersion}, drill ${night.drill === undefined ? 'none' : `${night.drill.failures.length} got through`}`,
];

const recordLine = ({ dueAtMs, fate, because }: NightRecord): string =>
  `- ${iso(dueAtMs)} ${fate}: ${because}`;

/** As a block of code: nothing of it is markup. */
const logLines = (log: string): readonly string[] => [
  '',
  ...log
    .trimEnd()
    .split('\n')
    .slice(-logLinesMax)
    .map((line) => `    ${line}`),
];

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
/** What a path goes on with. */
const rest = String.raw`[^\s"'“”‘’()<>,;]*`;
const anyHome = new RegExp(String.raw`(?:/home/|/Users/|[A-Za-z]:\\Users\\)${rest}`, 'gu');

/** Secrets by their kind; whatever lies in a home folder as "~/…"; the name of its owner as "[you]". */
export function redacted(text: string, { masker, home }: Redacting): string {
  const masked = masker.mask(text).text;
  const withoutHome = masked
    .replaceAll(new RegExp(escaped(home) + rest, 'gu'), '~/…')
    .replaceAll(anyHome, '~/…')
    .replaceAll(new RegExp(String.raw`~[/\\]${rest}`, 'gu'), '~/…');
  const owner = basename(home);
  // A short name is part of ordinary words, and "root" and "user" are nobody's.
  if (owner.length < 4 || ['root', 'home', 'user', 'users'].includes(owner)) return withoutHome;
  return withoutHome.replaceAll(
    new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped(owner)}(?![\p{L}\p{N}])`, 'gu'),
    '[you]',
  );
}

/** The end of a log as its owner may read it: whole lines, secrets and folders taken out. */
export const shownLog = (log: string, redacting: Redacting): string =>
  redacted(log.trimEnd().split('\n').slice(-logLinesMax).join('\n'), redacting);
