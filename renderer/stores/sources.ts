// Where days are written down: what was found, what the last scan of this window came to, and forgetting a place.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge, CallAnswer, RunEnd } from '../../shared/contract.ts';
import type { Failure, ImportReport, SourceReport } from '../../shared/engine.ts';
import type { ForgetCertificate, ForgetPreview } from '../../shared/forgetting.ts';
import type {
  MarkedNotSecret,
  MaskDecision,
  MaskedSecrets,
  MaskLook,
  MaskPlace,
  NotSecret,
} from '../../shared/masked.ts';
import type { Result } from '../../shared/result.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface SourcesStore extends RemoteStore<readonly SourceReport[]> {
  /** Goes through all that is kept, so only a person's wish asks for it. */
  readonly masked: RemoteStore<MaskedSecrets>;
  /** By their owner's word. */
  readonly notSecrets: RemoteStore<readonly NotSecret[]>;
  lookAtMask(place: MaskPlace): Promise<Result<MaskLook, Failure>>;
  markNotSecret(decision: MaskDecision): Promise<Result<MarkedNotSecret, Failure>>;
  markSecret(number: number): Promise<Failure | null>;
  /** Of the last import that ended while this window looked on. */
  readonly scanned: Pick<StoreApi<ImportReport | null>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Of those that were named for that import, what could not be read. */
  readonly namedUnread: Pick<StoreApi<ImportReport['unread']>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Why the import that ended last came to nothing; null where it did not. */
  readonly failed: Pick<StoreApi<Failure | null>, 'getState' | 'getInitialState' | 'subscribe'>;
  chooseExport(): Promise<Result<CallAnswer<'source.choose'>, Failure>>;
  /** No paths: all that is found by itself. Answers as soon as it has begun; the failure to show, or null. */
  scan(paths: readonly string[]): Promise<Failure | null>;
  trySample(): Promise<Failure | null>;
  previewForgetting(place: string): Promise<Result<ForgetPreview, Failure>>;
  forget(place: string): Promise<Result<ForgetCertificate, Failure>>;
  onRunEnded(end: RunEnd): void;
}

export function createSourcesStore(bridge: Bridge): SourcesStore {
  const sources = createRemote(() => bridge.call('source.list', {}));
  const notSecrets = createRemote(() => bridge.call('source.notSecrets', {}));
  const scanned = createStore<ImportReport | null>(() => null);
  const namedUnread = createStore<ImportReport['unread']>(() => []);
  const failed = createStore<Failure | null>(() => null);
  let named: readonly string[] = [];
  return {
    ...sources,
    masked: createRemote(() => bridge.call('source.masked', {})),
    notSecrets,
    lookAtMask: (place) => bridge.call('source.lookAtMask', { place }),
    async markNotSecret(decision) {
      const answer = await bridge.call('source.markNotSecret', decision);
      if (answer.ok) notSecrets.put(answer.value.listed);
      return answer;
    },
    async markSecret(number) {
      const answer = await bridge.call('source.markSecret', { number });
      if (answer.ok) notSecrets.put(answer.value);
      return answer.ok ? null : answer.error;
    },
    scanned,
    namedUnread,
    failed,
    chooseExport: () => bridge.call('source.choose', {}),
    async scan(paths) {
      named = paths;
      namedUnread.setState([], true);
      failed.setState(null, true);
      const answer = await bridge.call('source.import', { paths });
      return answer.ok ? null : answer.error;
    },
    async trySample() {
      const answer = await bridge.call('source.trySample', {});
      return answer.ok ? null : answer.error;
    },
    previewForgetting: (place) => bridge.call('memory.forgetPreview', { target: { kind: 'source', place } }),
    async forget(place) {
      const answer = await bridge.call('memory.forget', { target: { kind: 'source', place } });
      await sources.load();
      return answer;
    },
    onRunEnded({ kind, imported, failure }) {
      // Whoever stopped it knows.
      if (kind === 'import' && failure?.kind !== 'woken') failed.setState(failure, true);
      if (imported === null) return;
      scanned.setState(imported, true);
      namedUnread.setState(unreadOf(imported, named), true);
    },
  };
}

const nameIn = (path: string): string => path.split(/[/\\]/u).findLast((part) => part !== '') ?? path;

/** A path is typed one way and told another (`~/`, below home): the name at its end is the same. */
const unreadOf = ({ unread }: ImportReport, named: readonly string[]): ImportReport['unread'] =>
  unread.filter(({ path }) => named.some((one) => nameIn(one) === nameIn(path)));

/** What was skipped over all places: how many lines by each reason, the most first. */
export function skippedByReason(
  sources: readonly Pick<SourceReport, 'skippedByReason'>[],
): readonly { readonly reason: string; readonly lines: number }[] {
  const sums = new Map<string, number>();
  for (const source of sources) {
    for (const [reason, lines] of Object.entries(source.skippedByReason))
      sums.set(reason, (sums.get(reason) ?? 0) + lines);
  }
  return [...sums].map(([reason, lines]) => ({ reason, lines })).sort((a, b) => b.lines - a.lines);
}
