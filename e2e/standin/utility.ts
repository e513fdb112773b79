// `utilityProcess`: a true child process with a port to its parent.
import { fork, type ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import path from 'node:path';
import { children } from './app.ts';
import { strict } from './strict.ts';

interface ForkOptions {
  readonly serviceName?: string;
  readonly stdio?: 'pipe' | 'ignore' | 'inherit';
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
}

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;
  constructor(child: ChildProcess) {
    super();
    this.#child = child;
    child.on('spawn', () => {
      if (child.pid !== undefined) children.add(child.pid);
      this.emit('spawn');
    });
    child.on('message', (message) => this.emit('message', message));
    child.on('exit', (status) => {
      if (child.pid !== undefined) children.delete(child.pid);
      this.emit('exit', status ?? 1);
    });
    process.on('exit', () => child.kill('SIGKILL'));
  }
  get pid(): number | undefined {
    return this.#child.pid;
  }
  get stdout(): ChildProcess['stdout'] {
    return this.#child.stdout;
  }
  get stderr(): ChildProcess['stderr'] {
    return this.#child.stderr;
  }
  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send({ data: message }, () => undefined);
  }
  kill(): boolean {
    return this.#child.kill('SIGTERM');
  }
}

export const utilityProcess = strict('utilityProcess', {
  fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) => {
    const stdio = options.stdio ?? 'inherit';
    const child = fork(path.join(import.meta.dirname, 'utility-child.ts'), [modulePath, ...args], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', stdio, stdio, 'ipc'],
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    return strict('UtilityProcess', new UtilityProcess(child));
  },
});
