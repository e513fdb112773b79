// What a person may say to a night, and how long it may be: one limit wherever it is typed, set or sent.
import type { Failure } from './engine.ts';

/** Characters, as a person counts them. Anthropic's Dreams API takes as many. */
export const instructionsCharsMax = 4_096;

/** What is wrong with it, in a sentence without its end; null for nothing. */
export function instructionsFault(text: string): string | null {
  const chars = Array.from(text).length;
  return chars >= 1 && chars <= instructionsCharsMax
    ? null
    : `instructions must have 1 to ${instructionsCharsMax} characters, and these have ${chars}`;
}

/** Null where they may be given as they are; none at all always may. */
export function instructionsFailure(text: string | null): Failure | null {
  const fault = text === null || text === '' ? null : instructionsFault(text);
  if (fault === null) return null;
  return {
    kind: 'wrong-input',
    happened: `${fault.charAt(0).toUpperCase()}${fault.slice(1)}.`,
    safe: 'Nothing was changed, and no night began.',
    todo: 'Say it shorter.',
  };
}
