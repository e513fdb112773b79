// Tonight: the countdown's truth, the run that is going on, and what a person can do about either.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, NightState, NightWish, RunEnd, Running } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { EpochMs } from '../../shared/ids.ts';
import type { NightSummary } from '../../shared/nights.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import type { Result } from '../../shared/result.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export const plainWish: NightWish = { preview: false, instructions: null, sessionsMax: null, sinceMs: null };

export interface NightStore {
  readonly state: RemoteStore<NightState>;
  /** Every night there was, newest first. */
  readonly nights: RemoteStore<readonly NightSummary[]>;
  /** The run that ended last while this window looked on. */
  readonly ended: Pick<StoreApi<RunEnd | null>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** The empty night that its owner has seen and put away; null for none. */
  readonly seen: Pick<StoreApi<string | null>, 'getState' | 'getInitialState' | 'subscribe'>;
  see(night: string | null): void;
  /** Each gives the failure to show, or null. */
  start(wish: NightWish): Promise<Failure | null>;
  /** The first short night: its end opens what it found, where one still looks on. */
  nap(wish: NightWish): Promise<Failure | null>;
  isNap(end: RunEnd): boolean;
  /** A near miss of the newest night, by its words. */
  keepAnyway(text: string): Promise<Result<readonly ReviewItem[], Failure>>;
  wake(): Promise<Failure | null>;
  pause(untilMs: EpochMs | null): Promise<Failure | null>;
  answerMissed(dream: boolean): Promise<Failure | null>;
  onRun(running: Running): void;
  onRunEnded(end: RunEnd): void;
  forgetEnd(): void;
}

export function createNightStore(bridge: Bridge): NightStore {
  const state = createRemote<NightState>(() => bridge.call('night.state', {}));
  const nights = createRemote(() => bridge.call('night.list', {}));
  const ended = createStore<RunEnd | null>(() => null);
  const seen = createStore<string | null>(() => null);
  const patch = (part: Partial<NightState>): void => {
    const known = state.value();
    if (known !== null) state.put({ ...known, ...part });
  };
  let napping: string | null = null;
  const begin = async (wish: NightWish): ReturnType<typeof bridge.call<'night.start'>> => {
    ended.setState(null, true);
    const answer = await bridge.call('night.start', wish);
    if (answer.ok) await state.load();
    return answer;
  };
  return {
    state,
    nights,
    ended,
    seen,
    see: (night) => seen.setState(night, true),
    async start(wish) {
      const answer = await begin(wish);
      return answer.ok ? null : answer.error;
    },
    async nap(wish) {
      const answer = await begin(wish);
      if (answer.ok) napping = answer.value.run;
      return answer.ok ? null : answer.error;
    },
    keepAnyway: (text) => bridge.call('night.keepAnyway', { text }),
    isNap: ({ run }) => run === napping,
    async wake() {
      const running = state.value()?.running ?? null;
      if (running !== null) patch({ running: { ...running, isWaking: true } });
      const answer = await bridge.call('night.wake', {});
      if (!answer.ok) await state.load();
      return answer.ok ? null : answer.error;
    },
    async pause(untilMs) {
      const answer = await bridge.call('night.pause', { untilMs });
      if (answer.ok) patch({ next: answer.value });
      return answer.ok ? null : answer.error;
    },
    async answerMissed(dream) {
      const answer = await bridge.call('night.answerMissed', { dream });
      if (answer.ok) state.put(answer.value);
      return answer.ok ? null : answer.error;
    },
    onRun: (running) => patch({ running }),
    onRunEnded(end) {
      ended.setState(end, true);
      patch({ running: null });
    },
    forgetEnd: () => ended.setState(null, true),
  };
}
