// What agents are served and what comes of it: receipts of memory, briefings, and their owner's own word.
import type { BriefingView } from '../../shared/briefing.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { MemoryReceipts } from '../../shared/receipts.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface ServedStore {
  readonly receipts: RemoteStore<MemoryReceipts>;
  /** Projects that have a briefing, the one laid out last first. */
  readonly projects: RemoteStore<readonly string[]>;
  /** By project. */
  readonly briefing: Keyed<BriefingView>;
  /** The failure to show, or null. */
  say(id: string, verdict: 'helped' | 'wrong' | 'taken-back'): Promise<Failure | null>;
  concerned(): readonly { refresh(): Promise<void> }[];
}

export function createServedStore(bridge: Bridge): ServedStore {
  const receipts = createRemote(() => bridge.call('serving.receipts', {}));
  const projects = createRemote(() => bridge.call('serving.projects', {}));
  const briefing = createKeyed<BriefingView>((project) => bridge.call('serving.briefing', { project }));
  return {
    receipts,
    projects,
    briefing,
    async say(id, verdict) {
      const answer = await bridge.call('serving.feedback', { id, verdict });
      return answer.ok ? null : answer.error;
    },
    concerned: () => [receipts, projects, ...briefing.known()],
  };
}
