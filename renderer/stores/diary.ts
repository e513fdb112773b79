// The diary: one night's story and receipt by its day, every night that was due, and where its quotes stand.
import type { Bridge } from '../../shared/contract.ts';
import type { Receipt } from '../../shared/dream.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import type { DiaryFind } from '../../shared/nights.ts';
import type { NightRecord } from '../../shared/schedule.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface DiaryPage {
  readonly receipt: Receipt;
  readonly text: string;
}

export interface DiaryStore {
  /** By the night's date (YYYY-MM-DD in UTC, as the engine names nights); `newest` for the newest. */
  readonly page: Keyed<DiaryPage>;
  /** Newest first: also nights without a diary, with their reason. */
  readonly records: RemoteStore<readonly NightRecord[]>;
  /** All that a night proposed, by its id, as it stands now. */
  readonly changes: Keyed<readonly ReviewItem[]>;
  /** By its night; null for one that is not known. */
  readonly receipts: Keyed<Receipt | null>;
  /** The nights that say these words. */
  readonly found: Keyed<readonly DiaryFind[]>;
}

export const newestNight = 'newest';
// Above a year: what the calendar can be turned back to.
const recordsMax = 400;

export const createDiaryStore = (bridge: Bridge): DiaryStore => ({
  page: createKeyed((date) => bridge.call('diary.get', { date: date === newestNight ? null : date })),
  records: createRemote(() => bridge.call('night.records', { limit: recordsMax })),
  changes: createKeyed((night) => bridge.call('night.changes', { night })),
  receipts: createKeyed((night) => bridge.call('night.receipt', { night })),
  found: createKeyed((words) => bridge.call('diary.find', { words })),
});
