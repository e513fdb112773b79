// Which projects of an agent are read: all, or only those that are ticked. Beside them stands what is left out everywhere.
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { SourceReport } from '../../shared/engine.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { AnotherProject } from './AnotherProject.tsx';
import { ProjectList } from './ProjectList.tsx';
import styles from './ProjectsDialog.module.css';

export interface ProjectsDialogProps {
  readonly agent: AgentKind;
  /** What was read so far. */
  readonly known: SourceReport['projects'];
  /** Empty: all. */
  readonly chosen: readonly string[];
  readonly excluded: readonly string[];
  readonly isOpen: boolean;
  readonly onChoose: (chosen: readonly string[]) => void;
  readonly onClose: () => void;
}

export function ProjectsDialog({ known, chosen, excluded, onChoose, ...props }: ProjectsDialogProps) {
  const { say, formats } = useWords();
  // Those that were ticked stay in the list until it is closed, so that a slip is mended where it was made.
  const [named, setNamed] = useState(chosen);
  useEffect(() => {
    if (props.isOpen) setNamed((before) => [...new Set([...before, ...chosen])]);
  }, [props.isOpen, chosen]);
  const sessionsOf = new Map(known.map(({ name, sessions }) => [name, sessions]));
  const all = [...new Set([...known.map(({ name }) => name), ...named])].filter(
    (name) => !excluded.includes(name),
  );
  const tick = (name: string, isOn: boolean): void =>
    onChoose(isOn ? [...chosen, name] : chosen.filter((one) => one !== name));
  return (
    <Dialog
      title={say('sources.projectsTitle', { agent: agentName(props.agent, say) })}
      description={say('sources.projectsText')}
      isOpen={props.isOpen}
      onClose={props.onClose}
      actions={
        <>
          <Button disabled={chosen.length === 0} onClick={() => onChoose([])}>
            {say('sources.allProjects')}
          </Button>
          <Button tone="primary" onClick={props.onClose}>
            {say('sources.projectsDone')}
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <ProjectList
          label={say('sources.projects')}
          projects={all.map((name) => ({
            name,
            hint: sessionsOf.has(name)
              ? say('sources.sessionsRead', { count: sessionsOf.get(name) ?? 0 })
              : undefined,
            isOn: chosen.includes(name),
          }))}
          onTick={tick}
        />
        <AnotherProject
          label={say('sources.anotherProject')}
          deed={say('sources.addProject')}
          onAdd={(name) => (chosen.includes(name) ? undefined : tick(name, true))}
        />
        <p className={styles['excluded']}>
          {say('sources.excluded')}:{' '}
          {excluded.length === 0 ? say('sources.excludedNone') : <PlainText text={formats.list(excluded)} />}{' '}
          <Link href={pathTo('settings', 'focus')}>{say('sources.excludedEdit')}</Link>
        </p>
      </div>
    </Dialog>
  );
}
