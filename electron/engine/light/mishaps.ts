// Learns from what tools did: a command failed, something was run, and the same command passed.
import type { Signal } from '../../../shared/dream.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { Language } from '../language/language.ts';
import { stemsOf, readSentence } from '../language/words.ts';
import { isClosing, isLook, stepKey } from './commands.ts';
import { verbatimStep, type ToolRun } from './tool-runs.ts';
import { toolSignal } from './tool-signal.ts';

export interface Mishaps {
  readonly signals: readonly Signal[];
  readonly failedFixes: readonly { readonly error: string; readonly step: string }[];
}

// How far on the same command is looked for: a mend that takes longer is work, not a step.
const runsAheadMax = 14;
const excerptCharsMax = 100;
const telling =
  /error|fail|exception|cannot|can't|could not|couldn't|unable|not found|no such|denied|refused|missing|undefined|fatal|panic|invalid|expired|timed? ?out|conflict|fehler|erreur|错误|失败|エラー|오류|ошибка/iu;
const leading =
  /^(?:npm (?:err!|error|warn)\s*|[\w.]*(?:error|exception|fatal|panic|err!?)\b[^:]{0,20}:\s*|[-=>*#\s✖✗×!]+)+/iu;

// "[FAILED] lint [FAILED]": how it ended is known.
const statusMark = /^\[\p{Lu}{2,12}\]\s*|\s*\[\p{Lu}{2,12}\]$/gu;

/** A mark that opens something at the very end closes nothing: what it opened was cut off. */
function withoutLooseEnd(text: string): string {
  const bare = text.replace(/[\s.,;:。([{]+$/u, '');
  const last = bare.at(-1) ?? '';
  const isLoose = /['"`“„«]/u.test(last) && bare.split(last).length % 2 === 0;
  return isLoose ? withoutLooseEnd(bare.slice(0, -1)) : bare;
}

/** The line of the output that says what went wrong, without addresses and what follows its first sentence. */
export function excerptOf(output: string): string | null {
  const lines = output
    .split('\n')
    .map((line) => line.trim())
    // a bare code says that it failed, not what
    .filter((line) => !/\bcode \S+$/iu.test(line));
  const line =
    lines.find((one) => telling.test(one) && one.length >= 6) ?? lines.find((one) => one.length >= 6);
  if (line === undefined || line.includes('⟦masked:')) return null;
  const bare = line.replace(leading, '').replace(statusMark, '');
  const text = bare.length >= 6 ? bare : line;
  const sentence = text.split(/(?<=[.!?。！？])\s/u)[0] ?? text;
  const beforeAddress = (sentence.split(/https?:\/\//u)[0] ?? '').trim();
  const excerpt = withoutLooseEnd(beforeAddress.slice(0, excerptCharsMax));
  return excerpt.length >= 4 ? excerpt : null;
}

/** What two failures with the same cause have in common: numbers, hashes and quoted names are left open. */
export const errorKey = (excerpt: string): string =>
  excerpt
    .toLowerCase()
    .replace(/\b[0-9a-f]{8,}\b/gu, '#')
    .replace(/(?<![\w.:])\d+(?![\w.:])/gu, '#')
    .replace(/\s+/gu, ' ');

const isSame = (a: string, b: string): boolean => a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `);

interface Mend {
  readonly failed: ToolRun & { readonly step: string };
  readonly steps: readonly (ToolRun & { readonly step: string })[];
  readonly edits: number;
  readonly passed: boolean;
}

const hasStep = (run: ToolRun): run is ToolRun & { readonly step: string } => run.step !== null;

// "npm i" stands in many outputs by chance.
const askedCharsMin = 8;

/** The output names the command, on a line of its own or between marks: "Run this command: pnpm generate". */
function isAskedForIn(output: string, step: string): boolean {
  if (step.length < askedCharsMin) return false;
  return output.split('\n').some((line) => {
    const at = line.indexOf(step);
    if (at < 0) return false;
    const [before, after] = [line.slice(0, at).trim(), line.slice(at + step.length).trim()];
    return before === '' ? after === '' : /[:`'"$>]$/u.test(before) && !/^[\w-]/u.test(after);
  });
}

const failsAlike = (a: ToolRun, b: ToolRun): boolean => {
  const [one, other] = [excerptOf(a.output), excerptOf(b.output)];
  return one === null || other === null || errorKey(one) === errorKey(other);
};

/** From a failure to the next time the same command was run, or null where it never was. */
function mendAfter(runs: readonly ToolRun[], index: number): Mend | null {
  const failed = runs[index];
  if (!failed || !hasStep(failed) || failed.ended !== 'failed') return null;
  const steps: (ToolRun & { readonly step: string })[] = [];
  let edits = 0;
  for (const run of runs.slice(index + 1, index + 1 + runsAheadMax)) {
    if (run.kind === 'edit') edits++;
    else if (hasStep(run)) {
      if (isSame(run.step, failed.step)) {
        // what the failure itself asked for is what mended it, whatever was edited besides and whatever fails next
        const asked = steps.filter(({ step }) => isAskedForIn(failed.output, step));
        const passed = run.ended === 'ok' || (asked.length > 0 && !failsAlike(run, failed));
        return asked.length > 0
          ? { failed, steps: asked, edits: 0, passed }
          : { failed, steps, edits, passed };
      }
      if (run.ended !== 'failed' && !isLook(run.step)) steps.push(run);
    }
  }
  return null;
}

function signalOf(mend: Mend, excerpt: string, language: Language): Signal {
  const { failed, steps } = mend;
  const [command, fixes] = [failed.step, steps.map((run) => run.step)];
  const { frames } = language.lexicon;
  const text = frames.errorFix
    .replace('{command}', () => command)
    .replace('{error}', () => excerpt)
    .replace('{fix}', () => fixes.map((fix) => `\`${fix}\``).join(frames.andThen));
  const quotes = [
    { ordinal: failed.callOrdinal, text: verbatimStep(failed) },
    ...(failed.resultOrdinal === null ? [] : [{ ordinal: failed.resultOrdinal, text: excerpt }]),
    ...steps.map((run) => ({ ordinal: run.callOrdinal, text: verbatimStep(run) })),
  ];
  return toolSignal({
    id: contentHash('error-fix', String(failed.callOrdinal), command, ...fixes),
    kind: 'error-fix',
    text,
    quotes,
    language: language.lexicon.code,
    terms: stemsOf(readSentence(`${excerpt} ${fixes.join(' ')}`, language).terms),
    cues: mend.edits > 0 ? ['edited-between'] : [],
    // an edit between may be what mended it
    strength: mend.edits > 0 ? 0.2 : 0.6,
    cued: mend.edits > 0 ? 0.2 : 0.6,
    atMs: failed.atMs,
    steps: [stepKey(command), ...fixes.map(stepKey)],
    error: errorKey(excerpt),
  });
}

/** A commit or a push that was turned away, and passed once files were edited: the project's own checks are behind it. */
function turnedAway({ failed }: Mend, excerpt: string, language: Language): Signal {
  const key = stepKey(failed.step);
  return toolSignal({
    id: contentHash('turned-away', String(failed.callOrdinal), key),
    kind: 'workflow',
    text: excerpt,
    quotes: [
      { ordinal: failed.callOrdinal, text: verbatimStep(failed) },
      ...(failed.resultOrdinal === null ? [] : [{ ordinal: failed.resultOrdinal, text: excerpt }]),
    ],
    language: language.lexicon.code,
    cues: ['routine-fails'],
    atMs: failed.atMs,
    steps: [key],
    error: errorKey(excerpt),
  });
}

// A mend of more steps than these is a day's work.
const fixStepsMax = 3;

export function mishapsOf(runs: readonly ToolRun[], language: Language): Mishaps {
  const signals: Signal[] = [];
  const failedFixes: { error: string; step: string }[] = [];
  for (const index of runs.keys()) {
    const mend = mendAfter(runs, index);
    const excerpt = mend ? excerptOf(mend.failed.output) : null;
    if (!mend || excerpt === null || mend.steps.length > fixStepsMax) continue;
    if (mend.steps.length === 0) {
      const isGuarded = mend.passed && mend.edits > 0 && isClosing(mend.failed.step);
      if (isGuarded) signals.push(turnedAway(mend, excerpt, language));
      continue;
    }
    if (mend.passed) signals.push(signalOf(mend, excerpt, language));
    else
      for (const run of mend.steps) failedFixes.push({ error: errorKey(excerpt), step: stepKey(run.step) });
  }
  return { signals, failedFixes };
}
