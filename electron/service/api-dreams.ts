// Runs the dreams that programs asked for: one at a time like all long work, in the order in which they were asked for, and
// keeps what happens in each as the events of its session. What runs stands in memory; when it is over it is written down.
import type { LiveEvent, RunEnd, Running } from '../../shared/contract.ts';
import { sessionOfDream, type ApiDream, type ApiEvent } from '../../shared/dreams-api.ts';
import type { Stage } from '../../shared/dream.ts';
import type { Failure } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import type { Engines } from './engines.ts';
import type { Runs } from './runs.ts';

export interface ApiDreamsNeeds {
  readonly engines: Engines;
  readonly runs: () => Runs;
  /** Only where the interface is answered: another process of ours must not take its dreams away. */
  readonly isAnswering: boolean;
  readonly giveWay: () => void;
  readonly wall: () => EpochMs;
  readonly after: (delayMs: number, work: () => void) => () => void;
  readonly onChange: () => void;
}

export interface ApiDreams {
  /** Where nothing is at work: what an earlier process left is settled, and the oldest that waits begins. */
  startNext(): void;
  see(event: LiveEvent): void;
  /** Wakes it where it runs. */
  cancel(id: string): void;
  /** Of the session that is at work; null for any other. */
  eventsNow(sessionId: string): readonly ApiEvent[] | null;
}

interface Current {
  readonly dream: ApiDream;
  readonly sessionId: string;
  run: string;
  stages: number;
  lastText: string;
  events: readonly ApiEvent[];
}

/** The one at work holds the night's lease in another process: who comes second waits. */
const againAfterMs = 5_000;

const stageWords: Readonly<Record<Stage, string>> = {
  import: 'Reading what is new.',
  light: 'Light sleep: noticing what was said and done.',
  rem: 'REM: connecting what belongs together.',
  deep: 'Deep sleep: deciding what is worth remembering.',
  propose: 'Writing down what would change.',
};

type EventWish = ApiEvent extends infer E ? (E extends ApiEvent ? Omit<E, 'number' | 'atMs'> : never) : never;

export function createApiDreams(needs: ApiDreamsNeeds): ApiDreams {
  const { engines } = needs;
  let current: Current | null = null;
  const add = (one: Current, ...wishes: readonly EventWish[]): void => {
    for (const wish of wishes)
      one.events = [...one.events, { number: one.events.length + 1, atMs: needs.wall(), ...wish }];
  };
  const settle = (one: Current, end: RunEnd): void => {
    current = null;
    if (end.failure?.kind === 'store-busy') {
      needs.after(againAfterMs, startNext);
      return;
    }
    add(one, ...lastEvents(end, one.events.length));
    engines.own.apiDreams.settle(one.dream.id, { error: errorOf(end) }, one.events);
    needs.onChange();
    startNext();
  };
  const startNext = (): void => {
    if (!needs.isAnswering || current !== null || needs.runs().running() !== null) return;
    if (!engines.own.hasStore()) return;
    const left = engines.own.apiDreams.atWork();
    if (!left.ok) return;
    // Nothing runs: what is said to be at work was left by a process that is gone, or was canceled before it began.
    for (const { id, status } of left.value)
      if (status !== 'pending') engines.own.apiDreams.settle(id, { error: cutOff }, []);
    const dream = left.value.find(({ status }) => status === 'pending');
    if (dream !== undefined) start(dream);
  };
  const start = (dream: ApiDream): void => {
    needs.giveWay();
    const sessionId = sessionOfDream(dream.id);
    const one: Current = { dream, sessionId, run: '', stages: 0, lastText: '', events: [] };
    current = one;
    const begun = needs.runs().start({ job: jobOf(dream), isSample: false, startedBy: 'api' });
    if (!begun.ok) {
      current = null;
      return;
    }
    one.run = begun.value.run;
    add(one, { kind: 'running' });
    void begun.value.ended.then((end) => settle(one, end));
  };
  return {
    startNext,
    see: (event) => {
      if (current === null || event.kind !== 'run' || event.running.run !== current.run) return;
      follow(current, event.running, add);
    },
    cancel: (id) => {
      if (current?.dream.id !== id) return;
      add(current, { kind: 'interrupted' });
      needs.runs().wake();
    },
    eventsNow: (sessionId) => (current?.sessionId === sessionId ? current.events : null),
  };
}

const jobOf = (dream: ApiDream) =>
  ({
    kind: 'dream',
    options: {
      preview: false,
      instructions: dream.instructions,
      sessionsMax: null,
      sinceMs: null,
      apply: 'review',
      paths: [],
      // What the model of the interface is: the engine without one.
      model: { mode: 'none' },
      programDream: dream.id,
    },
  }) as const;

/** What is new since the last look: a stage that was entered, the thing at hand. */
function follow(
  one: Current,
  running: Running,
  add: (one: Current, ...wishes: readonly EventWish[]) => void,
): void {
  for (const { stage } of running.stages.slice(one.stages))
    add(one, { kind: 'message', text: stageWords[stage] });
  one.stages = running.stages.length;
  const text = running.events[0]?.text ?? '';
  if (text === '' || text === one.lastText) return;
  one.lastText = text;
  add(one, { kind: 'tool', tool: 'read', input: { what: text, done: running.done, total: running.total } });
  add(one, { kind: 'done', tool: one.events.length, text });
}

function lastEvents(end: RunEnd, before: number): readonly EventWish[] {
  const writes = (end.written ?? []).flatMap(({ operation, path }, index): readonly EventWish[] => [
    { kind: 'tool', tool: 'write', input: { operation, path } },
    { kind: 'done', tool: before + 2 * index + 1, text: `${operation} ${path}` },
  ]);
  const words: readonly EventWish[] =
    end.receipt === null ? [] : [{ kind: 'message', text: end.receipt.because }];
  const fault: readonly EventWish[] =
    end.failure === null || end.failure.kind === 'woken'
      ? []
      : [{ kind: 'error', message: end.failure.happened }];
  return [...writes, ...words, ...fault, { kind: 'idle' }, { kind: 'terminated' }];
}

function errorOf({ failure, receipt }: RunEnd): ApiDream['error'] | 'canceled' {
  if (failure === null) return receipt?.outcome === 'woken' ? 'canceled' : null;
  return failure.kind === 'woken' ? 'canceled' : { type: typeOf(failure), message: failure.happened };
}

/** In the words of the API. */
function typeOf({ kind, happened }: Failure): string {
  if (kind !== 'not-found') return 'internal_error';
  return happened.startsWith('A session') ? 'input_session_unavailable' : 'input_memory_store_unavailable';
}

const cutOff = { type: 'internal_error', message: 'Slowwave was ended while the dream ran.' } as const;
