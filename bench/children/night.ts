// Runs the engine as the command line does, step by step, and says what each step took. In one process, so that a second
// night can be compared with the first.
import { createHash } from 'node:crypto';
import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { keepHeapModest } from '../../electron/cli/modest-heap.ts';
import type { Engine, Failure, ImportReport } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import { assertNever, type Result } from '../../shared/result.ts';
import { benchNowMs } from '../histories.ts';
import { answer, question, timed, type Took } from './answer.ts';

export type Step =
  | { readonly do: 'import'; readonly paths?: readonly string[] }
  | { readonly do: 'dream'; readonly nowMs: number }
  | { readonly do: 'move'; readonly moves: readonly (readonly [from: string, to: string])[] }
  | { readonly do: 'check' };

export interface NightQuestion {
  readonly home: string;
  readonly data: string;
  readonly steps: readonly Step[];
}

export interface StepAnswer extends Took {
  readonly do: Step['do'];
  readonly stageMs?: Readonly<Record<string, number>>;
  /** Of the proposal's every byte. */
  readonly proposalHash?: string;
  readonly changes?: number;
  readonly texts?: readonly string[];
  readonly imported?: Pick<ImportReport, 'sessions' | 'turns' | 'tokens' | 'newTurns' | 'memoryLines'>;
  readonly skipped?: readonly object[];
  readonly skippedByReason?: ImportReport['skippedByReason'];
  readonly unread?: ImportReport['unread'];
  readonly problems?: readonly string[];
  readonly failure?: Failure;
}

export interface NightAnswer {
  readonly steps: readonly StepAnswer[];
  readonly storeBytes: number;
  readonly peakBytes: number;
}

const shownMax = 5;
const textsMax = 50;

const importedOf = (report: ImportReport): Omit<StepAnswer, keyof Took | 'do'> => {
  const { sessions, turns, tokens, newTurns, memoryLines } = report;
  return {
    imported: { sessions, turns, tokens, newTurns, memoryLines },
    skipped: report.skipped.slice(0, shownMax),
    skippedByReason: report.skippedByReason,
    unread: report.unread.slice(0, shownMax),
  };
};

type Told = Omit<StepAnswer, keyof Took | 'do'>;
const told = <T>(result: Result<T, Failure>, tell: (value: T) => Told): Told =>
  result.ok ? tell(result.value) : { failure: result.error };

const asked = question() as NightQuestion;
// An import before a night belongs to that night's day.
let nowMs = asked.steps.find((step) => step.do === 'dream')?.nowMs ?? benchNowMs;

async function take(engine: Engine, step: Step): Promise<Told> {
  switch (step.do) {
    case 'import':
      return told(await engine.import(step.paths ?? [], {}), importedOf);
    case 'dream': {
      nowMs = step.nowMs;
      const night = await engine.dream(
        { preview: false, instructions: null, sessionsMax: null, sinceMs: null, apply: 'review', paths: [] },
        {},
      );
      return told(night, ({ proposal, receipt, imported }) => ({
        ...importedOf(imported),
        stageMs: receipt.stageMs,
        changes: proposal.changes.length,
        texts: proposal.changes.slice(0, textsMax).flatMap(({ after }) => after?.text ?? []),
        proposalHash: createHash('sha256').update(JSON.stringify(proposal)).digest('hex'),
      }));
    }
    case 'move':
      for (const [from, to] of step.moves) renameSync(from, to);
      return {};
    case 'check':
      return told(await engine.check(), ({ problems }) => ({ problems }));
    default:
      return assertNever(step);
  }
}

const bytesBelow = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);

keepHeapModest();
// As the command line does it: after the heap was told to keep modest.
const { createEngine } = await import('../../electron/engine/index.ts');
const engine = await createEngine({
  clock: {
    now: () => epochMs(nowMs),
    wall: () => epochMs(Date.now()),
    ticks: () => performance.now(),
  },
  home: asked.home,
  data: asked.data,
  keyFolder: `${asked.data}-key`,
  env: {},
  sample: null,
});
if (!engine.ok) throw new Error(engine.error.happened);
const steps: StepAnswer[] = [];
for (const step of asked.steps) {
  const { result, ms, cpuMs, ownCpuMs } = await timed(() => take(engine.value, step));
  steps.push({ do: step.do, ms, cpuMs, ownCpuMs, ...result });
}
engine.value.close();
answer({ steps, storeBytes: bytesBelow(asked.data) });
