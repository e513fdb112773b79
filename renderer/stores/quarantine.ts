// What was set aside, whom memory believes, and what descends from a source.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type {
  BlastRadius,
  QuarantineItem,
  SourceTrust,
  Trust,
  TrustEffect,
  TrustWindow,
} from '../../shared/quarantine.ts';
import type { Result } from '../../shared/result.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface QuarantineStore {
  readonly items: RemoteStore<readonly QuarantineItem[]>;
  readonly trust: RemoteStore<readonly SourceTrust[]>;
  /** The failure to show, or null. */
  dismiss(id: string): Promise<Failure | null>;
  block(id: string): Promise<Failure | null>;
  release(item: QuarantineItem): Promise<Failure | null>;
  /** Null for all times. */
  setTrust(place: string, trust: Trust, window: TrustWindow | null): Promise<Failure | null>;
  trustEffect(place: string, window: TrustWindow): Promise<Result<TrustEffect, Failure>>;
  blast(target: BlastRadius['target']): Promise<Result<BlastRadius, Failure>>;
  /** Forgets it, with all that it alone proves. */
  purge(target: BlastRadius['target']): Promise<Failure | null>;
}

export function createQuarantineStore(bridge: Bridge): QuarantineStore {
  const items = createRemote(() => bridge.call('quarantine.list', {}));
  const trust = createRemote(() => bridge.call('quarantine.trust', {}));
  const after = async (answer: Promise<Result<unknown, Failure>>): Promise<Failure | null> => {
    const said = await answer;
    await Promise.all([items.load(), trust.load()]);
    return said.ok ? null : said.error;
  };
  return {
    items,
    trust,
    dismiss: (id) => after(bridge.call('quarantine.dismiss', { id })),
    block: (id) => after(bridge.call('quarantine.block', { id })),
    release: ({ id, confirm }) => after(bridge.call('quarantine.release', { id, confirm })),
    setTrust: (place, wish, window) =>
      after(bridge.call('quarantine.setTrust', { place, trust: wish, window })),
    trustEffect: (place, window) => bridge.call('quarantine.trustEffect', { place, window }),
    purge: ({ kind, id }) =>
      after(bridge.call('memory.forget', { target: kind === 'source' ? { kind, place: id } : { kind, id } })),
    blast: (target) => bridge.call('quarantine.blast', { target }),
  };
}
