// Writes down what was done in a session: which commands changed something and how they ended, and how the person took
// it. What went well and what went badly is told from this, over many sessions.
import type { Turn } from '../../../shared/transcript.ts';
import { encodeWork, type WorkStep } from '../../../shared/work.ts';
import { detectLanguage } from '../language/detect.ts';
import { languageOf } from '../language/language.ts';
import { sentencesOf } from '../language/sentences.ts';
import { readSentence } from '../language/words.ts';
import { isCheck, isLook } from './commands.ts';
import { familyOf, optionsOf } from './families.ts';
import { excerptOf } from './mishaps.ts';
import type { ToolRun } from './tool-runs.ts';

// A session that did more is a week's work; its beginning tells how it was gone about.
export const workStepsMax = 200;
// Whether somebody complains or thanks shows in their first sentences.
const sentencesMax = 3;
const charsMax = 1_000;

const nothing = { family: '', options: [], error: null, ended: 'unknown' } as const;

/** Whether the first sentences put something right or thank for it. */
function moodOf(text: string, fallback: string): 'complained' | 'praised' | 'asked' {
  const beginning = text.slice(0, charsMax);
  const language = languageOf(detectLanguage(beginning, fallback));
  const cues = new Set<string>(
    sentencesOf(beginning, language)
      .slice(0, sentencesMax)
      .flatMap((sentence) => readSentence(sentence.text, language).cues.map((cue) => cue.name)),
  );
  if (['wrong', 'again', 'repair'].some((cue) => cues.has(cue))) return 'complained';
  return cues.has('smallTalk') ? 'praised' : 'asked';
}

/** The parts of a line of commands; of one that failed nobody knows which did. */
function stepsOfRun(run: ToolRun): readonly WorkStep[] {
  if (run.kind === 'edit') return [{ ...nothing, kind: 'edit', ordinal: run.callOrdinal }];
  if (run.step === null) return [];
  const parts = run.step.split(/\s*(?:&&|;)\s*/u).filter((part) => part !== '' && !isLook(part));
  const ended = parts.length > 1 && run.ended === 'failed' ? 'unknown' : run.ended;
  const excerpt = ended === 'failed' && run.resultOrdinal !== null ? excerptOf(run.output) : null;
  return parts.map((part) => ({
    kind: isCheck(part) ? 'check' : 'run',
    ordinal: run.callOrdinal,
    ended,
    family: familyOf(part),
    options: optionsOf(part),
    error:
      excerpt === null || run.resultOrdinal === null ? null : { ordinal: run.resultOrdinal, text: excerpt },
  }));
}

export interface SkillLoad {
  readonly name: string;
  readonly ordinal: number;
}

export interface SessionDone {
  readonly runs: readonly ToolRun[];
  readonly persons: readonly Turn[];
  readonly loads: readonly SkillLoad[];
  readonly language: string;
}

/** As `encodeWork` writes it. Empty where nothing was run: talk alone tells nothing of how work goes. */
export function workOf({ runs, persons, loads, language }: SessionDone): string {
  const loaded = loads.map(({ name, ordinal }): WorkStep => ({
    ...nothing,
    kind: 'loaded',
    ordinal,
    family: name,
  }));
  const done = [...loaded, ...runs.flatMap(stepsOfRun)];
  if (done.every(({ kind }) => kind === 'edit')) return '';
  // each is a step, and later ones would stand beyond the last
  const said = persons.slice(0, workStepsMax).map((turn): WorkStep => ({
    ...nothing,
    kind: moodOf(turn.text, language),
    ordinal: turn.ordinal,
  }));
  const steps = [...done, ...said].sort((a, b) => a.ordinal - b.ordinal);
  // of edits in a row one tells as much as ten
  const telling = steps.filter((step, at) => step.kind !== 'edit' || steps[at - 1]?.kind !== 'edit');
  return encodeWork(telling.slice(0, workStepsMax));
}
