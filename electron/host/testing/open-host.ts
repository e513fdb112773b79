// A real host on a real port over a scripted app, and the ways in: an ordinary client, and bare sockets for what no
// ordinary client would send.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bridge, LiveEvent } from '../../../shared/contract.ts';
import { ok } from '../../../shared/result.ts';
import { createHost, type Host, type HostNeeds } from '../host.ts';

export const token = 'a-token-for-tests-0123456789abcdef';
export const page = '<!doctype html><title>Slowwave</title>';
export const outsideText = 'lies outside of the folder';

/** The page as the bundler leaves it, with a secret beside its folder and a link that leads there. */
function makePageFolder(): { readonly root: string; readonly folder: string } {
  const root = mkdtempSync(path.join(tmpdir(), 'slowwave-host-'));
  const folder = path.join(root, 'renderer');
  mkdirSync(path.join(folder, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'index.html'), page);
  writeFileSync(path.join(folder, 'assets', 'index-Ab12Cd34.js'), 'export {};');
  writeFileSync(path.join(folder, 'assets', 'two words.svg'), '<svg/>');
  writeFileSync(path.join(root, 'outside.txt'), outsideText);
  symlinkSync(path.join(root, 'outside.txt'), path.join(folder, 'link.txt'));
  return { root, folder };
}

export interface ScriptedApp {
  readonly bridge: Bridge;
  readonly calls: readonly { readonly name: string; readonly args: unknown }[];
  readonly tell: (event: LiveEvent) => void;
  readonly listeners: () => number;
}

/** Answers every question with its own name, unless a test says otherwise. */
export function scriptedApp(answer: (name: string) => unknown = (name) => ok({ asked: name })): ScriptedApp {
  const calls: { name: string; args: unknown }[] = [];
  const listeners = new Set<(event: LiveEvent) => void>();
  return {
    bridge: {
      call: async (name, args) => {
        calls.push({ name, args });
        return (await answer(name)) as never;
      },
      listen: (onEvent) => {
        listeners.add(onEvent);
        return () => void listeners.delete(onEvent);
      },
    },
    calls,
    tell: (event) => {
      for (const each of listeners) each(event);
    },
    listeners: () => listeners.size,
  };
}

export interface Opened {
  readonly host: Host;
  readonly app: ScriptedApp;
  readonly log: readonly string[];
  readonly end: () => Promise<void>;
}

export async function openHost(over: Partial<HostNeeds> = {}, app = scriptedApp()): Promise<Opened> {
  const { root, folder } = makePageFolder();
  const log: string[] = [];
  const made = await createHost({
    bridge: app.bridge,
    pageFolder: folder,
    ports: [0],
    token,
    clock: { ticks: () => performance.now() },
    log: (line) => log.push(line),
    ...over,
  });
  if (!made.ok) throw new Error(made.error.happened);
  const { value: host } = made;
  return {
    host,
    app,
    log,
    end: async () => {
      await host.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Question {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request on a connection of its own. */
export const ask = (port: number, address: string, question: Question = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        host: '127.0.0.1',
        port,
        path: address,
        method: question.method ?? 'GET',
        headers: question.headers ?? {},
        agent: false,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        );
        response.once('error', reject);
      },
    );
    request.once('error', reject);
    request.end(question.body);
  });

/** The cookie that a browser gets for the printed address. */
export async function enter(port: number): Promise<string> {
  const reply = await ask(port, `/?token=${token}`);
  const [cookie = ''] = reply.headers['set-cookie'] ?? [];
  return cookie.split(';')[0] ?? '';
}

/** What our own page sends with a question. */
export const asOwnPage = (port: number, cookie: string): Readonly<Record<string, string>> => ({
  Cookie: cookie,
  Origin: `http://127.0.0.1:${port}`,
  'Sec-Fetch-Site': 'same-origin',
  'Content-Type': 'application/json',
});

export const call = (
  port: number,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Reply> => ask(port, '/api/call', { method: 'POST', headers, body: JSON.stringify(body) });

/** Says exactly these bytes and gives back all that is answered until the other side hangs up. */
export const sayRaw = (port: number, text: string): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      heard += part;
    });
    socket.once('error', () => resolve(heard));
    socket.once('close', () => resolve(heard));
    socket.once('connect', () => socket.write(text));
  });

export interface Stream {
  readonly status: number;
  readonly heard: () => string;
  readonly close: () => void;
  readonly ended: Promise<void>;
}

/** Opens the live stream and keeps it open. */
export const openStream = (
  port: number,
  headers: Readonly<Record<string, string>>,
  address = '/api/events',
): Promise<Stream> =>
  new Promise((resolve, reject) => {
    const request = httpRequest(
      { host: '127.0.0.1', port, path: address, headers, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
        });
        const ended = new Promise<void>((end) => {
          response.once('close', end);
          response.once('error', () => end());
        });
        resolve({
          status: response.statusCode ?? 0,
          heard: () => text,
          close: () => request.destroy(),
          ended,
        });
      },
    );
    request.once('error', reject);
    request.end();
  });

/** Waits for something to become true; the test's own time limit ends it else. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 5));
}
