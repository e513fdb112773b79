// What failed last in a project, and the step after which it passed: as tools did it, once for each cause.
import type { SessionSignals, Signal } from '../../../shared/dream.ts';
import { errorKey } from '../light/mishaps.ts';
import type { StoredSession } from '../store/sessions.ts';
import { command, evidenceOfSignal, type BriefingMaterial, type DraftLine } from './material.ts';
import { quoted } from './wording.ts';

const linesMax = 4;
const daysMax = 30;
const dayMs = 86_400_000;

interface Mended {
  readonly from: SessionSignals;
  readonly signal: Signal;
}

export function failureLines(material: BriefingMaterial): readonly DraftLine[] {
  const { signals, nowMs } = material;
  const mended = signals
    .flatMap((from) => from.signals.map((signal): Mended => ({ from, signal })))
    .filter(
      ({ signal }) =>
        signal.kind === 'error-fix' &&
        signal.steps.length > 1 &&
        signal.atMs !== null &&
        signal.atMs <= nowMs &&
        nowMs - signal.atMs <= daysMax * dayMs,
    )
    .toSorted((a, b) => (b.signal.atMs ?? 0) - (a.signal.atMs ?? 0) || (a.signal.id < b.signal.id ? -1 : 1));
  const causes = new Map<string, { readonly newest: Mended; times: number }>();
  for (const one of mended) {
    const key = errorKey(one.signal.error ?? one.signal.steps[0] ?? '');
    const known = causes.get(key);
    if (known === undefined) causes.set(key, { newest: one, times: 1 });
    else known.times += 1;
  }
  return [...causes.values()].slice(0, linesMax).map(({ newest, times }) => lineOf(material, newest, times));
}

function lineOf(material: BriefingMaterial, { from, signal }: Mended, times: number): DraftLine {
  const [failed = '', ...fixes] = signal.steps;
  const error = signal.error === null ? '' : ` with ${quoted(signal.error)}`;
  const session = material.openings.find((one) => one.session.id === from.session)?.session ?? null;
  return {
    kind: 'failure',
    standing: 'seen',
    text: `${command(failed)} failed${error}; mended by ${fixes.map(command).join(', then ')}${times > 1 ? ` (${times} times)` : ''}`,
    evidence: evidenceOfSignal(from, signal),
    entryId: null,
    files: filesOf(material, fixes, session),
  };
}

const filesOf = (
  material: BriefingMaterial,
  steps: readonly string[],
  session: StoredSession | null,
): readonly string[] =>
  session === null ? [] : [...new Set(steps.flatMap((step) => material.filesIn(step, session)))];
