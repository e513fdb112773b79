// Which agents receive what is shared with all of them.
import type { AgentView } from '../../shared/contract.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { Check } from '../ui/Field.tsx';
import { Panel } from '../ui/Page.tsx';
import styles from './SharedMemory.module.css';

export function SharedMemory({ agents }: { readonly agents: readonly AgentView[] }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useKeep();
  const receiving = useValue(stores.settings.settings)?.agentsReceivingShared ?? null;
  const set = (agent: AgentView['agent'], isOn: boolean): void =>
    choose((now) => ({
      agentsReceivingShared: [
        ...now.agentsReceivingShared.filter((each) => each !== agent),
        ...(isOn ? [agent] : []),
      ],
    }));
  return (
    <Panel title={say('agents.shared')}>
      <p className={styles['words']}>{say('agents.sharedText')}</p>
      <div className={styles['agents']} role="group" aria-label={say('agents.shared')}>
        {agents.map(({ agent, name, receivesShared }) => (
          <Check
            key={agent}
            label={name}
            isOn={receiving?.includes(agent) ?? receivesShared}
            onChange={(isOn) => set(agent, isOn)}
          />
        ))}
      </div>
    </Panel>
  );
}
