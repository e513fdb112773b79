// `slowwave forget` and `redact`: takes something out of everything that is ours, for good, and certifies it. The one
// command that cannot be undone, so it shows what it would do and asks.
import type { Command as Program } from 'commander';
import path from 'node:path';
import type {
  ForgetCertificate,
  ForgetCounts,
  ForgetPreview,
  ForgetTarget,
} from '../../../shared/forgetting.ts';
import { err, ok } from '../../../shared/result.ts';
import { count, counted } from '../figures.ts';
import { certificateAnswer } from '../json-answer.ts';
import { readText, readVersionNumber } from '../option-values.ts';
import { oneLine } from '../plain-text.ts';
import type { Answer, Call, Command, Register } from '../world.ts';

const countWords: Readonly<Record<keyof ForgetCounts, readonly [one: string, many: string]>> = {
  sessions: ['session', 'sessions'],
  turns: ['turn', 'turns'],
  blankedTurns: ['turn with words blanked', 'turns with words blanked'],
  keptTurns: ['turn that another session holds as well stays', 'turns that other sessions hold as well stay'],
  memoryFiles: ['memory file in our record', 'memory files in our record'],
  memoryLines: ['line of memory files', 'lines of memory files'],
  closedEntries: ['entry of memory is closed', 'entries of memory are closed'],
  weakenedEntries: ['entry loses a proof and stands on others', 'entries lose a proof and stand on others'],
  blankedVersions: ['version of an entry is blanked', 'versions of entries are blanked'],
  otherTexts: ['other text (changes, reasons, diaries)', 'other texts (changes, reasons, diaries)'],
  fileCopies: ['kept copy of an agent’s file', 'kept copies of agents’ files'],
};

const countLines = (counts: ForgetCounts): readonly string[] =>
  Object.entries(countWords).flatMap(([name, [one, many]]) => {
    const n = counts[name as keyof ForgetCounts];
    return n === 0 ? [] : [`  ${counted(n, one, many)}`];
  });

const previewLines = ({ counts, alsoIn }: ForgetPreview): readonly string[] => {
  const lines = countLines(counts);
  return [
    'This takes out of everything that Slowwave keeps, for good:',
    ...(lines.length === 0 ? ['  nothing that is there now; it only keeps it from coming in'] : lines),
    ...(alsoIn.length === 0 ? [] : [`It also stands inside longer words: ${alsoIn.map(oneLine).join(', ')}`]),
    'Older copies of the store in the data folder go as well. Agents’ own files are not touched.',
  ];
};

function certificateLines(certificate: ForgetCertificate, { paint }: Call): readonly string[] {
  const { counts, cleaning, scan } = certificate;
  const isClean = cleaning.logEmptied && cleaning.fileRewritten && scan.hits === 0;
  return [
    isClean ? paint.green('Forgotten.') : paint.yellow('Forgotten, but not everywhere yet.'),
    ...countLines(counts),
    ...(scan.files === 0
      ? []
      : [
          `Looked for in ${count(scan.files)} files and ${count(scan.texts)} texts: found ${scan.hits} times.`,
        ]),
    ...scan.where.map((place) => paint.yellow(`  still in ${oneLine(place)}`)),
    ...certificate.notes.map((note) => paint.dim(note)),
    `Certificate ${certificate.number}: forgotten/${String(certificate.number).padStart(4, '0')}.txt in the data folder.`,
  ];
}

const certified = (certificate: ForgetCertificate, call: Call): Answer => ({
  json: { forgotten: certificateAnswer(certificate) },
  lines: certificateLines(certificate, call),
  ...(certificate.scan.hits > 0 ? { status: 1 } : {}),
});

const forget =
  (target: ForgetTarget, isSure: boolean): Command =>
  async (call) => {
    if (!isSure) {
      const preview = await call.engine.forgetPreview(target);
      if (!preview.ok) return preview;
      const answer = await call.confirm(previewLines(preview.value), 'Forget it? It cannot be undone.');
      if (answer === null) return err(notAsked(previewLines(preview.value)));
      if (!answer) return ok({ json: { forgotten: null }, lines: ['Nothing was forgotten.'] });
    }
    const done = await call.engine.forget(target);
    return done.ok ? ok(certified(done.value, call)) : done;
  };

const notAsked = (lines: readonly string[]) => ({
  kind: 'wrong-input' as const,
  happened: `Nobody could be asked. ${lines.map((line) => line.trim()).join(' ')}`,
  safe: 'Nothing was forgotten.',
  todo: 'Say --yes if that is what you want.',
});

const list: Command = async (call) => {
  const all = await call.engine.forgetCertificates();
  if (!all.ok) return all;
  return ok({
    json: { certificates: all.value.map(certificateAnswer) },
    lines:
      all.value.length === 0
        ? ['Nothing was ever forgotten.']
        : all.value.flatMap((certificate) => certificateLines(certificate, call)),
  });
};

const redact =
  (version: number, entry: string): Command =>
  async (call) => {
    const done = await call.engine.redact(version, entry);
    return done.ok ? ok(certified(done.value, call)) : done;
  };

interface Flags {
  readonly entry?: string;
  readonly session?: string;
  readonly source?: string;
  readonly word?: string;
  readonly yes?: boolean;
  readonly list?: boolean;
}

/** Exactly one of them; null for none or several. A path is taken from where the person stands. */
function targetOf(flags: Flags, cwd: string): ForgetTarget | null {
  const targets: ForgetTarget[] = [];
  if (flags.entry !== undefined) targets.push({ kind: 'entry', id: flags.entry });
  if (flags.session !== undefined) targets.push({ kind: 'session', id: flags.session });
  if (flags.source !== undefined) targets.push({ kind: 'source', place: placeOf(flags.source, cwd) });
  if (flags.word !== undefined) targets.push({ kind: 'word', text: flags.word });
  const [only, another] = targets;
  return only !== undefined && another === undefined ? only : null;
}

const placeOf = (typed: string, cwd: string): string =>
  /^[./\\]|[/\\]/u.test(typed) && !typed.startsWith('~') && !path.isAbsolute(typed)
    ? path.resolve(cwd, typed)
    : typed;

export const addForget: Register = (program, run) => {
  program
    .command('forget')
    .description('take something out of everything that is ours, for good, with a certificate')
    .option('--entry <id>', 'a fact: an entry of memory with all that proves it', readText)
    .option('--session <id>', 'a session with what came of it', readText)
    .option('--source <place>', 'a file, a folder or an agent (claude-code, codex, openclaw)', readText)
    .option('--word <text>', 'a word or a phrase, wherever it stands', readText)
    .option('--yes', 'do not ask')
    .option('--list', 'every certificate')
    .action((flags: Flags, self: Program) => {
      if (flags.list === true) return run(list);
      if (targetOf(flags, '.') === null)
        self.error('error: name one of --entry, --session, --source, --word', { exitCode: 1 });
      return run((call) => {
        const target = targetOf(flags, call.cwd);
        return target === null ? list(call) : forget(target, flags.yes ?? false)(call);
      });
    });
  program
    .command('redact')
    .description('blank the text that an entry had in one version; the version itself stays')
    .argument('<version>', 'a version', readVersionNumber)
    .argument('<entry>', 'the entry’s id, or the beginning of it')
    .action((version: number, entry: string) => run(redact(version, entry)));
};
