// `slowwave diary`: the diary of a night as text, or as one page that needs nothing but a browser; and which say a thing.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '../../../shared/engine.ts';
import type { DiaryFind } from '../../../shared/nights.ts';
import { err, ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { makeFolder } from '../../engine/folders/make-folder.ts';
import { diaryPage, isDiaryPage } from '../diary-page.ts';
import { count, moment } from '../figures.ts';
import { isoOrNull } from '../json-answer.ts';
import { readDay, readText } from '../option-values.ts';
import { cutToWidth, oneLine, plainText } from '../plain-text.ts';
import { tableLines } from '../table.ts';
import type { Command, Register } from '../world.ts';

const refusal = (kind: Failure['kind'], happened: string, todo: string): Result<never, Failure> =>
  err({ kind, happened, safe: 'No file was changed.', todo });

const errorCode = (thrown: unknown): string =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : String(thrown);

function standsInTheWay(file: string): Result<never, Failure> | null {
  try {
    if (isDiaryPage(readFileSync(file, 'utf8'))) return null;
    return refusal(
      'wrong-input',
      `${file} is there already and is no diary page of ours.`,
      'Name another file.',
    );
  } catch (thrown) {
    return errorCode(thrown) === 'ENOENT'
      ? null
      : refusal('not-readable', `${file} cannot be used (${errorCode(thrown)}).`, 'Name another file.');
  }
}

/** Whole or not at all: beside the file first, then in its place. */
function writePage(file: string, page: string): Result<null, Failure> {
  const inTheWay = standsInTheWay(file);
  if (inTheWay !== null) return inTheWay;
  const beside = `${file}.${process.pid}.part`;
  try {
    makeFolder(path.dirname(file));
    writeFileSync(beside, page, { flag: 'wx' });
    renameSync(beside, file);
    return ok(null);
  } catch (thrown) {
    rmSync(beside, { force: true });
    const isFull = errorCode(thrown) === 'ENOSPC';
    return refusal(
      isFull ? 'disk-full' : 'not-readable',
      isFull
        ? `The disk is full; ${file} was not written.`
        : `${file} cannot be written (${errorCode(thrown)}).`,
      isFull ? 'Make room and run it again.' : 'Name a file in a folder that you may write to.',
    );
  }
}

const readDiary =
  (date: string | null, html: string | null): Command =>
  async (call) => {
    const diary = await call.engine.diary(date);
    if (!diary.ok) return diary;
    const { receipt, text } = diary.value;
    if (html === null) {
      return ok({ json: { diary: text, dream: receipt }, lines: [plainText(text).replace(/\n+$/u, '')] });
    }
    const file = path.resolve(call.cwd, html);
    const written = writePage(file, diaryPage(receipt, text));
    return written.ok ? ok({ json: { page: file, dream: receipt }, lines: [`Written: ${file}`] }) : written;
  };

const findIn =
  (words: string): Command =>
  async (call) => {
    const found = await call.engine.findInDiaries(words);
    if (!found.ok) return found;
    const row = ({ nightId, nowMs, lines, first }: DiaryFind): readonly string[] => [
      nightId,
      moment(nowMs),
      count(lines),
      cutToWidth(oneLine(first), lineColumnsMax),
    ];
    const lines =
      found.value.length === 0
        ? [`No diary says “${oneLine(words)}”.`]
        : tableLines(foundColumns, found.value.map(row), call.paint.bold);
    const json = found.value.map(({ nowMs, ...night }) => ({ ...night, at: isoOrNull(nowMs) }));
    return ok({ json: { nights: json }, lines });
  };

const foundColumns = [
  { title: 'Night' },
  { title: 'When' },
  { title: 'Lines', align: 'right' },
  { title: 'The first' },
] as const;
const lineColumnsMax = 80;

export const addDiary: Register = (program, run) => {
  program
    .command('diary')
    .description('the diary of the newest night, or of the night of a DATE (in UTC), as text')
    .argument('[date]', 'such as 2026-11-20', readDay)
    .option('--html <file>', 'write it as one page instead; needs no network and loads nothing', readText)
    .option('--find <words>', 'list the nights whose diary says this instead', readText)
    .action((date: string | undefined, flags: { readonly html?: string; readonly find?: string }) =>
      run(flags.find === undefined ? readDiary(date ?? null, flags.html ?? null) : findIn(flags.find)),
    );
};
