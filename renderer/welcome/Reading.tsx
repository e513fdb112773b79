// The second step: what is kept of a session, how secrets look afterwards, and which projects may be read.
import { useEffect, useState } from 'react';
import type { Settings } from '../../shared/settings.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { AnotherProject } from '../sources/AnotherProject.tsx';
import { ProjectList } from '../sources/ProjectList.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { agentName } from '../words/agent-name.ts';
import { isRead, knownProjects, ticked, type KnownProject } from './project-ticks.ts';
import styles from './WelcomePage.module.css';

/** "Claude Code 141 · Codex 13 · newest Nov 20" */
function useFacts(): (project: KnownProject) => string {
  const { say, formats } = useWords();
  return ({ agents, newestMs }) =>
    agents.length === 0
      ? say('welcome.projectNotRead')
      : [
          ...agents.map(({ agent, sessions }) =>
            say('welcome.projectOf', {
              agent: agent === 'unknown' ? say('welcome.someAgent') : agentName(agent, say),
              count: sessions,
            }),
          ),
          ...(newestMs === null ? [] : [say('welcome.projectNewest', { when: formats.date(newestMs) })]),
        ].join(' · ');
}

function Projects({ settings }: { readonly settings: Settings }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useKeep();
  const factsOf = useFacts();
  const sources = useRemote(stores.sources);
  // Those that were only named stay in the list until it is left, so that a slip is mended where it was made.
  const [named, setNamed] = useState(settings.excludedProjects);
  useEffect(
    () => setNamed((before) => [...new Set([...before, ...settings.excludedProjects])]),
    [settings.excludedProjects],
  );
  if (sources.kind === 'loading') return <Loading />;
  if (sources.kind === 'failed')
    return <Failed failure={sources.failure} onRetry={() => void stores.sources.load()} />;
  const known = knownProjects(sources.value, named);
  const tick = (name: string, isOn: boolean): void => {
    const project = known.find((one) => one.name === name) ?? { name, agents: [], newestMs: null };
    choose((now) => ticked(now, project, isOn));
  };
  return (
    <section className={styles['projects']} aria-label={say('sources.projects')}>
      <h3>{say('sources.projects')}</h3>
      <p className={styles['words']}>
        {say(known.some(({ agents }) => agents.length > 0) ? 'welcome.projectsText' : 'welcome.noProjects')}
      </p>
      {known.length > 0 && (
        <ProjectList
          label={say('welcome.projectsRead')}
          projects={known.map((project) => ({
            name: project.name,
            hint: factsOf(project),
            isOn: isRead(settings, project),
          }))}
          onTick={tick}
        />
      )}
      <AnotherProject
        label={say('welcome.leaveOutAnother')}
        deed={say('welcome.leaveOut')}
        onAdd={(name) => tick(name, false)}
      />
    </section>
  );
}

export function Reading({ settings }: { readonly settings: Settings }) {
  const { say, secret } = useWords();
  return (
    <div className={styles['body']}>
      <p className={styles['words']}>{say('welcome.readingText')}</p>
      <figure>
        <figcaption className={styles['caption']}>{say('welcome.sample')}</figcaption>
        <p className={styles['sample']}>
          {say('welcome.sampleBefore')} <mark>{secret('github-token')}</mark> {say('welcome.sampleAfter')}
        </p>
      </figure>
      <Projects settings={settings} />
    </div>
  );
}
