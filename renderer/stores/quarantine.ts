// What was set aside, whom memory believes, and what descends from a source.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { BlastRadius, QuarantineItem, SourceTrust, Trust } from '../../shared/quarantine.ts';
import type { Result } from '../../shared/result.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface QuarantineStore {
  readonly items: RemoteStore<readonly QuarantineItem[]>;
  readonly trust: RemoteStore<readonly SourceTrust[]>;
  /** The failure to show, or null. */
  dismiss(id: string): Promise<Failure | null>;
  block(id: string): Promise<Failure | null>;
  release(item: QuarantineItem): Promise<Failure | null>;
  setTrust(place: string, trust: Trust): Promise<Failure | null>;
  blast(target: BlastRadius['target']): Promise<Result<BlastRadius, Failure>>;
  /** Forgets the session, with all that it alone proves. */
  purge(session: string): Promise<Failure | null>;
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
    setTrust: (place, wish) => after(bridge.call('quarantine.setTrust', { place, trust: wish })),
    purge: (session) => after(bridge.call('memory.forget', { target: { kind: 'session', id: session } })),
    blast: (target) => bridge.call('quarantine.blast', { target }),
  };
}
