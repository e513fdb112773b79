// What the last night laid out for the next session, as an agent gets it, with the place of each line.
import { useState } from 'react';
import type { BriefingView } from '../../shared/briefing.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import styles from './BriefingCard.module.css';

function Lines({ view }: { readonly view: BriefingView }) {
  const { stores } = useApp();
  const { say, told } = useWords();
  return (
    <ul className={styles['list']}>
      {view.lines.map(({ line, freshness }, i) => (
        <li key={i} className={styles['line']} data-fresh={freshness.kind}>
          <Chip>{say(`serving.standing.${line.standing}`)}</Chip>
          <button
            type="button"
            className={styles['text']}
            onClick={() => stores.evidence.open(line.evidence, 0)}
          >
            <span className={styles['kind']}>{say(`serving.kind.${line.kind}`)}</span>{' '}
            <PlainText text={told(line.text)} />
            {freshness.kind !== 'fresh' && (
              <span className={styles['kind']}>
                {' '}
                {say(`serving.${freshness.kind}`)}: <Told text={freshness.because} />
              </span>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

function OfProject({ project }: { readonly project: string }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const view = useValue(stores.served.briefing.at(project));
  if (view === null) return null;
  return (
    <>
      <p className={styles['meta']}>
        {say('serving.briefed', {
          day: formats.date(view.briefing.madeAtMs),
          tokens: formats.number(view.textTokens),
          budget: formats.number(view.briefing.budgetTokens),
        })}
      </p>
      <Lines view={view} />
    </>
  );
}

/** Nothing before the first night that laid one out. */
export function BriefingCard() {
  const { stores } = useApp();
  const { say } = useWords();
  const projects = useValue(stores.served.projects) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const project = chosen ?? projects[0];
  if (project === undefined) return null;
  return (
    <Panel
      title={say('serving.briefing')}
      aside={
        <Menu
          label={project}
          items={projects.map((each) => ({ label: each, onPick: () => setChosen(each) }))}
        />
      }
    >
      <OfProject project={project} />
    </Panel>
  );
}
