// One engine process at work: opens the service when it is told where everything lies, answers, and ends cleanly.
import type { Answers, CallName, LiveEvent } from '../../shared/contract.ts';
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
import type { Channel } from './channel.ts';
import { createFarWork } from './far-work.ts';
import type { ToWork } from './long-work.ts';

export interface Service {
  readonly answers: Answers;
  tell(news: ShellNews): void;
  /** Wakes what is at work and lets go of the store. */
  close(): Promise<void>;
}

export interface ServiceOutlets {
  readonly emit: (event: LiveEvent) => void;
  readonly log: (level: LogLevel, text: string) => void;
  /** A process for one piece of long work. */
  readonly forkWork: () => Child<ToWork>;
}

export interface SessionNeeds {
  readonly channel: Channel<FromEngine, ToEngine>;
  readonly open: (setup: EngineSetup, outlets: ServiceOutlets) => Promise<Service>;
  readonly exit: (status: number) => void;
}

export interface Session {
  /** Once, whoever asks how often. */
  end(): Promise<void>;
}

export function startSession({ channel, open, exit }: SessionNeeds): Session {
  let service: Promise<Service> | null = null;
  let ended: Promise<void> | null = null;
  const log = (level: LogLevel, text: string): void => channel.send({ kind: 'log', level, text });
  const farWork = createFarWork((message) => channel.send(message));
  const begin = async (setup: EngineSetup): Promise<void> => {
    const emit = (event: LiveEvent): void => channel.send({ kind: 'event', event });
    service = open(setup, { emit, log, forkWork: () => farWork.fork() });
    try {
      await service;
      channel.send({ kind: 'ready' });
    } catch (error) {
      log('error', `The service did not open: ${sentence(error)}`);
      exit(1);
    }
  };
  const answer = async (number: number, name: CallName, args: unknown): Promise<void> => {
    const given = await answerOf(service, name, args).catch((error: unknown) => {
      log('error', `${name} failed: ${sentence(error)}`);
      return err(ownFault);
    });
    channel.send({ kind: 'answer', number, answer: given });
  };
  const end = (): Promise<void> => {
    ended ??= (async () => {
      try {
        await (await service)?.close();
      } finally {
        exit(0);
      }
    })();
    return ended;
  };
  channel.onMessage((message) => {
    switch (message.kind) {
      case 'start':
        return void begin(message.setup);
      case 'call':
        return void answer(message.number, message.name, message.args);
      case 'ping':
        return channel.send({ kind: 'pong', number: message.number });
      case 'tell':
        return void service?.then(
          (opened) => opened.tell(message.news),
          () => undefined,
        );
      case 'work-said':
      case 'work-gone':
        return farWork.heard(message);
      case 'end':
        return void end();
      default:
        return assertNever(message);
    }
  });
  channel.onLost(() => {
    farWork.lost();
    void end();
  });
  channel.send({ kind: 'hello' });
  return { end };
}

async function answerOf(
  service: Promise<Service> | null,
  name: CallName,
  args: unknown,
): Promise<Result<unknown, Failure>> {
  if (service === null) return err(notStarted);
  const { answers } = await service;
  // The door has checked that these are this call's own arguments.
  const one = answers[name] as (given: unknown) => Promise<Result<unknown, Failure>>;
  return one(args);
}

const sentence = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const ownFault: Failure = {
  kind: 'not-reached',
  happened: 'The app made a mistake of its own, and could not answer.',
  safe: 'What was written before is kept; a step that was begun was taken back.',
  todo: 'Ask again. If it stays so, the log says more.',
};

const notStarted: Failure = {
  kind: 'not-reached',
  happened: 'The engine has not been told yet where everything lies.',
  safe: 'Nothing was done.',
  todo: 'Ask again in a moment.',
};
