// The engine process as the link sees it, whoever started it: Node's own fork or Electron's utility process.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { ToEngine } from '../../shared/engine-process.ts';
import { assert } from '../../shared/result.ts';

export interface EngineChild {
  /** Null where it is not known, or did not start. */
  readonly pid?: number | null;
  send(message: ToEngine): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Once, however it ended. */
  onExit(hear: () => void): void;
  /** At once: it may be hanging. */
  kill(): void;
}

/** Where the engine's entry lies: in the sources beside us, or in the bundle that we are in. */
export function engineEntry(): string {
  const here = import.meta.dirname;
  // A bundler may have put this file into a folder of shared parts, one below the entries.
  const places =
    extname(import.meta.filename) === '.ts'
      ? [join(here, '..', 'engine-process', 'main.ts')]
      : [join(here, 'engine-process.js'), join(here, '..', 'engine-process.js')];
  const entry = places.find((place) => existsSync(place));
  assert(entry !== undefined, `the engine's entry lies at one of ${places.join(', ')}`);
  return entry;
}

/** By Node: for the browser host, the command line and tests. What it prints goes where ours goes. */
export function forkWithNode(entry: string = engineEntry()): EngineChild {
  const child = fork(entry, [], {
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    pid: child.pid ?? null,
    send: (message) => {
      // Between its end and our hearing of it there is nobody to tell; what waits for an answer is told then.
      if (child.connected) child.send(message, () => undefined);
    },
    onMessage: (hear) => void child.on('message', hear),
    onExit: (hear) => {
      const once = onlyOnce(hear);
      child.on('exit', once);
      // It could not even be started: then there is no exit.
      child.on('error', () => {
        if (child.pid === undefined) once();
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** As much of Electron's UtilityProcess as we use: this room knows no Electron. */
export interface UtilityProcessLike {
  postMessage(message: unknown): void;
  on(event: 'message', hear: (message: unknown) => void): unknown;
  on(event: 'exit', hear: () => void): unknown;
  kill(): boolean;
}

export const fromUtilityProcess = (port: UtilityProcessLike): EngineChild => ({
  send: (message) => port.postMessage(message),
  onMessage: (hear) => void port.on('message', hear),
  onExit: (hear) => void port.on('exit', onlyOnce(hear)),
  kill: () => void port.kill(),
});

function onlyOnce(work: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    work();
  };
}
