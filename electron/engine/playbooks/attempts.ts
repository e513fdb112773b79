// Cuts what was done in sessions into attempts: each run of a command that does the work, what was run before it, and
// whether it went well. Judged from what tools did and how the person took it, never from what an agent says of itself.
import type { SessionSignals } from '../../../shared/dream.ts';
import { decodeWork, type WorkStep } from '../../../shared/work.ts';

export interface SessionWork {
  readonly from: Omit<SessionSignals, 'signals' | 'ordinary' | 'failedFixes' | 'leftOut' | 'work'>;
  readonly steps: readonly WorkStep[];
}

/** Why an attempt is taken as gone well or badly: the turn that shows it. */
export interface Proof {
  readonly ordinal: number;
  readonly by: 'exit' | 'check' | 'person' | 'undone';
  /** What the tool said; null for a person's words and where it said nothing that tells. */
  readonly text: string | null;
}

export interface Attempt {
  readonly session: SessionWork;
  readonly goal: string;
  readonly ordinal: number;
  readonly options: ReadonlySet<string>;
  /** Families that the session had run before it, and where each was run last. */
  readonly before: ReadonlyMap<string, number>;
  /** Those that were run since the attempt before this one, all for the first; without checks, which change nothing. */
  readonly since: ReadonlySet<string>;
  /** A file was edited since the attempt before this one. */
  readonly editedSince: boolean;
  readonly went: 'well' | 'badly';
  readonly proof: Proof | null;
  /** The person's message that it was done for; null where none stands before it. */
  readonly askedAt: number | null;
  /** Checks that were run after it, before anything was edited, asked or tried again. */
  readonly checkedBy: readonly {
    readonly family: string;
    readonly ordinal: number;
    readonly failed: boolean;
    readonly error: WorkStep['error'];
  }[];
}

const undoing = /\b(?:revert|rollback|roll-back|undo|reset|restore|abort|uninstall|unpublish|rescue)\b/u;

const isGoal = ({ kind, family }: WorkStep): boolean =>
  kind === 'run' && family !== '' && !undoing.test(family);

const isSaid = ({ kind }: WorkStep): boolean =>
  kind === 'asked' || kind === 'complained' || kind === 'praised';

/** What follows an attempt until the next of its kind. */
const after = (steps: readonly WorkStep[], at: number): readonly WorkStep[] => {
  const family = steps[at]?.family;
  const next = steps.findIndex((step, i) => i > at && isGoal(step) && step.family === family);
  return steps.slice(at + 1, next < 0 ? steps.length : next);
};

/** Checks that tell of the attempt itself: nothing else was run, edited or asked between. */
function checksAfter(rest: readonly WorkStep[]): Attempt['checkedBy'] {
  const end = rest.findIndex(({ kind }) => kind !== 'check');
  return rest
    .slice(0, end < 0 ? rest.length : end)
    .filter(({ ended }) => ended !== 'unknown')
    .map(({ family, ordinal, ended, error }) => ({ family, ordinal, failed: ended === 'failed', error }));
}

/** Null where nothing tells. */
function judge(step: WorkStep, rest: readonly WorkStep[]): Pick<Attempt, 'went' | 'proof'> | null {
  if (step.ended === 'failed') {
    const proof: Proof = {
      ordinal: step.error?.ordinal ?? step.ordinal,
      by: 'exit',
      text: step.error?.text ?? null,
    };
    return { went: 'badly', proof };
  }
  const checked = checksAfter(rest);
  const failed = checked.find((check) => check.failed);
  if (failed !== undefined) {
    const { ordinal, error } = failed;
    return {
      went: 'badly',
      proof: { ordinal: error?.ordinal ?? ordinal, by: 'check', text: error?.text ?? null },
    };
  }
  const said = rest.find(isSaid);
  if (said?.kind === 'complained')
    return { went: 'badly', proof: { ordinal: said.ordinal, by: 'person', text: null } };
  const undone = rest.find(
    ({ kind, family, ended }) => kind === 'run' && ended !== 'failed' && undoing.test(family),
  );
  if (undone !== undefined)
    return { went: 'badly', proof: { ordinal: undone.ordinal, by: 'undone', text: null } };
  if (step.ended === 'ok' || checked.length > 0 || said?.kind === 'praised')
    return { went: 'well', proof: null };
  return null;
}

/** Every attempt of a session at a command that does the work, in order. */
export function attemptsIn(session: SessionWork): readonly Attempt[] {
  const { steps } = session;
  const lastAt = new Map<string, number>();
  const attempts: Attempt[] = [];
  for (const [at, step] of steps.entries()) {
    if (!isGoal(step)) continue;
    const from = lastAt.get(step.family) ?? -1;
    lastAt.set(step.family, at);
    const rest = after(steps, at);
    const judged = judge(step, rest);
    if (judged === null) continue;
    const earlier = steps.slice(0, at).filter((one) => one.kind === 'run' || one.kind === 'check');
    const before = new Map(
      earlier
        .filter((one) => one.family !== step.family && one.ended !== 'failed')
        .map((one) => [one.family, one.ordinal]),
    );
    const between = steps.slice(from + 1, at);
    attempts.push({
      session,
      goal: step.family,
      ordinal: step.ordinal,
      options: new Set(step.options),
      before,
      since: new Set(
        between.flatMap(({ kind, family }) => (kind === 'run' && before.has(family) ? [family] : [])),
      ),
      editedSince: between.some(({ kind }) => kind === 'edit'),
      ...judged,
      askedAt: steps.slice(0, at).findLast(isSaid)?.ordinal ?? null,
      checkedBy: checksAfter(rest),
    });
  }
  return attempts;
}

/** Skills that were loaded in it, by name. */
export const skillsLoaded = ({ work }: Pick<SessionSignals, 'work'>): ReadonlySet<string> =>
  new Set(decodeWork(work).flatMap(({ kind, family }) => (kind === 'loaded' ? [family] : [])));

export const sessionWork = ({ work, ...rest }: SessionSignals): SessionWork => ({
  from: {
    session: rest.session,
    agent: rest.agent,
    nativeId: rest.nativeId,
    project: rest.project,
    language: rest.language,
  },
  steps: decodeWork(work).filter(({ kind }) => kind !== 'loaded'),
});
