// The agents: what each reads, and how far we may write into it. A change shows at once and goes back if it could not be
// kept.
import type { AgentWriting } from '../../shared/agent-files.ts';
import type { AgentView, Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface AgentsStore extends RemoteStore<readonly AgentView[]> {
  /** The failure to show, or null. */
  write(writing: AgentWriting): Promise<Failure | null>;
}

export function createAgentsStore(bridge: Bridge): AgentsStore {
  const agents = createRemote(() => bridge.call('agent.list', {}));
  return {
    ...agents,
    async write(writing) {
      const before = agents.value();
      if (before !== null)
        agents.put(before.map((each) => (each.agent === writing.agent ? { ...each, writing } : each)));
      const answer = await bridge.call('agent.set', { writing });
      if (answer.ok) agents.put(answer.value);
      else if (before !== null) agents.put(before);
      return answer.ok ? null : answer.error;
    },
  };
}
