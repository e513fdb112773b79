// The processes of the engine's long work: started at its wish, heard and told for it, and never left behind.
import type { Child, WorkFromEngine, WorkToEngine } from '../../shared/engine-process.ts';
import { assertNever } from '../../shared/result.ts';

export interface Works {
  wish(message: WorkFromEngine): void;
  /** Nobody is left to hear them. */
  endAll(): void;
}

export function createWorks(fork: () => Child<object>, tell: (message: WorkToEngine) => void): Works {
  const open = new Map<number, Child<object>>();
  const begin = (work: number): void => {
    const child = fork();
    open.set(work, child);
    // An engine that is started anew counts from one again: what an older one began is none of its business.
    const isOpen = (): boolean => open.get(work) === child;
    child.onMessage((message) => {
      if (isOpen()) tell({ kind: 'work-said', work, message });
    });
    child.onExit((how) => {
      if (!isOpen()) return;
      open.delete(work);
      tell({ kind: 'work-gone', work, how });
    });
  };
  return {
    wish: (message) => {
      switch (message.kind) {
        case 'work-start':
          return begin(message.work);
        case 'work-tell':
          // What the engine says to its work is an object of its own.
          return open.get(message.work)?.send(message.message as object);
        case 'work-kill':
          return open.get(message.work)?.kill();
        default:
          return assertNever(message);
      }
    },
    endAll: () => {
      for (const child of open.values()) child.kill();
      open.clear();
    },
  };
}
