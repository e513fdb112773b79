// What the parts of the stand-in must know of one another: whether the app is ready, quits, and which windows to close.
import { EventEmitter } from 'node:events';

class Life extends EventEmitter {
  isReady = false;
  isQuitting = false;
  isSandboxed = false;
  readonly closers = new Map<object, () => Promise<boolean>>();
  onAllClosed: () => void = () => undefined;
}

export const life = new Life();
