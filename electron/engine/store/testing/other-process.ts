// Starts the process of crash.ts and waits until it has the store open.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

export interface OtherProcess {
  readonly pid: number;
  /** Ends it as a crash would: nothing is closed. */
  kill(): Promise<void>;
}

export async function startOtherProcess(options: {
  readonly dataFolder: string;
  readonly takesDreamLease: boolean;
}): Promise<OtherProcess> {
  const script = fileURLToPath(new URL('crash.ts', import.meta.url));
  const child: ChildProcess = spawn(
    process.execPath,
    [script, options.dataFolder, options.takesDreamLease ? 'yes' : 'no'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const kill = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  const said: unknown[] = child.stdout === null ? [] : await once(child.stdout, 'data');
  if (String(said[0]).trim() !== 'ready') throw new Error(`the other process said: ${String(said[0])}`);
  return { pid: child.pid ?? -1, kill };
}
