// A real engine process over a made-up person's home, a real host on a real port, and the official SDK as the client.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Anthropic, { APIError } from '@anthropic-ai/sdk';
import type { LiveEvent } from '../../../shared/contract.ts';
import { epochMs } from '../../../shared/ids.ts';
import { readOrMakeApiKey } from '../../api-key/key-file.ts';
import {
  createEngineLink,
  forkWithNode,
  realTimers,
  workEntry,
  type EngineLink,
} from '../../engine-host/index.ts';
import { writeSample } from '../../engine/night/sample.ts';
import { createHost } from '../../host/host.ts';
import { createDreamsApi } from '../index.ts';
import type { ApiLimits } from '../limits.ts';

const sampleFolder = resolve(import.meta.dirname, '..', '..', '..', 'resources', 'sample');

/** The sample's days end there. */
export const nowMs = Date.UTC(2026, 5, 1, 3);

export interface OpenedApi {
  readonly client: Anthropic;
  readonly url: string;
  readonly key: string;
  readonly keyFolder: string;
  readonly home: string;
  readonly data: string;
  readonly link: EngineLink;
  readonly events: readonly LiveEvent[];
  readonly until: (isSo: () => boolean | Promise<boolean>) => Promise<void>;
  /** A client that does not ask again by itself, so that a refusal is seen at once. */
  readonly clientWith: (apiKey: string) => Anthropic;
  readonly close: () => Promise<void>;
}

export interface OpenApiOptions {
  readonly limits?: Partial<ApiLimits>;
  /** empty: nobody has worked there. */
  readonly home?: 'sample' | 'empty';
}

export async function openApi(options: OpenApiOptions = {}): Promise<OpenedApi> {
  const folder = mkdtempSync(join(tmpdir(), 'slowwave-api-'));
  const [home, data, keyFolder] = [join(folder, 'home'), join(folder, 'data'), join(folder, 'keys')];
  mkdirSync(home, { recursive: true });
  if (options.home !== 'empty') writeSample({ sample: sampleFolder, out: home, nowMs });
  const events: LiveEvent[] = [];
  const link = createEngineLink({
    fork: () => forkWithNode(),
    forkWork: () => forkWithNode(workEntry()),
    setup: {
      home,
      data,
      keyFolder,
      env: {},
      sample: null,
      version: '1.2.3',
      host: 'browser',
      logFile: null,
      nowMs: epochMs(nowMs),
      keepsWatch: false,
    },
    timers: realTimers,
    log: () => undefined,
  });
  link.listen((event) => void events.push(event));
  const clock = { ticks: () => performance.now() };
  const api = createDreamsApi({ bridge: link, keyFolder, clock, limits: options.limits ?? {} });
  const host = await createHost({
    bridge: link,
    pageFolder: folder,
    ports: [0],
    token: 'a-token-for-tests-0123456789abcdef',
    clock,
    log: () => undefined,
    routes: [api],
  });
  if (!host.ok) throw new Error(host.error.happened);
  const key = readOrMakeApiKey(keyFolder);
  const { url } = host.value;
  const clientWith = (apiKey: string) => new Anthropic({ baseURL: url, apiKey, maxRetries: 0 });
  return {
    client: clientWith(key),
    url,
    key,
    keyFolder,
    home,
    data,
    link,
    events,
    until: async (isSo) => {
      // Not oftener: what is asked goes to the engine and back, beside the dream that is waited for.
      while (!(await isSo())) await new Promise((done) => setTimeout(done, 50));
    },
    clientWith,
    close: async () => {
      await host.value.close();
      await link.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What it was refused with. Fails where it was not refused. */
export async function refusal(asked: Promise<unknown>): Promise<APIError> {
  const error: unknown = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof APIError) return error;
  throw new Error(`it was not refused by the API: ${String(error)}`);
}
