// Sessions of made-up work in a few words a step: "git push!" failed, "?npm test" is a check, "x" complains.
import type { SessionSignals } from '../../../../shared/dream.ts';
import { sessionId } from '../../../../shared/ids.ts';
import { encodeWork, type WorkStep } from '../../../../shared/work.ts';

const words: Readonly<Record<string, WorkStep['kind']>> = {
  edit: 'edit',
  asked: 'asked',
  no: 'complained',
  thanks: 'praised',
};

function stepOf(text: string, ordinal: number): WorkStep {
  const kind = words[text];
  const nothing = { ordinal, ended: 'unknown', family: '', options: [], error: null } as const;
  if (kind !== undefined) return { ...nothing, kind };
  const failed = text.endsWith('!');
  const isCheck = text.startsWith('?');
  const [family = '', ...options] = text.replace(/^\?|!$/gu, '').split(' --');
  return {
    kind: isCheck ? 'check' : 'run',
    ordinal,
    ended: failed ? 'failed' : 'ok',
    family,
    options: options.map((option) => `--${option}`),
    error: failed ? { ordinal: ordinal + 1, text: `${family} went wrong` } : null,
  };
}

export const session = (
  name: string,
  steps: readonly string[],
  project: string | null = 'shop',
): SessionSignals => ({
  session: sessionId('claude-code', name),
  agent: 'claude-code',
  nativeId: name,
  project,
  signals: [],
  language: 'en',
  ordinary: {},
  failedFixes: [],
  leftOut: {},
  work: encodeWork(steps.map((text, at) => stepOf(text, at * 2))),
});

/** As many sessions of the same steps. */
export const sessions = (count: number, name: string, steps: readonly string[]): readonly SessionSignals[] =>
  Array.from({ length: count }, (_, at) => session(`${name}-${at}`, steps));
