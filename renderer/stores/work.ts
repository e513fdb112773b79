// How work goes: playbooks, and the weights that their owner's decisions would have.
import type { Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Judgement } from '../../shared/judgement.ts';
import type { Playbook } from '../../shared/playbooks.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface WorkStore {
  readonly playbooks: RemoteStore<readonly Playbook[]>;
  readonly judgement: RemoteStore<Judgement>;
  /** Puts the learned weights in force, or the usual ones again. The failure to show, or null. */
  score(by: 'learned' | 'usual'): Promise<Failure | null>;
}

export function createWorkStore(bridge: Bridge): WorkStore {
  const judgement = createRemote(() => bridge.call('judgement.get', {}));
  return {
    playbooks: createRemote(() => bridge.call('playbook.list', {})),
    judgement,
    async score(by) {
      const answer = await bridge.call(by === 'learned' ? 'judgement.adopt' : 'judgement.reset', {});
      if (answer.ok) judgement.put(answer.value);
      return answer.ok ? null : answer.error;
    },
  };
}
