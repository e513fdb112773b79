// Processes for long work that the app starts for us: each looks here like a child of our own.
import type { Child, WorkFromEngine, WorkToEngine } from '../../shared/engine-process.ts';
import type { ToWork } from './long-work.ts';

export interface FarWork {
  fork(): Child<ToWork>;
  heard(message: WorkToEngine): void;
  /** The app is gone, and with it the way to them. */
  lost(): void;
}

interface Far {
  readonly hear: ((message: unknown) => void)[];
  readonly exit: ((how: string) => void)[];
}

export function createFarWork(send: (message: WorkFromEngine) => void): FarWork {
  const open = new Map<number, Far>();
  let begun = 0;
  const gone = (work: number, how: string): void => {
    const far = open.get(work);
    open.delete(work);
    for (const hear of far?.exit ?? []) hear(how);
  };
  return {
    fork: () => {
      begun += 1;
      const work = begun;
      const far: Far = { hear: [], exit: [] };
      open.set(work, far);
      send({ kind: 'work-start', work });
      return {
        send: (message) => send({ kind: 'work-tell', work, message }),
        onMessage: (hear) => void far.hear.push(hear),
        onExit: (hear) => void far.exit.push(hear),
        kill: () => send({ kind: 'work-kill', work }),
      };
    },
    heard: (message) => {
      if (message.kind === 'work-gone') return gone(message.work, message.how);
      for (const hear of open.get(message.work)?.hear ?? []) hear(message.message);
    },
    lost: () => {
      for (const work of open.keys()) gone(work, 'the app is gone');
    },
  };
}
