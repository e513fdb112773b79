// Keeps the engine process: starts it, matches answers to questions, feels its pulse, and starts it anew where it died or
// hangs. Nobody who asked waits for an answer that cannot come.
import type {
  Bridge,
  CallAnswer,
  CallArgs,
  CallName,
  LiveEvent,
  RunEnd,
  Running,
} from '../../shared/contract.ts';
import type {
  Child,
  EngineSetup,
  FromEngine,
  LogLevel,
  ShellNews,
  ToEngine,
} from '../../shared/engine-process.ts';
import type { Failure } from '../../shared/engine.ts';
import { assertNever, err, type Result } from '../../shared/result.ts';
import type { EngineChild } from './child.ts';
import { createWorks, type Works } from './works.ts';

export interface LinkTimers {
  /** Gives back how to call it off. */
  after(delayMs: number, work: () => void): () => void;
}

export interface LinkNeeds {
  fork(): EngineChild;
  /** A process for one piece of the engine's long work. */
  forkWork(): Child<object>;
  readonly setup: EngineSetup;
  readonly timers: LinkTimers;
  log(level: LogLevel, text: string): void;
  readonly limits?: Partial<LinkLimits>;
}

export interface LinkLimits {
  readonly pulseEveryMs: number;
  /** So many pulses in a row without an answer: it hangs. */
  readonly missedMax: number;
  /** From its start until it says that it listens. */
  readonly startMaxMs: number;
  /** Alive for so long, an earlier death is forgotten. */
  readonly steadyMs: number;
  readonly restartFirstMs: number;
  readonly restartMaxMs: number;
  /** After the polite word, until it is ended the other way. */
  readonly endMaxMs: number;
  readonly questionsMax: number;
}

// A pulse of 5 s and six of them: its longest steps hold it for a second or two, a laptop's disk that wakes for ten.
export const usualLimits: LinkLimits = {
  pulseEveryMs: 5_000,
  missedMax: 6,
  startMaxMs: 60_000,
  steadyMs: 60_000,
  restartFirstMs: 250,
  restartMaxMs: 30_000,
  endMaxMs: 8_000,
  questionsMax: 1_000,
};

export interface LinkState {
  readonly state: 'starting' | 'ready' | 'lost' | 'closed';
  /** How often it had to be started anew. */
  readonly restarts: number;
  readonly openQuestions: number;
}

export interface EngineLink extends Bridge {
  /** News of the computer. What comes while the engine is away is told when it is back, the newest of each kind. */
  tell(news: ShellNews): void;
  state(): LinkState;
  /** Ends the engine, politely first. Settled when it is gone. */
  close(): Promise<void>;
}

type AnyAnswer = Result<unknown, Failure>;

interface Question {
  readonly name: CallName;
  readonly args: unknown;
  readonly settle: (answer: AnyAnswer) => void;
}

interface Self {
  readonly needs: LinkNeeds;
  readonly limits: LinkLimits;
  readonly works: Works;
  readonly questions: Map<number, Question>;
  readonly listeners: Set<(event: LiveEvent) => void>;
  /** The newest news of each kind, for an engine that is started anew. */
  readonly news: Map<ShellNews['kind'], ShellNews>;
  child: EngineChild | null;
  hasSaidHello: boolean;
  state: LinkState['state'];
  restarts: number;
  deathsInARow: number;
  lastNumber: number;
  missed: number;
  running: Running | null;
  ended: (() => void) | null;
  readonly callOffs: Map<'pulse' | 'start' | 'steady' | 'restart' | 'end', () => void>;
}

export function createEngineLink(needs: LinkNeeds): EngineLink {
  const self: Self = {
    needs,
    limits: { ...usualLimits, ...needs.limits },
    works: createWorks(
      () => needs.forkWork(),
      (message) => send(self, message),
    ),
    questions: new Map(),
    listeners: new Set(),
    news: new Map(),
    child: null,
    hasSaidHello: false,
    state: 'starting',
    restarts: 0,
    deathsInARow: 0,
    lastNumber: 0,
    missed: 0,
    running: null,
    ended: null,
    callOffs: new Map(),
  };
  start(self);
  return {
    call: (name, args) => ask(self, name, args),
    listen: (onEvent) => {
      self.listeners.add(onEvent);
      return () => void self.listeners.delete(onEvent);
    },
    tell: (news) => {
      self.news.set(news.kind, news);
      if (self.hasSaidHello) send(self, { kind: 'tell', news });
    },
    state: () => ({ state: self.state, restarts: self.restarts, openQuestions: self.questions.size }),
    close: () => close(self),
  };
}

function ask<N extends CallName>(
  self: Self,
  name: N,
  args: CallArgs<N>,
): Promise<Result<CallAnswer<N>, Failure>> {
  if (self.state === 'closed') return Promise.resolve(err(notReached('It is closing.')));
  if (self.state === 'lost') return Promise.resolve(err(notReached('It is being started again.')));
  if (self.questions.size >= self.limits.questionsMax) return Promise.resolve(err(tooBusy));
  self.lastNumber += 1;
  const number = self.lastNumber;
  return new Promise((resolve) => {
    // The engine answers each call as the contract has it: its own types see to that.
    const settle = (answer: AnyAnswer): void => resolve(answer as Result<CallAnswer<N>, Failure>);
    self.questions.set(number, { name, args, settle });
    if (self.hasSaidHello) send(self, { kind: 'call', number, name, args });
  });
}

