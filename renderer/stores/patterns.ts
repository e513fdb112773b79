// Patterns: what repeats over weeks, muted or not, and the quotes behind each.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, Pattern, PatternCharts } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Evidence } from '../../shared/memory.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface PatternsPlace {
  readonly days: number;
  /** Null for all. */
  readonly agent: AgentKind | null;
  readonly isMutedShown: boolean;
}

export interface PatternsStore extends Pick<
  StoreApi<PatternsPlace>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  readonly patterns: RemoteStore<readonly Pattern[]>;
  /** What they add up to, by the number of days. */
  readonly charts: Keyed<PatternCharts>;
  move(part: Partial<PatternsPlace>): void;
  /** Shows at once, and goes back if it could not be kept. The failure to show, or null. */
  mute(id: string, muted: boolean): Promise<Failure | null>;
  /** The quotes that prove it, wherever the engine keeps them; empty where none are known. */
  evidence(pattern: Pattern): Promise<Result<readonly Evidence[], Failure>>;
}

async function findEvidence(bridge: Bridge, pattern: Pattern): Promise<Result<readonly Evidence[], Failure>> {
  if (pattern.conflictId !== null) {
    const conflicts = await bridge.call('conflict.list', {});
    if (!conflicts.ok) return conflicts;
    const entries = conflicts.value.find(({ id }) => id === pattern.conflictId)?.entries ?? [];
    return ok(entries.flatMap(({ evidence }) => evidence));
  }
  const explained = await bridge.call('memory.explain', { query: pattern.text });
  if (!explained.ok) return explained;
  const proven = explained.value.filter(({ evidence }) => evidence.length > 0);
  // The one of the same words; what is only like it proves something else.
  return ok(proven.find(({ text }) => text === pattern.text)?.evidence ?? []);
}

export function createPatternsStore(bridge: Bridge): PatternsStore {
  const place = createStore<PatternsPlace>(() => ({ days: 30, agent: null, isMutedShown: false }));
  const ask = () => bridge.call('pattern.list', { days: place.getState().days });
  const patterns = createRemote(ask);
  const set = (id: string, isMuted: boolean): void =>
    patterns.put((patterns.value() ?? []).map((each) => (each.id === id ? { ...each, isMuted } : each)));
  return {
    getState: place.getState,
    getInitialState: place.getInitialState,
    subscribe: place.subscribe,
    patterns,
    charts: createKeyed((days) => bridge.call('pattern.charts', { days: Number(days) })),
    move(part) {
      const { days } = place.getState();
      place.setState(part);
      if (part.days !== undefined && part.days !== days) void patterns.load();
    },
    async mute(id, muted) {
      set(id, muted);
      // Its answer knows of no number of days, so only this one is taken over from it.
      const answer = await bridge.call('pattern.mute', { id, muted });
      if (!answer.ok) set(id, !muted);
      return answer.ok ? null : answer.error;
    },
    evidence: (pattern) => findEvidence(bridge, pattern),
  };
}
