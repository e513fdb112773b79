// Asks a child process: what is measured runs alone in one, so that neither its memory nor its caches are another's.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export type Child = 'history' | 'night' | 'plain-pass' | 'search' | 'serving' | 'idle';

const scriptOf = (child: Child): string => fileURLToPath(new URL(`children/${child}.ts`, import.meta.url));

export interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

const compileCache = fileURLToPath(new URL('../node_modules/.cache/slowwave-bench', import.meta.url));

/** Runs a script with our own Node, in an empty environment: no agent's folder and no home leak in. */
export const runNode = (args: readonly string[], home: string, timeoutMs = 3_600_000): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const env = {
      PATH: process.env['PATH'],
      TMPDIR: process.env['TMPDIR'],
      HOME: home,
      // as the product: what was loaded once is not read and stripped of its types anew, which takes 25 MB
      NODE_COMPILE_CACHE: compileCache,
    };
    const child = spawn(process.execPath, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      timeout: timeoutMs,
    });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (status, signal) => {
      resolve({
        status,
        signal,
        stdout: Buffer.concat(out).toString('utf8'),
        stderr: Buffer.concat(errors).toString('utf8'),
        tookMs: performance.now() - startedAtMs,
      });
    });
  });

/** The answer's shape is the child's own; both ends are ours. */
export async function ask<Answer>(child: Child, question: object, home: string): Promise<Answer> {
  const ended = await runNode(
    ['--disable-warning=ExperimentalWarning', scriptOf(child), JSON.stringify(question)],
    home,
  );
  const line = ended.stdout.trimEnd().split('\n').at(-1);
  if (ended.status !== 0 || line === undefined || line === '') {
    const why = ended.signal ?? `status ${String(ended.status)}`;
    throw new Error(`the child "${child}" ended with ${why}: ${ended.stderr.trim().slice(-2000)}`);
  }
  return JSON.parse(line) as Answer;
}
