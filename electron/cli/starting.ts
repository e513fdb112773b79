// `slowwave start`: the desktop app where it can be had. Where it cannot, one line says why and the same app is served
// in the browser.
import path from 'node:path';
import type { Failure } from '../../shared/engine.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { findFetcher, findRuntime, hasDisplay, isBuildStale, isDesktopBuilt, openerFor } from './desktop.ts';
import { serve } from './serving.ts';
import type { AppCall } from './world.ts';

export interface StartWish {
  readonly port: number | null;
  /** Electron's runtime without being asked. */
  readonly fetches: boolean;
  /** What was typed after --home and --data, to be handed on. */
  readonly typed: readonly string[];
  readonly answerWithinMs: number;
}

const buildFailure: Failure = {
  kind: 'not-readable',
  happened: 'The app could not be built; the lines above say why.',
  safe: 'What was built before may be gone; nothing else was touched.',
  todo: 'Mend it, or run "npm ci" again, and start anew.',
};

async function buildWhereNeeded(call: AppCall): Promise<Result<null, Failure>> {
  const { app } = call.world;
  if (!isBuildStale(app.root)) return ok(null);
  call.say('Building the app, once after each change…');
  const tool = path.join(app.root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const status = await app.startProgram(app.node, [tool, 'build']).ended;
  return status === 0 ? ok(null) : err(buildFailure);
}

/** Yes or no; silence is no. */
async function mayFetch(call: AppCall, withinMs: number): Promise<boolean> {
  const { ask } = call.world;
  if (ask === null || call.isJson) return false;
  const seconds = Math.round(withinMs / 1_000);
  const question = `Electron's runtime for the desktop window is not here. Fetch it (over 100 MB)? [y/N, ${seconds} s] `;
  const typed = await ask(question, AbortSignal.timeout(withinMs));
  return /^(?:y|yes)$/iu.test(typed.trim());
}

async function fetchRuntime(call: AppCall, fetcher: string): Promise<void> {
  call.say('Fetching Electron’s runtime…');
  const { app } = call.world;
  await app.startProgram(app.node, [fetcher, '--no']).ended;
}

/** The program to start, or why there will be no window, in words that go on with "so …". */
async function desktopOrWhyNot(call: AppCall, wish: StartWish): Promise<Result<string, string>> {
  const { world } = call;
  const isShown = hasDisplay(world);
  const fetcher = findFetcher(world);
  const isMissing = findRuntime(world) === null;
  if (
    isMissing &&
    fetcher !== null &&
    (wish.fetches || (isShown && (await mayFetch(call, wish.answerWithinMs))))
  ) {
    await fetchRuntime(call, fetcher);
  }
  if (!isShown) return err('There is no display here');
  const runtime = findRuntime(world);
  if (runtime === null) {
    return err(
      fetcher === null || wish.fetches
        ? 'Electron’s runtime is not here'
        : 'Electron’s runtime is not here (--fetch gets it)',
    );
  }
  return isDesktopBuilt(world) ? ok(runtime) : err('The desktop app is not built');
}

// A program that lacks a library of the system ends within a moment; one that was used and then failed did not.
const failsAtOnceMs = 10_000;

/** Null where it could not show itself, so that the browser takes over. */
async function runDesktop(
  call: AppCall,
  runtime: string,
  wish: StartWish,
): Promise<Result<null, Failure> | null> {
  const { world } = call;
  const startedTicks = world.ticks();
  const started = world.app.startProgram(runtime, [world.app.root, ...wish.typed]);
  if (call.isJson) call.announce({ json: { desktop: true }, lines: [] });
  let isWished = false;
  const stopListening = world.onInterrupt(() => {
    isWished = true;
    started.end();
  });
  const status = await started.ended;
  stopListening();
  if (status === 0 || isWished) return ok(null);
  if (world.ticks() - startedTicks < failsAtOnceMs && !call.isJson) return null;
  return err({
    kind: 'not-reached',
    happened: `The desktop app ended with a failure (${status === null ? 'ended from outside' : `status ${status}`}).`,
    safe: 'The store keeps only whole steps.',
    todo: `Start it again, or use the browser: ${call.ownName} serve.`,
  });
}

export async function start(call: AppCall, wish: StartWish): Promise<Result<null, Failure>> {
  const { world } = call;
  const built = await buildWhereNeeded(call);
  if (!built.ok) return built;
  const desktop = await desktopOrWhyNot(call, wish);
  let why = desktop.ok ? 'The desktop app could not be started' : desktop.error;
  if (desktop.ok) {
    const ran = await runDesktop(call, desktop.value, wish);
    if (ran !== null) return ran;
  }
  call.say(`${why}, so Slowwave opens in the browser.`);
  const [opener, ...args] = openerFor(world.platform);
  const opens =
    hasDisplay(world) && !call.isJson
      ? (address: string): void => world.app.startAside(opener, [...args, address])
      : null;
  return serve(call, { port: wish.port, opens });
}
