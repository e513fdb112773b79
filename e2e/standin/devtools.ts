// Chromium as a child process, and a small client of its DevTools protocol. Typed by what Playwright publishes.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import type { CDPSession } from '@playwright/test';
import { ignore } from './strict.ts';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly sessionId?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** One target's conversation; '' is the browser's own. */
export interface Conversation {
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];
}

export class Chromium {
  onGone: () => void = () => undefined;
  #process: ChildProcess | null = null;
  #socket: WebSocket | null = null;
  #last = 0;
  #isStopped = false;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, ((params: unknown) => void)[]>();
  readonly #profile = mkdtempSync(path.join(tmpdir(), 'slowwave-standin-'));

  /** Gives the address that Playwright connects to. */
  async start(program: string, switches: readonly string[]): Promise<string> {
    const words = [
      '--remote-debugging-port=0',
      '--remote-debugging-pipe',
      `--user-data-dir=${this.#profile}`,
    ];
    // By the pipe, which nobody speaks over, Chromium notices that this process is gone, and goes too.
    const stdio = ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] as const;
    const child = spawn(program, [...words, ...switches], { stdio: [...stdio] });
    this.#process = child;
    const address = await addressSaidBy(child);
    child.on('exit', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('chromium is gone'));
      this.#waiting.clear();
      if (!this.#isStopped) this.onGone();
    });
    const socket = new WebSocket(address);
    this.#socket = socket;
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve);
      socket.addEventListener('error', reject);
    });
    socket.addEventListener('message', ({ data }) => this.#hear(JSON.parse(String(data)) as Message));
    return address;
  }

  conversation(sessionId: string): Conversation {
    return {
      send: ((method: string, params: unknown = {}) =>
        this.#send(method, params, sessionId)) as CDPSession['send'],
      on: ((event: string, listener: (params: unknown) => void) => {
        const key = `${sessionId}:${event}`;
        this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
      }) as unknown as CDPSession['on'],
    };
  }

  stop(): void {
    this.#isStopped = true;
    this.#process?.kill('SIGKILL');
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }

  #send(method: string, params: unknown, sessionId: string): Promise<unknown> {
    const id = ++this.#last;
    const session = sessionId === '' ? {} : { sessionId };
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#socket?.send(JSON.stringify({ id, method, params, ...session }));
    });
  }

  #hear({ id, method, sessionId, params, result, error }: Message): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(`${sessionId ?? ''}:${method}`) ?? []) listener(params);
      return;
    }
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}

function addressSaidBy(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (status) =>
      reject(new Error(`chromium ended (${status})\n${said.slice(-20).join('\n')}`)),
    );
    if (child.stderr === null) return;
    readline.createInterface({ input: child.stderr }).on('line', (line) => {
      said.push(line);
      ignore(line);
      const address = /^DevTools listening on (ws:\S+)/u.exec(line)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
}
