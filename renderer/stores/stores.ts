// All stores of the window, over one bridge. A screen adds its own here: one line in the type, one where they are made,
// and, where `changed` events concern it, one in `app/live.ts`.
import type { AppFacts, Bridge } from '../../shared/contract.ts';
import type { EpochMs } from '../../shared/ids.ts';
import { createDiaryStore, type DiaryStore } from './diary.ts';
import { createAgentsStore, type AgentsStore } from './agents.ts';
import { createEvidenceStore, type EvidenceStore } from './evidence.ts';
import { createMemoryStore, type MemoryStore } from './memory.ts';
import { createModelStore, type ModelStore } from './model.ts';
import { createNews, type NewsStore } from './news.ts';
import { createNightStore, type NightStore } from './night.ts';
import { createPatternsStore, type PatternsStore } from './patterns.ts';
import { createQuarantineStore, type QuarantineStore } from './quarantine.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createReviewStore, type ReviewStore } from './review.ts';
import { createServedStore, type ServedStore } from './served.ts';
import { createSettingsStore, type SettingsStore } from './settings.ts';
import { createSourcesStore, type SourcesStore } from './sources.ts';
import { createWorkStore, type WorkStore } from './work.ts';

export interface Stores {
  readonly facts: RemoteStore<AppFacts>;
  readonly night: NightStore;
  readonly review: ReviewStore;
  readonly evidence: EvidenceStore;
  readonly diary: DiaryStore;
  readonly memory: MemoryStore;
  readonly patterns: PatternsStore;
  readonly quarantine: QuarantineStore;
  readonly work: WorkStore;
  readonly settings: SettingsStore;
  readonly model: ModelStore;
  readonly sources: SourcesStore;
  readonly agents: AgentsStore;
  readonly served: ServedStore;
  readonly news: NewsStore;
}

export const createStores = (bridge: Bridge, now: () => EpochMs): Stores => ({
  facts: createRemote(() => bridge.call('app.facts', {})),
  night: createNightStore(bridge),
  review: createReviewStore(bridge, now),
  evidence: createEvidenceStore(bridge),
  diary: createDiaryStore(bridge),
  memory: createMemoryStore(bridge, now),
  patterns: createPatternsStore(bridge),
  quarantine: createQuarantineStore(bridge),
  work: createWorkStore(bridge),
  settings: createSettingsStore(bridge),
  model: createModelStore(bridge),
  sources: createSourcesStore(bridge),
  agents: createAgentsStore(bridge),
  served: createServedStore(bridge),
  news: createNews(),
});
