// What the command line needs of the computer it runs on, and what each command is handed and gives back. Commands
// compute an answer; only command-line.ts writes it, as lines for people or as one JSON value.
import type { Command as Program } from 'commander';
import type picocolors from 'picocolors';
import type { EngineSetup } from '../../shared/engine-process.ts';
import type { Engine, Failure, Listening } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { EngineLink } from '../engine-host/index.ts';
import type { CommandFailure } from './failure-text.ts';
import type { OwnCommand } from '../../shared/serving.ts';
import type { Places } from './places.ts';

/** Standard output or standard error. */
export type Channel = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the engine is built with; the same shape as its own `Deps`, said here so that tests need no engine. */
export interface EngineNeeds {
  readonly clock: { now(): EpochMs; wall(): EpochMs; ticks(): number };
  readonly home: string;
  readonly data: string;
  readonly keyFolder: string;
  readonly env: Environment;
  readonly sample: string | null;
}

export interface World {
  readonly stdout: Channel;
  readonly stderr: Channel;
  readonly env: Environment;
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly cwd: string;
  readonly version: string;
  /** The folder of the sample history that ships with us. */
  readonly sample: string;
  realNowMs(): number;
  ticks(): number;
  openEngine(needs: EngineNeeds): Promise<Result<Engine, Failure>>;
  /** Calls the handler on Ctrl-C and on a polite request to end; gives back how to stop listening. */
  onInterrupt(handler: () => void): () => void;
  /** Ends the process at once, whatever is still at work. */
  quit(status: number): void;
  /** Asks the person at the terminal and gives what they typed, also nothing where `until` came first; null where
   * nobody can be asked. */
  readonly ask: ((question: string, until?: AbortSignal) => Promise<string>) | null;
  /** A secret that was piped in, or typed without being shown; null for none. */
  readSecret(): Promise<string | null>;
  readonly app: AppWorld;
}

/** A program that we started. */
export interface Started {
  /** Its exit status; null where it could not be started or was ended from outside. */
  readonly ended: Promise<number | null>;
  end(): void;
}

/** What it takes to start the app, beside what every command needs. */
export interface AppWorld {
  /** Our own folder: of the checkout, or of the installed package. */
  readonly root: string;
  /** The Node that runs us. */
  readonly node: string;
  /** Starts the engine in a process of its own. */
  startEngine(setup: EngineSetup, log: (line: string) => void): Promise<EngineLink>;
  /** What it prints goes to standard error: standard output is ours. */
  startProgram(file: string, args: readonly string[]): Started;
  /** Serves agents over this process's standard input and output until either ends. */
  serveMcp(wish: {
    readonly dataFolder: string;
    readonly cwd: string;
    readonly version: string;
    readonly now: () => EpochMs;
    readonly say: (line: string) => void;
    readonly until: Promise<void>;
  }): Promise<void>;
  /** Started, and never looked after. */
  startAside(file: string, args: readonly string[]): void;
}

export type Paint = ReturnType<typeof picocolors.createColors>;

/** One command at work: what it may ask, and how wide and colourful its answer may be. */
export interface Call {
  readonly engine: Engine;
  readonly paint: Paint;
  readonly nowMs: number;
  readonly columns: number;
  readonly toTerminal: boolean;
  readonly home: string;
  readonly cwd: string;
  readonly version: string;
  /** How an agent starts our server. */
  readonly mcpCommand: OwnCommand;
  /** How this command line was started, for saying what to type next. */
  readonly ownName: string;
  /** Yes or no from the person at the terminal; null where nobody can be asked. */
  confirm(lines: readonly string[], question: string): Promise<boolean | null>;
  /** A secret from the person, never shown and never an argument; null for none. */
  readSecret(): Promise<string | null>;
  /** Runs long work with live progress and a Ctrl-C that wakes it. */
  listen<T>(work: (listening: Listening) => Promise<Result<T, Failure>>): Promise<Result<T, Failure>>;
}

export interface Answer {
  /** What `--json` prints; must survive JSON.stringify. */
  readonly json: unknown;
  /** What a person reads. */
  readonly lines: readonly string[];
  /** 1 where the work was done and its outcome is bad news; 0 by default. */
  readonly status?: 0 | 1;
}

export type Command = (call: Call) => Promise<Result<Answer, Failure>>;

/** Puts one command with its words and help into the program; `run` performs it and writes its answer. */
export type Register = (program: Program, run: (command: Command) => Promise<void>) => void;

/** The app being started: it says where it is as soon as it is there, and goes on until it is ended. */
export interface AppCall {
  readonly world: World;
  readonly places: Places;
  readonly isJson: boolean;
  readonly paint: Paint;
  readonly setup: EngineSetup;
  readonly ownName: string;
  /** On standard output: one JSON line, or lines for people. */
  announce(answer: Answer): void;
  /** On standard error. */
  say(line: string): void;
}

export type AppCommand = (call: AppCall) => Promise<Result<null, CommandFailure>>;

export type RegisterApp = (program: Program, run: (command: AppCommand) => Promise<void>) => void;
