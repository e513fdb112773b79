// Makes resources/sample/sample.json from the bank beside it: the history that is shown where no agent is found.
// npm run sample            writes it; the same bank gives the same bytes
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SampleFile } from '../electron/engine/night/sample.ts';
import type { HistoryFile } from './history/agent-files.ts';
import { validateBank } from './history/bank.ts';
import { planHistory, type History } from './history/history.ts';

const folder = new URL('../resources/sample/', import.meta.url);
export const samplePath = fileURLToPath(new URL('sample.json', folder));

/** The home and the night that the history is planned for; both become marks. */
const home = '/sample-home';
export const plannedNowMs = Date.parse('2026-01-01T21:00:00Z');

// Five decimals of a minute: exact to the millisecond.
const minutesOf = (atMs: number): string =>
  String(Math.round(((plannedNowMs - atMs) / 60_000) * 100_000) / 100_000);
const mark = (form: string, atMs: number): string => `{{${form}:${minutesOf(atMs)}}}`;

/** Times and places become marks that the engine fills in on the day. */
const withMarks = (text: string): string =>
  text
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, (iso) => mark('iso', Date.parse(iso)))
    .replace(
      /"(timestamp|updatedAt)":\s?(\d{13})/g,
      (_, key: string, ms: string) => `"${key}":"${mark('ms', Number(ms))}"`,
    )
    .replace(
      /\[\w{3} (\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\]/g,
      (_, day: string, minute: string) => `[${mark('minute', Date.parse(`${day}T${minute}:00Z`))} UTC]`,
    )
    .replaceAll(home, '{{home}}');

const pathWithMarks = (path: string): string =>
  path
    .replace(home.replaceAll('/', '-'), '{{slug}}')
    .replace(
      /\d{4}\/\d\d\/\d\d\/rollout-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)/,
      (_, day: string, hour: string, minute: string, second: string) => {
        const atMs = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
        return `${mark('day', atMs)}/rollout-${mark('stamp', atMs)}`;
      },
    );

const sampleFile = ({ path, rows, rest, modifiedMs }: HistoryFile): SampleFile => ({
  path: pathWithMarks(path),
  minutesBeforeNow: Number(minutesOf(modifiedMs)),
  rows: rows.map((row): object => JSON.parse(withMarks(JSON.stringify(row)))),
  text: withMarks(rest),
});

export const planSample = (): History => {
  const bank = validateBank(JSON.parse(readFileSync(new URL('bank.json', folder), 'utf8')));
  if (!bank.ok) throw new Error(bank.error.join('\n'));
  return planHistory(
    // Seed 3: of the first five the one whose sessions read best. 42: three agents, two to three sessions a week each.
    { bank: bank.value, seed: 3, sessions: 42, nowMs: plannedNowMs, lengthMax: 2, oddities: false },
    home,
  );
};

/** One record a line, so that a change of the bank reads well in a diff. */
const fileJson = ({ rows, ...rest }: SampleFile): string => {
  const head = JSON.stringify(rest).slice(0, -1);
  const lines = rows.map((row) => `\n${JSON.stringify(row)}`).join(',');
  return `${head},"rows":[${lines}]}`;
};

export const makeSample = (): string => {
  const about =
    'Made by scripts/make-sample.ts from bank.json: an invented person. Times are minutes before now.';
  const files = planSample().files.map((file) => fileJson(sampleFile(file)));
  return `{"about":${JSON.stringify(about)},"files":[\n${files.join(',\n')}\n]}\n`;
};

if (import.meta.main) {
  const text = makeSample();
  writeFileSync(samplePath, text);
  process.stdout.write(`${samplePath}: ${Math.round(text.length / 1024)} KiB\n`);
}
