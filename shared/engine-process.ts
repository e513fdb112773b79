// What the app and its engine process say to one another. The engine runs in a process of its own, so that a long night
// never holds up a window, and is started anew where it dies.
import type { CallName, LiveEvent } from './contract.ts';
import type { Failure } from './engine.ts';
import type { EpochMs } from './ids.ts';
import type { KeptKeys } from './models.ts';
import type { PowerNews } from './power.ts';
import type { Result } from './result.ts';
import type { OwnCommand } from './serving.ts';

/** Where everything lies, said once at the start. */
export interface EngineSetup {
  readonly home: string;
  readonly data: string;
  readonly keyFolder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Keys that the shell keeps in the system's keychain; null or left out: there is none, and keys go to a file. */
  readonly keychain?: KeptKeys | null;
  /** The folder of the sample history that ships with us; null where a home was named. */
  readonly sample: string | null;
  /** How agents start our server; null or left out: not known here. */
  readonly ownCommand?: OwnCommand | null;
  readonly version: string;
  readonly host: 'desktop' | 'browser';
  readonly logFile: string | null;
  /** Take this as the present moment; null: the real one. */
  readonly nowMs: EpochMs | null;
  /** False: nights fall and files are watched by nobody (tests, and a second look at a store). */
  readonly keepsWatch: boolean;
}

/** What the shell tells of the computer. `zone`: it is somewhere else now. */
export type ComputerNews =
  PowerNews | { readonly kind: 'zone'; readonly atMs: EpochMs; readonly zone: string };

/** `keys`: all that the keychain holds now. */
export type ShellNews = ComputerNews | { readonly kind: 'keys'; readonly keys: KeptKeys };

/**
 * A process of ours, as whoever started it sees it. What comes back is `unknown`: each pair of ends has its own words.
 */
export interface Child<To> {
  /** Null where it is not known, or did not start. */
  readonly pid?: number | null;
  send(message: To): void;
  onMessage(hear: (message: unknown) => void): void;
  /** Once, however it ended; `how`: its signal or status, for a log. */
  onExit(hear: (how: string) => void): void;
  /** At once: it may be hanging. */
  kill(): void;
}

/**
 * Long work has a process of its own, which the app starts for the engine: the packed program is no Node, so the engine
 * cannot start one. The app only carries what the two say, by the work's number.
 */
export type WorkToEngine =
  | { readonly kind: 'work-said'; readonly work: number; readonly message: unknown }
  | { readonly kind: 'work-gone'; readonly work: number; readonly how: string };

export type WorkFromEngine =
  | { readonly kind: 'work-start'; readonly work: number }
  | { readonly kind: 'work-tell'; readonly work: number; readonly message: unknown }
  | { readonly kind: 'work-kill'; readonly work: number };

export type ToEngine =
  | WorkToEngine
  | { readonly kind: 'start'; readonly setup: EngineSetup }
  /** Checked at the door. */
  | { readonly kind: 'call'; readonly number: number; readonly name: CallName; readonly args: unknown }
  | { readonly kind: 'ping'; readonly number: number }
  | { readonly kind: 'tell'; readonly news: ShellNews }
  | { readonly kind: 'end' };

export type FromEngine =
  | WorkFromEngine
  /** It listens. */
  | { readonly kind: 'hello' }
  /** It has opened what it needs, and answers. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Result<unknown, Failure> }
  | { readonly kind: 'pong'; readonly number: number }
  | { readonly kind: 'event'; readonly event: LiveEvent }
  | { readonly kind: 'log'; readonly level: LogLevel; readonly text: string };

export type LogLevel = 'info' | 'warn' | 'error';
