// `slowwave serve` as it is really started: launcher, command line, host and the engine in its own process.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

let root: string;
let served: ChildProcess | null;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'slowwave-serve-'));
  mkdirSync(path.join(root, 'home'));
  served = null;
});
afterEach(() => {
  served?.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

function start(): ChildProcess {
  const launcher = path.join(import.meta.dirname, 'slowwave.mjs');
  const places = ['--home', path.join(root, 'home'), '--data', path.join(root, 'data')];
  served = spawn(process.execPath, [launcher, 'serve', '--json', '--port', '0', ...places], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'] ?? '', HOME: path.join(root, 'home') },
  });
  return served;
}

const firstLineOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('no standard output'));
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', () => reject(new Error('it ended without a word')));
  });

const endOf = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once('exit', (status) => resolve(status)));

/** Where the system tells of it. */
const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

async function untilGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe.runIf(process.platform === 'linux')('serving for real', () => {
  it('answers over the engine, and SIGTERM leaves nothing of it behind', async () => {
    const child = start();
    const { url, token } = JSON.parse(await firstLineOf(child)) as {
      readonly url: string;
      readonly token: string;
    };
    const reply = await fetch(`${url}/api/call`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'app.facts', args: {} }),
    });
    expect([reply.status, await reply.json()]).toEqual([
      200,
      { ok: true, value: expect.objectContaining({ host: 'browser', dataFolder: path.join(root, 'data') }) },
    ]);
    const engines = childrenOf(child.pid ?? 0);
    expect(engines).toHaveLength(1);
    const end = endOf(child);
    child.kill('SIGTERM');
    expect(await end).toBe(0);
    for (const engine of engines) await untilGone(engine);
    expect(existsSync(path.join(root, 'data', 'serving.json'))).toBe(false);
  });

  it('takes its engine along where it is killed', async () => {
    const child = start();
    await firstLineOf(child);
    const engines = childrenOf(child.pid ?? 0);
    child.kill('SIGKILL');
    for (const engine of engines) await untilGone(engine);
    expect(engines).toHaveLength(1);
  });
});
