// Lets through the first of many at once and then the newest, so many a second at most: nobody reads faster.

export interface Throttle<T> {
  offer(value: T): void;
  /** What waits goes now. */
  flush(): void;
}

export interface ThrottleNeeds<T> {
  readonly everyMs: number;
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly pass: (value: T) => void;
}

export function createThrottle<T>({ everyMs, after, pass }: ThrottleNeeds<T>): Throttle<T> {
  let held: { readonly value: T } | null = null;
  let callOff: (() => void) | null = null;
  const rest = (): void => {
    callOff = after(everyMs, () => {
      callOff = null;
      if (held !== null) passHeld();
    });
  };
  const passHeld = (): void => {
    if (held === null) return;
    const { value } = held;
    held = null;
    pass(value);
    rest();
  };
  return {
    offer: (value) => {
      held = { value };
      if (callOff === null) passHeld();
    },
    flush: () => {
      callOff?.();
      callOff = null;
      if (held === null) return;
      const { value } = held;
      held = null;
      pass(value);
    },
  };
}
