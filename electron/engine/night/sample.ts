// The history of a made-up person, for a computer without any agent: it ships as one JSON file whose times are minutes
// before now, and is written below a folder as the agents themselves would have left it.
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { makeFolder } from '../folders/make-folder.ts';

export interface SampleFile {
  /** Below the home folder. */
  readonly path: string;
  readonly minutesBeforeNow: number;
  /** One JSON record a line. */
  readonly rows: readonly object[];
  /** Text that stands behind the rows, or the whole of a file without any. */
  readonly text: string;
}

export interface Sample {
  readonly about: string;
  readonly files: readonly SampleFile[];
}

export interface WrittenSample {
  readonly home: string;
  readonly files: number;
}

const minuteMs = 60_000;
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `{{home}}`, `{{slug}}`, and `{{FORM:MINUTES}}` for a time that many minutes before now. */
const marks = /"?\{\{(home|slug|iso|ms|day|stamp|minute)(?::([\d.]+))?\}\}"?/g;

const timeAs = (form: string, atMs: number): string => {
  const iso = new Date(atMs).toISOString();
  switch (form) {
    case 'day':
      return iso.slice(0, 10).replaceAll('-', '/');
    case 'stamp':
      return iso.slice(0, 19).replaceAll(':', '-');
    case 'minute':
      return `${weekdays[new Date(atMs).getUTCDay()] ?? ''} ${iso.slice(0, 16).replace('T', ' ')}`;
    default:
      return iso;
  }
};

const fillIn = (text: string, home: string, nowMs: number, quoted: (words: string) => string): string =>
  text.replace(marks, (mark, form: string, minutes: string | undefined) => {
    const atMs = Math.round(nowMs - Number(minutes ?? 0) * minuteMs);
    // A number stands without the quotation marks that JSON needed around its mark.
    if (form === 'ms') return String(atMs);
    const words =
      form === 'home'
        ? quoted(home)
        : form === 'slug'
          ? home.replace(/[^a-zA-Z0-9-]/g, '-')
          : timeAs(form, atMs);
    return `${mark.startsWith('"') ? '"' : ''}${words}${mark.endsWith('"') ? '"' : ''}`;
  });

/** The files with their times and places filled in; the same sample, home and now give the same files. */
export const sampleFiles = (
  sample: Sample,
  home: string,
  nowMs: number,
): readonly { readonly path: string; readonly text: string; readonly modifiedMs: number }[] =>
  sample.files.map(({ path, minutesBeforeNow, rows, text }) => {
    const inJson = (words: string): string => JSON.stringify(words).slice(1, -1);
    const lines = rows.map((row) => `${fillIn(JSON.stringify(row), home, nowMs, inJson)}\n`);
    return {
      path: fillIn(path, home, nowMs, (words) => words),
      text: lines.join('') + fillIn(text, home, nowMs, (words) => words),
      modifiedMs: Math.round(nowMs - minutesBeforeNow * minuteMs),
    };
  });

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isFile = (value: unknown): value is SampleFile =>
  isRecord(value) &&
  typeof value['path'] === 'string' &&
  typeof value['minutesBeforeNow'] === 'number' &&
  typeof value['text'] === 'string' &&
  Array.isArray(value['rows']) &&
  value['rows'].every(isRecord);
const isSample = (value: unknown): value is Sample =>
  isRecord(value) &&
  typeof value['about'] === 'string' &&
  Array.isArray(value['files']) &&
  value['files'].every(isFile);

/** Reads `sample.json` in the folder that ships with us; the error says in a sentence what is wrong with it. */
export const readSample = (folder: string): Result<Sample, string> => {
  const path = join(folder, 'sample.json');
  try {
    const sample: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isSample(sample) ? ok(sample) : err(`${path} is not a sample history.`);
  } catch (error) {
    return err(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

/** Writes the sample of the folder `sample` below `out`, which becomes a home folder like a person's own. */
export const writeSample = (input: {
  readonly sample: string;
  readonly out: string;
  readonly nowMs: number;
}): Result<WrittenSample, string> => {
  const sample = readSample(input.sample);
  if (!sample.ok) return sample;
  const files = sampleFiles(sample.value, input.out, input.nowMs);
  try {
    for (const file of files) {
      const path = join(input.out, file.path);
      makeFolder(dirname(path));
      writeFileSync(path, file.text);
      utimesSync(path, file.modifiedMs / 1000, file.modifiedMs / 1000);
    }
  } catch (error) {
    return err(`The sample could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  return ok({ home: input.out, files: files.length });
};
