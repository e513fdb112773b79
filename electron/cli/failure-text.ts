// A failure as a person reads it and as a program does: what happened, what is safe, what to do.
import type { Failure } from '../../shared/engine.ts';
import { plainText } from './plain-text.ts';
import type { Paint } from './world.ts';

/** Beside the engine's own kinds: the command was typed wrongly, or our own code is wrong. */
export type CommandFailure = Omit<Failure, 'kind'> & { readonly kind: Failure['kind'] | 'wrong-use' | 'bug' };

export const failureLines = (failure: CommandFailure, paint: Paint): readonly string[] => [
  `${paint.red('slowwave:')} ${plainText(failure.happened)}`,
  `  ${paint.dim('safe')}   ${plainText(failure.safe)}`,
  `  ${paint.dim('to do')}  ${plainText(failure.todo)}`,
];

export const failureAnswer = ({
  kind,
  happened,
  safe,
  todo,
}: CommandFailure): { readonly error: object } => ({
  error: { kind, happened, safe, todo },
});

export const wrongUse = (happened: string, todo: string): CommandFailure => ({
  kind: 'wrong-use',
  happened,
  safe: 'Nothing was read or written.',
  todo,
});

/** Thrown things are bugs of ours: expected failures are values. */
export const bugFailure = (thrown: unknown): CommandFailure => ({
  kind: 'bug',
  happened: `Slowwave itself failed: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
  safe: "No agent's file was touched, and the store keeps only whole steps.",
  todo: 'Run "slowwave check", and report this line; SLOWWAVE_TRACE=1 shows where it happened.',
});
