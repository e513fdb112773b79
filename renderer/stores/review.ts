// The morning's review. A decision shows at once, is kept by the engine, and goes back if it could not be kept; nothing is
// written anywhere before Apply, and Apply can be taken back whole.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  FileChoice,
  FileChoices,
  FileQuestion,
  FilesPlan,
  FilesReceipt,
  PlacingWish,
} from '../../shared/agent-files.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { ApartSide, Discarded, MemoryConflict, Ruling } from '../../shared/decisions.ts';
import type { Explanation, Failure, VersionSummary } from '../../shared/engine.ts';
import type { ChangeId, EpochMs } from '../../shared/ids.ts';
import type { DecisionKind, ReviewItem } from '../../shared/proposal.ts';
import type { Result } from '../../shared/result.ts';
import type { Split } from '../review/queue.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface Applied {
  readonly version: VersionSummary | null;
  readonly applied: readonly ChangeId[];
  readonly files: FilesReceipt | null;
  readonly filesFailure: Failure | null;
  /** What else the morning came to. */
  readonly rejected: number;
  readonly later: number;
  readonly isTakenBack: boolean;
}

export interface ReviewPlace {
  readonly split: Split;
  readonly isShowingAll: boolean;
  readonly filter: string;
  readonly released: ReadonlySet<string>;
  /** After an apply, until the next decision. */
  readonly receipt: Applied | null;
}

export interface ReviewStore extends Pick<
  StoreApi<ReviewPlace>,
  'getState' | 'getInitialState' | 'subscribe'
> {
  readonly items: RemoteStore<readonly ReviewItem[]>;
  readonly conflicts: RemoteStore<readonly MemoryConflict[]>;
  readonly plan: RemoteStore<FilesPlan>;
  /** Those that nobody touched for thirty days. */
  readonly expired: RemoteStore<readonly ReviewItem[]>;
  /** What was thrown away of a partial night and can be taken back. */
  readonly discarded: RemoteStore<Discarded | null>;
  discard(night: string): Promise<Failure | null>;
  move(part: Partial<Pick<ReviewPlace, 'split' | 'isShowingAll' | 'filter'>>): void;
  release(id: string): void;
  /** The failure to show, or null. */
  rule(ids: readonly ChangeId[], ruling: Ruling): Promise<Failure | null>;
  bringBack(id: ChangeId): Promise<Failure | null>;
  undo(): Promise<Result<{ readonly first: ChangeId | null; readonly was: string }, Failure>>;
  why(change: ChangeId): Promise<Result<Explanation | null, Failure>>;
  /** For a block of ours that was changed: whose lines hold. The failure to show, or null. */
  choose(path: string, whose: 'mine' | 'ours'): Promise<Failure | null>;
  /** For a line that says something else now: it was seen, and may be written over. */
  takeOver(question: FileQuestion): Promise<Failure | null>;
  /** A file that is gone or cannot be written. Kept by the engine until it is said otherwise. */
  place(path: string, wish: PlacingWish): Promise<Failure | null>;
  keepApart(conflict: string, sides: readonly ApartSide[]): Promise<Failure | null>;
  keepBoth(change: string, sides: readonly ApartSide[]): Promise<Failure | null>;
  settle(conflict: string, keep: string | null): Promise<Failure | null>;
  apply(withFiles: boolean): Promise<Failure | null>;
  takeBack(): Promise<Failure | null>;
}

const decisionOf = (ruling: Ruling): DecisionKind => (ruling.kind === 'edited' ? 'approved' : ruling.kind);

/** The item as the engine will give it back, shown while we wait for that. */
export function ruled(item: ReviewItem, ruling: Ruling, atMs: EpochMs): ReviewItem {
  const kind = decisionOf(ruling);
  const decision = { changeId: item.change.id, kind, atMs, by: 'you' as const };
  const base = { ...item, state: kind, decision };
  const { after } = item.change;
  if (ruling.kind !== 'edited' || after === null) return base;
  return {
    ...base,
    change: { ...item.change, after: { ...after, text: ruling.text } },
    dreamText: item.dreamText ?? after.text,
  };
}

/** What was said is kept by the engine; a page has nothing more to say. */
const noChoices: FileChoices = { extraFiles: [], blocks: {} };

const start: ReviewPlace = {
  split: 'all',
  isShowingAll: false,
  filter: '',
  released: new Set(),
  receipt: null,
};

function createRuling(bridge: Bridge, items: RemoteStore<readonly ReviewItem[]>, now: () => EpochMs) {
  const replace = (with_: readonly ReviewItem[]): void => {
    const byId = new Map(with_.map((item) => [item.change.id, item]));
    items.put((items.value() ?? []).map((item) => byId.get(item.change.id) ?? item));
  };
  return async (ids: readonly ChangeId[], ruling: Ruling): Promise<Failure | null> => {
    const before = (items.value() ?? []).filter(({ change }) => ids.includes(change.id));
    replace(before.map((item) => ruled(item, ruling, now())));
    const answer = await bridge.call('review.rule', { ids, ruling });
    if (answer.ok) replace(answer.value);
    else replace(before);
    return answer.ok ? null : answer.error;
  };
}

