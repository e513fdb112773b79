// The app started for tests: a real host over a link without an engine, and programs that are only written down.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EngineSetup } from '../../../shared/engine-process.ts';
import { ok } from '../../../shared/result.ts';
import type { AppWorld } from '../world.ts';
import { CapturedChannel, runScripted, type Ran, type Surroundings } from './scripted-engine.ts';

/** A root as after a build, a home, and an empty place for data. */
export function makePlaces(): {
  readonly root: string;
  readonly home: string;
  readonly data: string;
  readonly write: (name: string, text: string) => string;
  readonly remove: () => void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'slowwave-app-'));
  const root = path.join(folder, 'root');
  const home = path.join(folder, 'home');
  mkdirSync(home);
  const write = (name: string, text: string): string => {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o755 });
    return file;
  };
  write('out/renderer/index.html', '<!doctype html><title>Slowwave</title>');
  write('out/main/main.js', '');
  return {
    root,
    home,
    data: path.join(folder, 'data'),
    write,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface ScriptedAppWorld extends AppWorld {
  readonly setups: readonly EngineSetup[];
  /** Every program that was started, with its words. */
  readonly started: readonly string[];
  readonly aside: readonly string[];
  readonly linksOpen: () => number;
}

export function scriptedApp(
  root: string,
  programs: (line: string) => number | null = () => 0,
): ScriptedAppWorld {
  const setups: EngineSetup[] = [];
  const started: string[] = [];
  const aside: string[] = [];
  let links = 0;
  return {
    root,
    node: 'node',
    setups,
    started,
    aside,
    linksOpen: () => links,
    startEngine: async (setup) => {
      setups.push(setup);
      links += 1;
      return {
        call: async (name) => ok({ asked: name }) as never,
        listen: () => () => undefined,
        tell: () => undefined,
        state: () => ({ state: 'ready', restarts: 0, openQuestions: 0 }),
        close: async () => {
          links -= 1;
        },
      };
    },
    startProgram: (file, args) => {
      const line = [file, ...args].join(' ');
      started.push(line);
      return { ended: Promise.resolve(programs(line)), end: () => undefined };
    },
    startAside: (file, args) => void aside.push([file, ...args].join(' ')),
    serveMcp: ({ until }) => until,
  };
}

export interface Going {
  /** Standard output up to now. */
  readonly out: () => string;
  /** Settled when something was announced, or it ended before. */
  readonly announced: Promise<void>;
  readonly interrupt: () => void;
  readonly ended: Promise<Ran>;
}

/** Runs a command that goes on until it is interrupted. */
export function runGoing(typed: readonly string[], around: Surroundings = {}): Going {
  const stdout = new CapturedChannel(around.terminal ?? false);
  let interrupt = (): void => undefined;
  const ended = runScripted(typed, {
    ...around,
    stdout,
    onListening: (handler) => void (interrupt = handler),
  });
  const life = { isOver: false };
  void ended.then(() => (life.isOver = true));
  const announced = (async () => {
    while (!life.isOver && !stdout.text.includes('\n'))
      await new Promise((resolve) => setTimeout(resolve, 5));
  })();
  return { out: () => stdout.text, announced, interrupt: () => interrupt(), ended };
}
