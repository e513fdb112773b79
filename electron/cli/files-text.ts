// How plans, receipts and questions about agents' files are told, by whichever command they come.
import type { FileBackup, FileQuestion, FilesPlan, FilesReceipt } from '../../shared/agent-files.ts';
import { count, counted, moment } from './figures.ts';
import { oneLine, plainText } from './plain-text.ts';
import type { Call, Paint } from './world.ts';

const linesText = (file: { readonly linesAdded: number; readonly linesRemoved: number }): string =>
  `+${count(file.linesAdded)} −${count(file.linesRemoved)} lines`;

const backupText = (backup: FileBackup | null): string =>
  backup === null
    ? '(new file)'
    : `backup ${backup.name} (${backup.copy === null ? 'made right before the write' : `copy ${backup.copy}`})`;

const indented = (text: string | null): readonly string[] =>
  plainText(text ?? '(nothing)')
    .trimEnd()
    .split('\n')
    .map((line) => `      ${line}`);

const isMissing = ({ kind }: FileQuestion): boolean => kind === 'file-gone' || kind === 'refused';

export const questionLines = (questions: readonly FileQuestion[], paint: Paint): readonly string[] =>
  questions.flatMap((question) => [
    ...sidesLines(question, paint),
    ...(isMissing(question)
      ? [
          paint.dim(
            `    files place ${oneLine(question.path)} ${question.canRecreate === true ? '--recreate · ' : ''}--to FILE · --drop`,
          ),
        ]
      : []),
  ]);

const editedText = (edited: FileQuestion['edited']): readonly string[] => {
  if (edited === undefined || edited === null) return [];
  const { savedAtMs, readAtMs } = edited;
  const isAfter = readAtMs !== null && savedAtMs > readAtMs;
  return [
    `    last saved ${moment(savedAtMs)}${isAfter ? `, after the dream read it (${moment(readAtMs)})` : ''}`,
  ];
};

const sidesLines = (
  { sentence, before, theirs, ours, edited }: FileQuestion,
  paint: Paint,
): readonly string[] => [
  paint.yellow(`⇄ ${oneLine(sentence)}`),
  ...editedText(edited).map(paint.dim),
  ...(before === null && theirs === null && ours === null
    ? []
    : [
        paint.dim('    before'),
        ...indented(before),
        paint.dim('    yours now'),
        ...indented(theirs),
        paint.dim('    ours'),
        ...indented(ours),
      ]),
];

export const diffLines = (diff: string, paint: Paint): readonly string[] =>
  plainText(diff)
    .split('\n')
    .map((line) =>
      line.startsWith('+') ? paint.green(line) : line.startsWith('-') ? paint.red(line) : line,
    );

export function planLines(plan: FilesPlan, { paint, ownName }: Call): readonly string[] {
  const { files, questions, leftOut, off } = plan;
  return [
    ...(files.length === 0
      ? ['Nothing would be written: every file says what it should.']
      : [
          ...diffLines(plan.diff, paint),
          '',
          paint.bold(`${counted(files.length, 'file')} would change; nothing is written yet.`),
          ...files.map(
            (file) =>
              `  ${oneLine(file.path)}  ${linesText(file)}  ${count(file.tokensBefore)} → ${count(file.tokensAfter)} tokens  ${backupText(file.backup)}`,
          ),
        ]),
    ...leftOut.map(({ path, text, because }) =>
      paint.dim(`  left out of ${oneLine(path)}: ${oneLine(text)} (${oneLine(because)})`),
    ),
    ...off.map((path) => paint.dim(`  ${oneLine(path)} is left alone: writing is off for its agent`)),
    ...questionLines(questions, paint),
    ...(files.length === 0 ? [] : ['', `${ownName} files apply`]),
  ];
}

export function receiptLines(receipt: FilesReceipt, { paint, ownName }: Call): readonly string[] {
  const { apply, written, questions } = receipt;
  return [
    ...(written.length === 0
      ? ['No file had to be written.']
      : [
          paint.bold(`${counted(written.length, 'file')} written.`),
          ...written.map((file) => {
            const marks = [
              ...(file.made ? ['new'] : []),
              ...(file.gone ? ['taken away'] : []),
              ...(file.rebased ? ['rebased onto what was edited meanwhile'] : []),
            ];
            const backup = file.backup === null ? '' : `  ${backupText(file.backup)}`;
            return `  ${oneLine(file.path)}  ${linesText(file)}${backup}${marks.length === 0 ? '' : `  (${marks.join(', ')})`}`;
          }),
        ]),
    ...questionLines(questions, paint),
    ...(apply === null ? [] : [`Undo: ${ownName} files undo ${apply}`]),
  ];
}