/** Files first: they hold what the version says, never the other way round. */
async function takeBackAll(bridge: Bridge, receipt: Applied): Promise<Failure | null> {
  const { files, version } = receipt;
  if (files !== null && files.apply !== null) {
    const undone = await bridge.call('files.undo', { apply: files.apply });
    if (!undone.ok) return undone.error;
  }
  if (version === null) return null;
  const taken = await bridge.call('memory.takeBack', {
    target: { kind: 'version', version: version.number },
  });
  return taken.ok ? null : taken.error;
}

type Choosing = Pick<ReviewStore, 'choose' | 'takeOver' | 'place'>;

/** What a person says about files is kept by the engine until Apply; the plan shows at once what follows from it. */
function createChoosing(bridge: Bridge, plan: RemoteStore<FilesPlan>): Choosing {
  const keep = async (choice: FileChoice): Promise<Failure | null> => {
    const answer = await bridge.call('files.choose', { choice });
    if (answer.ok) await plan.load();
    return answer.ok ? null : answer.error;
  };
  return {
    async place(path, wish) {
      const answer = await bridge.call('files.place', { path, wish });
      if (answer.ok) await plan.load();
      return answer.ok ? null : answer.error;
    },
    choose: (path, whose) => keep({ path, changeIds: [], whose }),
    takeOver: ({ path, changeIds }) => keep({ path, changeIds, whose: 'ours' }),
  };
}

function createSettling(
  bridge: Bridge,
  conflicts: RemoteStore<readonly MemoryConflict[]>,
  items: RemoteStore<readonly ReviewItem[]>,
): Pick<ReviewStore, 'settle' | 'keepApart' | 'keepBoth'> {
  return {
    async settle(id, keep) {
      const answer = await bridge.call('conflict.settle', { id, keep });
      if (answer.ok) await conflicts.load();
      return answer.ok ? null : answer.error;
    },
    async keepBoth(change, sides) {
      const answer = await bridge.call('conflict.keepBoth', { change, sides });
      if (answer.ok) await items.load();
      return answer.ok ? null : answer.error;
    },
    async keepApart(id, sides) {
      const answer = await bridge.call('conflict.keepApart', { id, sides });
      if (answer.ok) await Promise.all([items.load(), conflicts.load()]);
      return answer.ok ? null : answer.error;
    },
  };
}

type LettingGo = Pick<ReviewStore, 'discard' | 'bringBack'>;

/** What goes out of review without a verdict, and comes back. */
function createLettingGo(
  bridge: Bridge,
  { items, expired, discarded }: Pick<ReviewStore, 'items' | 'expired' | 'discarded'>,
): LettingGo {
  return {
    async discard(night) {
      const answer = await bridge.call('review.discard', { night });
      if (!answer.ok) return answer.error;
      discarded.put(answer.value);
      await items.load();
      return null;
    },
    async bringBack(id) {
      const answer = await bridge.call('review.bringBack', { id });
      if (!answer.ok) return answer.error;
      expired.put(answer.value);
      await items.load();
      return null;
    },
  };
}

export function createReviewStore(bridge: Bridge, now: () => EpochMs): ReviewStore {
  const place = createStore<ReviewPlace>(() => start);
  const items = createRemote(() => bridge.call('review.list', {}));
  const conflicts = createRemote(() => bridge.call('conflict.list', {}));
  const plan = createRemote(() => bridge.call('review.plan', { choices: noChoices }));
  const expired = createRemote(() => bridge.call('review.expired', {}));
  const discarded = createRemote(() => bridge.call('review.discarded', {}));
  const rule = createRuling(bridge, items, now);
  const count = (state: ReviewItem['state']): number =>
    (items.value() ?? []).filter((item) => item.state === state).length;
  return {
    getState: place.getState,
    getInitialState: place.getInitialState,
    subscribe: place.subscribe,
    items,
    conflicts,
    plan,
    expired,
    discarded,
    ...createLettingGo(bridge, { items, expired, discarded }),
    move: (part) => place.setState(part),
    release: (id) => place.setState(({ released }) => ({ released: new Set([...released, id]) })),
    async rule(ids, ruling) {
      place.setState({ receipt: null });
      const failure = await rule(ids, ruling);
      // What was approved may meet a line that somebody changed meanwhile.
      if (failure === null) void plan.refresh();
      return failure;
    },
    async undo() {
      const answer = await bridge.call('review.undo', {});
      if (!answer.ok) return answer;
      await Promise.all([items.load(), plan.refresh(), conflicts.refresh(), discarded.refresh()]);
      return { ok: true, value: { first: answer.value.changeIds[0] ?? null, was: answer.value.was } };
    },
    why: (change) => bridge.call('review.why', { change }),
    ...createChoosing(bridge, plan),
    ...createSettling(bridge, conflicts, items),
    async apply(files) {
      const rejected = count('rejected') + count('duplicate');
      const later = count('snoozed');
      const answer = await bridge.call('review.apply', { files, choices: noChoices });
      if (!answer.ok) return answer.error;
      place.setState({ receipt: { ...answer.value, rejected, later, isTakenBack: false } });
      await Promise.all([items.load(), plan.refresh()]);
      return null;
    },
    async takeBack() {
      const { receipt } = place.getState();
      if (receipt === null) return null;
      const failure = await takeBackAll(bridge, receipt);
      if (failure === null) place.setState({ receipt: { ...receipt, isTakenBack: true } });
      await items.load();
      return failure;
    },
  };
}
