// A process of ours as the link sees it, whoever started it: Node's own fork or Electron's utility process.
import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Child, ToEngine } from '../../shared/engine-process.ts';
import { assert } from '../../shared/result.ts';

export type EngineChild = Child<ToEngine>;

/** Where the engine's entry lies: in the sources beside us, or in the bundle that we are in. */
export const engineEntry = (): string => entryOf('main.ts', 'engine-process.js');

/** Where the entry of a process for one piece of long work lies. */
export const workEntry = (): string => entryOf('work-process.ts', 'work-process.js');

function entryOf(source: string, bundled: string): string {
  const here = import.meta.dirname;
  // A bundler may have put this file into a folder of shared parts, one below the entries.
  const places =
    extname(import.meta.filename) === '.ts'
      ? [join(here, '..', 'engine-process', source)]
      : [join(here, bundled), join(here, '..', bundled)];
  const entry = places.find((place) => existsSync(place));
  assert(entry !== undefined, `the entry lies at one of ${places.join(', ')}`);
  return entry;
}

/** By Node: for the browser host, the command line and tests. What it prints goes where ours goes. */
export function forkWithNode<To extends object = ToEngine>(entry: string = engineEntry()): Child<To> {
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
      child.on('exit', (status, signal) => once(signal ?? `status ${status ?? 'unknown'}`));
      // It could not even be started: then there is no exit.
      child.on('error', (error) => {
        if (child.pid === undefined) once(error.message);
      });
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

/** As much of Electron's UtilityProcess as we use: this room knows no Electron. */
export interface UtilityProcessLike {
  readonly pid?: number | undefined;
  postMessage(message: unknown): void;
  on(event: 'message', hear: (message: unknown) => void): unknown;
  on(event: 'exit', hear: (status: number) => void): unknown;
  kill(): boolean;
}

export const fromUtilityProcess = <To extends object = ToEngine>(port: UtilityProcessLike): Child<To> => ({
  send: (message) => port.postMessage(message),
  onMessage: (hear) => void port.on('message', hear),
  onExit: (hear) => {
    const once = onlyOnce(hear);
    port.on('exit', (status) => once(`status ${status}`));
  },
  kill: () => {
    // Electron's own word for it is a polite signal, which a process that hangs does not hear.
    if (port.pid === undefined || !killed(port.pid)) port.kill();
  },
});

function killed(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL');
  } catch {
    return false;
  }
}

function onlyOnce(work: (how: string) => void): (how: string) => void {
  let isDone = false;
  return (how) => {
    if (isDone) return;
    isDone = true;
    work(how);
  };
}
