// Serves the app to a browser on this computer until it is ended: the engine in a process of its own, the host in ours.
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { readOrMakeApiKey } from '../api-key/key-file.ts';
import type { Host } from '../host/host.ts';
import type { EngineLink } from '../engine-host/index.ts';
import type { Failure } from '../../shared/engine.ts';
import { claimServing, servedAlready, whoServes } from './serving-lock.ts';
import type { AppCall, World } from './world.ts';

export interface ServeWish {
  /** Null: the usual one, or the next that is free. */
  readonly port: number | null;
  /** Opens it for the person, where there is a screen. */
  readonly opens: ((address: string) => void) | null;
}

// In no list of known services, and easily told over the telephone.
const usualPort = 4517;
const portsTried = 20;

const portsFor = (port: number | null): readonly number[] =>
  port === null ? [...Array.from({ length: portsTried }, (_, i) => usualPort + i), 0] : [port];

// One press reaches us up to three times (see wake.ts).
const onePressMs = 250;

/** Settled at the first wish to end; a second one, a moment later, ends the process at once. */
function waitForEnd(world: World): { readonly ended: Promise<void>; stopListening(): void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  let firstTicks: number | null = null;
  const stopListening = world.onInterrupt(() => {
    firstTicks ??= world.ticks();
    if (world.ticks() - firstTicks > onePressMs) world.quit(1);
    resolve();
  });
  return { ended: promise, stopListening };
}

function announce(call: AppCall, host: Host, apiKey: string): void {
  const address = `${host.url}/?token=${host.token}`;
  call.announce({
    json: { url: host.url, token: host.token, apiUrl: host.url, apiKey },
    lines: [
      `Slowwave is open at  ${call.paint.bold(address)}`,
      call.paint.dim('Only this computer can reach it. Keep the address to yourself. Ctrl-C ends it.'),
      call.paint.dim(
        `Programs find Anthropic’s Dreams API at ${host.url}; "${call.ownName} api-key" shows their key.`,
      ),
    ],
  });
}

async function openHost(
  call: AppCall,
  link: EngineLink,
  port: number | null,
): Promise<Result<Host, Failure>> {
  // Loaded only here: every other command does without it.
  const { createHost } = await import('../host/host.ts');
  const { createDreamsApi } = await import('../dreams-api/index.ts');
  const clock = { ticks: () => call.world.ticks() };
  return createHost({
    bridge: link,
    pageFolder: path.join(call.world.app.root, 'out', 'renderer'),
    ports: portsFor(port),
    token: randomBytes(32).toString('base64url'),
    clock,
    log: (line) => call.say(line),
    routes: [createDreamsApi({ bridge: link, keyFolder: call.places.keyFolder, clock })],
  });
}

/** Goes on until it is asked to end; then nothing of it is left behind. */
export async function serve(call: AppCall, wish: ServeWish): Promise<Result<null, Failure>> {
  const { data } = call.places;
  const other = await whoServes(data);
  if (other !== null) return err(servedAlready(other));
  const wait = waitForEnd(call.world);
  const link = await call.world.app.startEngine(call.setup, (line) => call.say(line));
  let host: Host | null = null;
  try {
    const opened = await openHost(call, link, wish.port);
    if (!opened.ok) return opened;
    host = opened.value;
    const claimed = await claimServing(data, { pid: process.pid, port: host.port });
    if (!claimed.ok) return claimed;
    announce(call, host, readOrMakeApiKey(call.places.keyFolder));
    wish.opens?.(host.addressForOneVisit());
    await wait.ended;
    claimed.value();
    return ok(null);
  } finally {
    // At the same time: whoever ends all of our processes at once has ended the engine already, and it is not lost.
    await Promise.all([host?.close(), link.close()]);
    wait.stopListening();
  }
}
