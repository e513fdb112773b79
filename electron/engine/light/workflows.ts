// Notices ways of working: what was asked for, and the commands that did it.
import type { Signal } from '../../../shared/dream.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { Turn } from '../../../shared/transcript.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf, type Language } from '../language/language.ts';
import { sentencesOf } from '../language/sentences.ts';
import { readSentence, stemsOf } from '../language/words.ts';
import { cleanSentence } from './clean.ts';
import { isClosing, isLook, stepKey } from './commands.ts';
import { verbatimStep, type ToolRun } from './tool-runs.ts';
import { toolSignal } from './tool-signal.ts';

// Fewer steps are a command, more are a day's work.
export const stepsMin = 2;
export const stepsMax = 8;
const taskCharsMax = 120;
const wordsTellingMin = 3;

type Step = ToolRun & { readonly step: string };

interface Task {
  readonly text: string;
  readonly language: Language;
}

/** The first sentence of what was asked for, or null where it cannot stand for the task. */
function taskOf(asked: Turn | undefined, around: Language): Task | null {
  if (!asked) return null;
  const sentence = sentencesOf(asked.text, around)[0];
  if (!sentence || sentence.text.length > taskCharsMax || sentence.text.includes('⟦masked:')) return null;
  // "commit" is the same word in many languages
  const isShort = sentence.text.trim().split(/\s+/u).length < wordsTellingMin;
  const language = isShort ? around : languageOf(detectLanguage(sentence.text, around.lexicon.code));
  const text = cleanSentence(readSentence(sentence.text, language), sentence.text).replace(
    /[.。!！?？]+$/u,
    '',
  );
  return { text, language };
}

function signalOf(steps: readonly Step[], { text: task, language }: Task): Signal {
  const { frames } = language.lexicon;
  const first = steps[0];
  const keys = steps.map((run) => stepKey(run.step));
  return toolSignal({
    id: contentHash('workflow', String(first?.callOrdinal), ...keys),
    kind: 'workflow',
    text: frames.workflow
      .replace('{task}', () => task)
      .replace('{steps}', () => steps.map((run) => `\`${run.step}\``).join(frames.andThen)),
    quotes: steps.map((run) => ({ ordinal: run.callOrdinal, text: verbatimStep(run) })),
    language: language.lexicon.code,
    terms: stemsOf(readSentence(task, language).terms),
    atMs: first?.atMs ?? null,
    steps: keys,
    task,
  });
}

export interface Workflow {
  /** The person's message that asked for it. */
  readonly requestOrdinal: number;
  readonly signal: Signal;
}

/** One signal for each request that was met by a few commands, all of which went well and none of which edited a file. */
export function workflowsOf(
  runs: readonly ToolRun[],
  turnsByOrdinal: ReadonlyMap<number, Turn>,
  language: Language,
): readonly Workflow[] {
  const byRequest = new Map<number, ToolRun[]>();
  for (const run of runs) byRequest.set(run.askedAt, [...(byRequest.get(run.askedAt) ?? []), run]);
  const found: Workflow[] = [];
  for (const [askedAt, done] of byRequest) {
    if (done.some((run) => run.ended === 'failed')) continue;
    const steps = done.filter(
      (run): run is Step => run.kind === 'shell' && run.step !== null && !isLook(run.step),
    );
    const distinct = steps.filter((run, i) => stepKey(run.step) !== stepKey(steps[i - 1]?.step ?? ''));
    // `a && b` is two steps in one line
    const parts = distinct.flatMap((run) => run.step.split(/\s*&&\s*/u)).length;
    if (parts < stepsMin || parts > stepsMax) continue;
    // a commit after edits is how any work ends, whatever was asked for
    if (done.some((run) => run.kind === 'edit') && distinct.every((run) => isClosing(run.step))) continue;
    const task = taskOf(turnsByOrdinal.get(askedAt), language);
    if (task !== null) found.push({ requestOrdinal: askedAt, signal: signalOf(distinct, task) });
  }
  return found;
}
