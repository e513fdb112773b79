// Runs other programs for the exam: their output, how they ended, how long they took; and never too many at once.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));
export const commandLine = fileURLToPath(new URL('../../electron/cli/slowwave.mjs', import.meta.url));

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
  readonly tookMs: number;
}

/** Runs a script with the Node that runs us. */
export const runNode = (script: string, args: readonly string[]): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const startedAtMs = performance.now();
    const child = spawn(process.execPath, [script, ...args], {
      cwd: repository,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({
        status: code ?? 1,
        stdout: Buffer.concat(chunks.stdout).toString('utf8'),
        stderr: Buffer.concat(chunks.stderr).toString('utf8'),
        tookMs: performance.now() - startedAtMs,
      }),
    );
  });

/** The answers in the order of the jobs. */
export const atMost = async <Job, Answer>(
  together: number,
  jobs: readonly Job[],
  work: (job: Job) => Promise<Answer>,
): Promise<readonly Answer[]> => {
  const answers: Answer[] = [];
  const left = [...jobs.entries()];
  const worker = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      answers[next[0]] = await work(next[1]);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
  return answers;
};
