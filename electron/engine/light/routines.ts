// Notices what nobody asked for and is done all the same: the checks that are run after changes, what work begins with,
// and how it is handed in. Seen in what tools did, over many sessions, it is how a project is worked in.
import type { Signal } from '../../../shared/dream.ts';
import { contentHash } from '../../../shared/ids.ts';
import type { Language } from '../language/language.ts';
import { isCheck, isClosing, isLook, stepKey } from './commands.ts';
import { verbatimStep, type ToolRun } from './tool-runs.ts';
import { toolSignal } from './tool-signal.ts';

type Step = ToolRun & { readonly step: string };

export type RoutineKind = 'checks' | 'begins' | 'ends';

// Of one command in one session so many runs are proof enough.
const quotesMax = 5;

const wentWell = (run: ToolRun): run is Step =>
  run.kind === 'shell' && run.step !== null && run.ended !== 'failed';

/** Each check that was run after an edit, whether it passed or not: both times somebody wanted to know. `a && b` is two. */
function checksIn(runs: readonly ToolRun[]): readonly Step[] {
  const firstEdit = runs.findIndex((run) => run.kind === 'edit');
  if (firstEdit < 0) return [];
  return runs.slice(firstEdit).flatMap((run) => {
    if (run.kind !== 'shell' || run.step === null) return [];
    const parts = run.step.split(/\s*(?:&&|;)\s*/u);
    return parts.filter(isCheck).map((step): Step => ({ ...run, step }));
  });
}

/** What was run first for a request, where it changes something and is no check and no end of other work. */
function beginningsIn(runs: readonly ToolRun[]): readonly Step[] {
  const begun = new Set<number>();
  return runs.filter((run): run is Step => {
    if (begun.has(run.askedAt)) return false;
    if (!wentWell(run)) {
      if (run.kind === 'edit') begun.add(run.askedAt);
      return false;
    }
    if (isLook(run.step)) return false;
    begun.add(run.askedAt);
    return !isCheck(run.step) && !isClosing(run.step) && !/[\w*]\.[a-z]{1,5}(?:\s|$)/iu.test(run.step);
  });
}

const handsIn = /^(?:gh pr|glab mr|hub pull-request|tea pr)\b(?:\s+(?:create|new))?/u;
const pushes = /^(git push(?:\s+-\S+)*(?:\s+[\w-]+)?)(?:\s+(\S+))?$/u;

/** What belongs to handing work in, without the branch and the words of the day; null for all else. */
function handingIn(part: string): string | null {
  const request = handsIn.exec(part)?.[0];
  if (request !== undefined) return /(?:create|new|pull-request)$/u.test(request) ? request : null;
  const [, push, branch] = pushes.exec(part) ?? [];
  if (push === undefined) return null;
  return branch === undefined ? push : `${push} …`;
}

/** How work was handed in for one request: each step once, in order; empty where no review was asked for. */
function handedInFor(runs: readonly Step[]): readonly Step[] {
  const steps = runs.flatMap((run) =>
    run.step.split(/\s*&&\s*/u).flatMap((part): readonly Step[] => {
      const step = handingIn(part);
      return step === null ? [] : [{ ...run, step }];
    }),
  );
  const once = [...new Map(steps.toReversed().map((run) => [run.step, run])).values()].toReversed();
  return once.some(({ step }) => handsIn.test(step)) ? once : [];
}

/** One signal for each way in which work was handed in. */
function endingsOf(runs: readonly ToolRun[], language: Language): readonly Signal[] {
  const ways = [...Map.groupBy(runs.filter(wentWell), ({ askedAt }) => askedAt).values()]
    .map(handedInFor)
    .filter((way) => way.length > 0);
  const alike = Map.groupBy(ways, (way) => way.map(({ step }) => step).join('\n'));
  return [...alike].map(([key, same]) => signalOf('ends', key, same.flat(), language));
}

function signalOf(kind: RoutineKind, key: string, steps: readonly Step[], language: Language): Signal {
  const first = steps[0];
  return toolSignal({
    id: contentHash('routine', kind, String(first?.callOrdinal), key),
    kind: 'workflow',
    text: key,
    quotes: steps.slice(0, quotesMax).map((run) => ({ ordinal: run.callOrdinal, text: verbatimStep(run) })),
    language: language.lexicon.code,
    cues: [`routine-${kind}`],
    atMs: first?.atMs ?? null,
    steps: [key],
  });
}

function grouped(kind: RoutineKind, steps: readonly Step[], language: Language): readonly Signal[] {
  const byKey = new Map<string, Step[]>();
  for (const step of steps) {
    const key = stepKey(step.step);
    byKey.set(key, [...(byKey.get(key) ?? []), step]);
  }
  return [...byKey].map(([key, all]) => signalOf(kind, key, all, language));
}

/** One signal for each command that was such a routine in this session. */
export const routinesOf = (runs: readonly ToolRun[], language: Language): readonly Signal[] => [
  ...grouped('checks', checksIn(runs), language),
  ...grouped('begins', beginningsIn(runs), language),
  ...endingsOf(runs, language),
];