function start(self: Self): void {
  const child = self.needs.fork();
  self.child = child;
  self.hasSaidHello = false;
  self.missed = 0;
  child.onMessage((message) => {
    if (self.child === child) heard(self, message as FromEngine);
  });
  child.onExit(() => {
    if (self.child === child) died(self);
  });
  later(self, 'start', self.limits.startMaxMs, () => {
    self.needs.log('error', 'The engine did not start in time and is ended.');
    child.kill();
  });
}

function heard(self: Self, message: FromEngine): void {
  switch (message.kind) {
    case 'hello':
      return saidHello(self);
    case 'ready':
      return becameReady(self);
    case 'answer': {
      const question = self.questions.get(message.number);
      self.questions.delete(message.number);
      return question?.settle(message.answer);
    }
    case 'pong':
      self.missed = 0;
      return;
    case 'event':
      return happened(self, message.event);
    case 'log':
      return self.needs.log(message.level, message.text);
    case 'work-start':
    case 'work-tell':
    case 'work-kill':
      return self.works.wish(message);
    default:
      return assertNever(message);
  }
}

function saidHello(self: Self): void {
  self.hasSaidHello = true;
  callOff(self, 'start');
  send(self, { kind: 'start', setup: self.needs.setup });
  for (const news of self.news.values()) send(self, { kind: 'tell', news });
  for (const [number, { name, args }] of self.questions) send(self, { kind: 'call', number, name, args });
  beat(self);
}

function becameReady(self: Self): void {
  if (self.state === 'closed') return;
  const wasLost = self.restarts > 0;
  self.state = 'ready';
  later(self, 'steady', self.limits.steadyMs, () => (self.deathsInARow = 0));
  if (wasLost) tellListeners(self, { kind: 'engine', state: 'back' });
}

function beat(self: Self): void {
  later(self, 'pulse', self.limits.pulseEveryMs, () => {
    if (self.missed >= self.limits.missedMax) {
      self.needs.log('error', `The engine missed ${self.missed} pulses and is ended.`);
      self.child?.kill();
      return;
    }
    self.missed += 1;
    send(self, { kind: 'ping', number: self.missed });
    beat(self);
  });
}

function died(self: Self): void {
  self.child = null;
  self.hasSaidHello = false;
  self.works.endAll();
  for (const name of self.callOffs.keys()) callOff(self, name);
  const isWished = self.state === 'closed';
  const why = isWished ? 'It is closing.' : 'It was lost in the middle and is being started again.';
  for (const [number, question] of self.questions) {
    self.questions.delete(number);
    question.settle(err(notReached(why)));
  }
  if (isWished) {
    self.ended?.();
    return;
  }
  self.state = 'lost';
  self.deathsInARow += 1;
  self.restarts += 1;
  self.needs.log('error', `The engine was lost (${self.deathsInARow} in a row) and is started again.`);
  endRun(self);
  tellListeners(self, { kind: 'engine', state: 'lost' });
  const delayMs = Math.min(
    self.limits.restartMaxMs,
    self.limits.restartFirstMs * 2 ** (self.deathsInARow - 1),
  );
  later(self, 'restart', delayMs, () => start(self));
}

/** Whoever looks on at a run hears of its end, also where nobody is left to tell it. */
function endRun(self: Self): void {
  if (self.running === null) return;
  const { run, kind } = self.running;
  self.running = null;
  const end: RunEnd = {
    run,
    kind,
    receipt: null,
    imported: null,
    preview: null,
    waiting: 0,
    failure: cutOff,
  };
  tellListeners(self, { kind: 'run-ended', end });
}

function happened(self: Self, event: LiveEvent): void {
  if (event.kind === 'run') self.running = event.running;
  if (event.kind === 'run-ended' && event.end.run === self.running?.run) self.running = null;
  tellListeners(self, event);
}

function tellListeners(self: Self, event: LiveEvent): void {
  for (const onEvent of self.listeners) {
    try {
      onEvent(event);
    } catch (error) {
      // One window's fault must not keep the news from the others.
      self.needs.log('error', `A listener failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

function close(self: Self): Promise<void> {
  self.state = 'closed';
  const { child } = self;
  callOff(self, 'restart');
  if (child === null) return Promise.resolve();
  return new Promise((resolve) => {
    const before = self.ended;
    self.ended = () => {
      before?.();
      resolve();
    };
    send(self, { kind: 'end' });
    later(self, 'end', self.limits.endMaxMs, () => child.kill());
  });
}

const send = (self: Self, message: ToEngine): void => self.child?.send(message);

function later(
  self: Self,
  name: 'pulse' | 'start' | 'steady' | 'restart' | 'end',
  delayMs: number,
  work: () => void,
): void {
  callOff(self, name);
  const off = self.needs.timers.after(delayMs, () => {
    self.callOffs.delete(name);
    work();
  });
  self.callOffs.set(name, off);
}

function callOff(self: Self, name: Parameters<typeof later>[1]): void {
  self.callOffs.get(name)?.();
  self.callOffs.delete(name);
}

const notReached = (why: string): Failure => ({
  kind: 'not-reached',
  happened: `The engine did not answer. ${why}`,
  safe: 'Everything stored is safe; what was asked may or may not have been done.',
  todo: 'Look at how things stand in a moment, then ask again.',
});

const tooBusy: Failure = {
  kind: 'too-busy',
  happened: 'Too many questions wait for an answer.',
  safe: 'Nothing was done.',
  todo: 'Ask again in a moment.',
};

const cutOff: Failure = {
  kind: 'not-reached',
  happened: 'The engine was lost while it was at work.',
  safe: 'Every step that was finished is kept; nothing was proposed.',
  todo: 'It is started again by itself. Then dream again: it goes on from what is kept.',
};
