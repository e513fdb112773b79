// Failures that we expect are values; promises that our own code breaks are asserts, left on in production.

export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });
export const err = <E>(error: E): { readonly ok: false; readonly error: E } => ({
  ok: false,
  error,
});

/** Stops the process where our own code is wrong. The message names the values that broke the promise. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`broken promise: ${message}`);
}

/** Closes a union: the compiler refuses a case that was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`broken promise: no case for ${JSON.stringify(value)}`);
}
