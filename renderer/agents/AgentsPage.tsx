// Agents: what each one loads in every session, how far we may write into it, and which of them share memory.
import type { AgentView } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { EmptyState, Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { AgentCard } from './AgentCard.tsx';
import styles from './AgentsPage.module.css';
import { BriefingCard } from './BriefingCard.tsx';
import { Connections } from './Connections.tsx';
import { RentPanel } from './RentPanel.tsx';
import { SharedMemory } from './SharedMemory.tsx';

function Ready({ agents }: { readonly agents: readonly AgentView[] }) {
  const { say, formats } = useWords();
  const found = agents.filter(({ isFound }) => isFound);
  const missing = agents.filter(({ isFound }) => !isFound);
  return (
    <>
      {found.length === 0 && (
        <Panel>
          <EmptyState kind="first-run" title={say('agents.none')}>
            <p>{say('agents.noneText')}</p>
          </EmptyState>
        </Panel>
      )}
      {found.map((agent) => (
        <AgentCard key={agent.agent} view={agent} />
      ))}
      {found.length > 0 && <SharedMemory agents={found} />}
      <Connections />
      {found.length > 0 && <BriefingCard />}
      {found.length > 0 && <RentPanel />}
      {found.length > 0 && missing.length > 0 && (
        <p className={styles['missing']}>
          {say('agents.missing', { agents: formats.list(missing.map(({ name }) => name)) })}
        </p>
      )}
    </>
  );
}

export function AgentsPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const agents = useRemote(stores.agents);
  const content = () => {
    switch (agents.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={agents.failure} onRetry={() => void stores.agents.load()} />;
      case 'ready':
        return <Ready agents={agents.value} />;
      default:
        return assertNever(agents);
    }
  };
  return (
    <Page title={say('agents.title')} subtitle={say('agents.subtitle')}>
      {content()}
    </Page>
  );
}
