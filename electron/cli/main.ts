// The thin end of the command line: binds the real terminal, the real clock and the real engine, and leaves with the
// exit status. Everything else is reached through `World`, so that tests can stand in for all of it.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { createInterface } from 'node:readline/promises';
import { runCommandLine } from './command-line.ts';
import { keepHeapModest } from './modest-heap.ts';
import type { AppWorld, World } from './world.ts';

// Source (electron/cli) and bundle (out/main) lie equally deep below the project's root.
const root = path.resolve(import.meta.dirname, '..', '..');

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return typeof manifest === 'object' &&
    manifest !== null &&
    'version' in manifest &&
    typeof manifest.version === 'string'
    ? manifest.version
    : 'unknown';
}

const app: AppWorld = {
  root,
  node: process.execPath,
  startEngine: async (setup, log) => {
    const { createEngineLink, forkWithNode, realTimers, workEntry } = await import('../engine-host/index.ts');
    return createEngineLink({
      fork: () => forkWithNode(),
      forkWork: () => forkWithNode(workEntry()),
      setup,
      timers: realTimers,
      log: (level, text) => {
        if (level !== 'info' || process.env['SLOWWAVE_TRACE'] === '1') log(`${level}: ${text}`);
      },
    });
  },
  startProgram: (file, args) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 2, 2] });
    const { promise, resolve } = Promise.withResolvers<number | null>();
    child.once('error', () => resolve(null));
    child.once('exit', (status) => resolve(status));
    return { ended: promise, end: () => void child.kill('SIGTERM') };
  },
  serveMcp: async (wish) => {
    // Loaded only here: agents wait for us at the start of each session, and every other command does without it.
    const { serveMcp } = await import('../engine/serving/index.ts');
    await serveMcp({ ...wish, stdin: process.stdin, stdout: process.stdout });
  },
  startAside: (file, args) => {
    const child = spawn(file, args, { stdio: 'ignore', detached: true });
    // Nothing opens addresses here: the person has the address on the screen.
    child.once('error', () => undefined);
    child.unref();
  },
};

const firstLine = (text: string): string | null => text.split('\n')[0]?.trim() || null;

/** What is typed is not written back: the terminal's own echo goes nowhere. */
async function typedSecret(): Promise<string | null> {
  process.stderr.write('Key (it is not shown): ');
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return firstLine(await terminal.question(''));
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

const world: World = {
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  platform: process.platform,
  home: homedir(),
  cwd: process.cwd(),
  version: readVersion(),
  sample: path.join(root, 'resources', 'sample'),
  realNowMs: () => Date.now(),
  ticks: () => performance.now(),
  openEngine: async (deps) => {
    keepHeapModest();
    // Loaded only when a command needs it: --help and wrong use answer at once.
    const { createEngine } = await import('../engine/index.ts');
    return createEngine(deps);
  },
  onInterrupt: (handler) => {
    process.on('SIGINT', handler);
    process.on('SIGTERM', handler);
    return () => {
      process.off('SIGINT', handler);
      process.off('SIGTERM', handler);
    };
  },
  quit: (status) => process.exit(status),
  readSecret: async () => {
    if (process.stdin.isTTY) return typedSecret();
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
    return firstLine(Buffer.concat(chunks).toString('utf8'));
  },
  app,
  ask:
    process.stdin.isTTY && process.stderr.isTTY
      ? async (question, until) => {
          const terminal = createInterface({ input: process.stdin, output: process.stderr });
          try {
            return await terminal.question(question, until === undefined ? {} : { signal: until });
          } catch (error) {
            if (until?.aborted !== true) throw error;
            process.stderr.write('\n');
            return '';
          } finally {
            terminal.close();
          }
        }
      : null,
};

// `slowwave memory list | head` closes the pipe early: that is the reader's right and no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
// Nobody listens to the progress any more: the work goes on.
process.stderr.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), world);
