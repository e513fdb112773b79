// Work that was left in its middle: what was asked and not answered, checks that were left failing, and where the newest
// session stopped.
import { excerptOf } from '../light/mishaps.ts';
import { isLook, stepKey } from '../light/commands.ts';
import { toolRunsOf, verbatimStep, type ToolRun } from '../light/tool-runs.ts';
import {
  command,
  evidenceOf,
  firstWords,
  type BriefingMaterial,
  type DraftLine,
  type SessionPages,
} from './material.ts';
import { quoted } from './wording.ts';

// Two weeks: what lay longer is no thread that anybody holds.
const openDaysMax = 14;
const failingMax = 3;
const dayMs = 86_400_000;

export function openLines({ recent, nowMs }: BriefingMaterial): readonly DraftLine[] {
  const lately = recent.filter(
    ({ session }) => session.lastAtMs !== null && nowMs - session.lastAtMs <= openDaysMax * dayMs,
  );
  const [newest] = lately;
  if (newest === undefined) return [];
  return [...unanswered(newest), ...leftFailing(lately), ...lastAsked(newest), ...lastWords(newest)];
}

const base = { kind: 'open', entryId: null, files: [] } as const;

const personTurns = ({ turns }: SessionPages) =>
  turns.filter((turn) => turn.kind === 'message' && turn.spans.some((span) => span.origin === 'person'));

const answerAfter = ({ turns }: SessionPages, ordinal: number) =>
  turns.findLast((turn) => turn.kind === 'message' && turn.origin === 'agent' && turn.ordinal > ordinal);

/** The last thing that was asked, and no word of the agent after it. */
function unanswered(newest: SessionPages): readonly DraftLine[] {
  const last = personTurns(newest).at(-1);
  const words = last === undefined ? null : firstWords(last);
  if (last === undefined || words === null || answerAfter(newest, last.ordinal) !== undefined) return [];
  const evidence = [
    evidenceOf(newest.session, { turn: last.ordinal, atMs: last.atMs, quote: words, origin: 'person' }),
  ];
  return [{ ...base, standing: 'said', text: `asked and not answered: ${quoted(words)}`, evidence }];
}

/** What the newest session was about, where it was answered: the last thing that the person asked for. */
function lastAsked(newest: SessionPages): readonly DraftLine[] {
  const asked = personTurns(newest);
  const last = asked.at(-1);
  const words = last === undefined ? null : firstWords(last);
  if (last === undefined || words === null || answerAfter(newest, last.ordinal) === undefined) return [];
  const evidence = [
    evidenceOf(newest.session, { turn: last.ordinal, atMs: last.atMs, quote: words, origin: 'person' }),
  ];
  return [{ ...base, standing: 'said', text: `last asked for: ${quoted(words)}`, evidence }];
}

const lastWordsCharsMax = 160;

/** An agent's own account: a note, whatever it says. */
function lastWords(newest: SessionPages): readonly DraftLine[] {
  const last = newest.turns.findLast((turn) => turn.kind === 'message' && turn.origin === 'agent');
  const line = last?.text
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one.length >= 12 && !one.includes('⟦'));
  if (last === undefined || line === undefined) return [];
  const quote = line.slice(0, lastWordsCharsMax).toWellFormed();
  return [
    {
      ...base,
      standing: 'note',
      text: `the agent’s last words: ${quoted(quote)}`,
      evidence: [evidenceOf(newest.session, { turn: last.ordinal, atMs: last.atMs, quote, origin: 'agent' })],
    },
  ];
}

type Step = ToolRun & { readonly step: string };

/** Commands whose last run failed, in none of the sessions since mended. */
function leftFailing(lately: readonly SessionPages[]): readonly DraftLine[] {
  const settled = new Set<string>();
  const lines: DraftLine[] = [];
  for (const pages of lately) {
    const steps = toolRunsOf(pages.turns).filter(
      (run): run is Step => run.kind === 'shell' && run.step !== null && !isLook(run.step),
    );
    for (const run of steps.toReversed()) {
      const key = stepKey(run.step);
      if (settled.has(key)) continue;
      settled.add(key);
      if (run.ended === 'failed') lines.push(failing(pages, run));
    }
  }
  return lines.slice(0, failingMax);
}

function failing(pages: SessionPages, run: Step): DraftLine {
  const error = excerptOf(run.output);
  const said = { atMs: run.atMs, origin: 'tool' } as const;
  const isQuote = error !== null && run.resultOrdinal !== null && run.output.includes(error);
  return {
    ...base,
    standing: 'seen',
    text: `${command(run.step)} was left failing${isQuote ? `: ${quoted(error)}` : ''}`,
    evidence: [
      evidenceOf(pages.session, { ...said, turn: run.callOrdinal, quote: verbatimStep(run) }),
      ...(isQuote
        ? [evidenceOf(pages.session, { ...said, turn: run.resultOrdinal ?? 0, quote: error })]
        : []),
    ],
  };
}
