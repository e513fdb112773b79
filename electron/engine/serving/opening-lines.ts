// What sessions of a project begin with again and again, with its answer worked out: the commands that met it each time, or
// the rule that answers it. The gain of preparing grows with how predictable a question is (Sleep-time Compute, 2025).
import { gistOf, isSame, overlapOf, type Gist } from '../deep/sameness.ts';
import { isLook, stepKey } from '../light/commands.ts';
import { toolRunsOf, verbatimStep, type ToolRun } from '../light/tool-runs.ts';
import {
  command,
  evidenceOf,
  firstWords,
  type BriefingMaterial,
  type DraftLine,
  type Opening,
} from './material.ts';
import { quoted } from './wording.ts';

const linesMax = 5;
/** Once is an accident. */
const sessionsMin = 2;
/** Of a recurring opening's newest sessions so many are read for what met it. */
const sessionsRead = 3;
const stepsMax = 4;
/** A step belongs to the answer where at least this share of those sessions ran it. */
const stepShare = 0.5;
const answerOverlapMin = 0.5;

interface Asked extends Opening {
  readonly words: string;
  readonly gist: Gist;
}

export function openingLines(material: BriefingMaterial): readonly DraftLine[] {
  const asked = material.openings.flatMap((opening): readonly Asked[] => {
    const words = firstWords(opening.turn);
    return words === null ? [] : [{ ...opening, words, gist: gistOf(words) }];
  });
  const groups: Asked[][] = [];
  for (const one of asked) {
    const group = groups.find(([first]) => first !== undefined && isSameOpening(first, one));
    if (group === undefined) groups.push([one]);
    else group.push(one);
  }
  return groups
    .filter((group) => group.length >= sessionsMin)
    .toSorted((a, b) => b.length - a.length || (a[0]?.session.id ?? '').localeCompare(b[0]?.session.id ?? ''))
    .flatMap((group) => lineOf(material, group))
    .slice(0, linesMax);
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const isSameOpening = (a: Asked, b: Asked): boolean =>
  plain(a.words) === plain(b.words) || (a.gist.terms.size > 0 && isSame(a.gist, b.gist));

function lineOf(material: BriefingMaterial, group: readonly Asked[]): readonly DraftLine[] {
  const [newest] = group;
  if (newest === undefined) return [];
  return commandsFor(material, group, newest) ?? ruleFor(material, group, newest) ?? [];
}

const lineWith = (group: readonly Asked[], newest: Asked, answer: string) => ({
  kind: 'opening' as const,
  text: `${quoted(newest.words)} began ${group.length} sessions; ${answer}`,
  evidence: group
    .slice(0, sessionsRead)
    .map(({ session, turn, words }) =>
      evidenceOf(session, { turn: turn.ordinal, atMs: turn.atMs, quote: words, origin: 'person' }),
    ),
});

type Step = ToolRun & { readonly step: string };

/** What was run for it and went well, in the newest session's order; null for nothing. */
function commandsFor(
  material: BriefingMaterial,
  group: readonly Asked[],
  newest: Asked,
): readonly DraftLine[] | null {
  const read = group.slice(0, sessionsRead).map((asked) => ({
    asked,
    steps: toolRunsOf(material.turnsOf(asked.session)).filter(
      (run): run is Step =>
        run.askedAt === asked.turn.ordinal && run.step !== null && run.ended === 'ok' && !isLook(run.step),
    ),
  }));
  const times = new Map<string, number>();
  for (const { steps } of read)
    for (const key of new Set(steps.map((run) => stepKey(run.step))))
      times.set(key, (times.get(key) ?? 0) + 1);
  const isUsual = ({ step }: Step): boolean =>
    (times.get(stepKey(step)) ?? 0) >= Math.max(2, stepShare * read.length);
  const source = read.find(({ steps }) => steps.some(isUsual));
  if (source === undefined) return null;
  const usual = [...new Map(source.steps.filter(isUsual).map((run) => [stepKey(run.step), run])).values()];
  const chosen = usual.slice(0, stepsMax);
  const line = lineWith(group, newest, `met by ${chosen.map((run) => command(run.step)).join(', then ')}`);
  const proofs = chosen.map((run) =>
    evidenceOf(source.asked.session, {
      turn: run.callOrdinal,
      atMs: run.atMs,
      quote: verbatimStep(run),
      origin: 'tool',
    }),
  );
  const files = chosen.flatMap((run) => material.filesIn(run.step, source.asked.session));
  return [
    {
      ...line,
      standing: 'seen',
      evidence: [...line.evidence, ...proofs],
      entryId: null,
      files: [...new Set(files)],
    },
  ];
}

/** The rule that speaks of it; null for none. */
function ruleFor(
  { rules }: BriefingMaterial,
  group: readonly Asked[],
  newest: Asked,
): readonly DraftLine[] | null {
  const [best] = rules
    .map((entry) => ({ entry, overlap: overlapOf(gistOf(entry.text), newest.gist) }))
    .filter(({ overlap }) => overlap >= answerOverlapMin)
    .toSorted((a, b) => b.overlap - a.overlap || (a.entry.id < b.entry.id ? -1 : 1));
  if (best === undefined || newest.gist.terms.size < 2) return null;
  const line = lineWith(group, newest, `the person’s rule: ${quoted(best.entry.text)}`);
  return [{ ...line, standing: 'said', entryId: best.entry.id, files: [] }];
}
