// The agents: what each reads, and how far we may write into it. A change shows at once and goes back if it could not be
// kept.
import type { AgentHistory, AgentWriting, FilesReceipt } from '../../shared/agent-files.ts';
import type { AgentView, Bridge } from '../../shared/contract.ts';
import type { Failure } from '../../shared/engine.ts';
import { assert, type Result } from '../../shared/result.ts';
import type { Connection, McpAgent } from '../../shared/serving.ts';
import { localAgents } from '../../shared/transcript.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { createRemote, type RemoteStore } from './remote.ts';

export interface AgentsStore extends RemoteStore<readonly AgentView[]> {
  /** Whether each of them can ask for memory. */
  readonly connections: RemoteStore<readonly Connection[]>;
  /** What became of its files, by agent. */
  readonly history: Keyed<AgentHistory>;
  connect(agent: McpAgent): Promise<Result<FilesReceipt, Failure>>;
  /** The failure to show, or null. */
  disconnect(apply: number): Promise<Failure | null>;
  /** The failure to show, or null. */
  write(writing: AgentWriting): Promise<Failure | null>;
}

export function createAgentsStore(bridge: Bridge): AgentsStore {
  const agents = createRemote(() => bridge.call('agent.list', {}));
  const connections = createRemote(() => bridge.call('agent.connections', {}));
  return {
    ...agents,
    connections,
    history: createKeyed((name) => {
      const agent = localAgents.find((kind) => kind === name);
      assert(agent !== undefined, `no agent: ${name}`);
      return bridge.call('agent.history', { agent });
    }),
    async connect(agent) {
      const done = await bridge.call('agent.connect', { agent });
      if (done.ok) await connections.load();
      return done;
    },
    async disconnect(apply) {
      const done = await bridge.call('files.undo', { apply });
      if (done.ok) await connections.load();
      return done.ok ? null : done.error;
    },
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
