// Patterns: what repeats over weeks, in one list, the costliest first.
import { useState } from 'react';
import { useParams } from 'wouter';
import { useStore } from 'zustand';
import type { Pattern } from '../../shared/contract.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { EmptyState, Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { agentName } from '../words/agent-name.ts';
import { inOrder } from './consequence.ts';
import { Figures } from './Figures.tsx';
import { Headline } from './Headline.tsx';
import { JudgementCard } from './JudgementCard.tsx';
import { PatternCard } from './PatternCard.tsx';
import { PlaybookCard } from './PlaybookCard.tsx';
import styles from './PatternsPage.module.css';
import { SkillCard } from './SkillCard.tsx';
import { ResolveDialog } from './ResolveDialog.tsx';

const spans = [30, 90, 180] as const;

function Filters({ patterns }: { readonly patterns: readonly Pattern[] }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { days, agent } = useStore(stores.patterns);
  const agents = [...new Set(patterns.flatMap((pattern) => pattern.agents))].toSorted();
  const move: typeof stores.patterns.move = (part) => stores.patterns.move(part);
  return (
    <>
      <Menu
        label={say('patterns.days', { count: days })}
        items={spans.map((span) => ({
          label: say('patterns.days', { count: span }),
          onPick: () => move({ days: span }),
        }))}
      />
      <Menu
        label={agent === null ? say('patterns.allAgents') : agentName(agent, say)}
        items={[
          { label: say('patterns.allAgents'), onPick: () => move({ agent: null }) },
          ...agents.map((each) => ({ label: agentName(each, say), onPick: () => move({ agent: each }) })),
        ]}
      />
    </>
  );
}

interface ListProps {
  readonly patterns: readonly Pattern[];
  readonly wanted: string | null;
  readonly onResolve: (conflict: string | null) => void;
}

const List = ({ patterns, wanted, onResolve }: ListProps) => (
  <ul className={styles['list']}>
    {patterns.map((pattern) => (
      <li key={pattern.id}>
        <PatternCard
          pattern={pattern}
          isWanted={pattern.id === wanted}
          onResolve={() => onResolve(pattern.conflictId)}
        />
      </li>
    ))}
  </ul>
);

function Ready({ patterns }: { readonly patterns: readonly Pattern[] }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { agent, isMutedShown } = useStore(stores.patterns);
  const { id } = useParams<{ readonly id?: string }>();
  const [resolving, setResolving] = useState<string | null>(null);
  const { open, muted } = inOrder(patterns, { agent });
  const wanted = id === undefined ? null : decodeURIComponent(id);
  const shared = { wanted, onResolve: setResolving };
  return (
    <>
      <Headline />
      {open.length === 0 ? (
        <EmptyState kind="empty" title={say('patterns.noneTitle')}>
          <p>{say('patterns.noneText')}</p>
        </EmptyState>
      ) : (
        <List patterns={open} {...shared} />
      )}
      {muted.length > 0 && (
        <Button
          tone="quiet"
          className={styles['more']}
          aria-expanded={isMutedShown}
          onClick={() => stores.patterns.move({ isMutedShown: !isMutedShown })}
        >
          {say(isMutedShown ? 'patterns.hideMuted' : 'patterns.showMuted', { count: muted.length })}
        </Button>
      )}
      {isMutedShown && muted.length > 0 && <List patterns={muted} {...shared} />}
      <Figures />
      <ResolveDialog of={resolving} onClose={() => setResolving(null)} />
    </>
  );
}

/** How work goes well: nothing is shown before there is a rule. */
function Playbooks() {
  const { stores } = useApp();
  const { say } = useWords();
  const books = useValue(stores.work.playbooks);
  if (books === null || books.length === 0) return null;
  return (
    <Panel title={say('playbook.title')}>
      {books.map((book) => (
        <PlaybookCard key={book.id} book={book} />
      ))}
    </Panel>
  );
}

/** Ways of working as files that agents load; nothing is shown before there is one. */
function Skills() {
  const { stores } = useApp();
  const { say } = useWords();
  const skills = useValue(stores.work.skills);
  if (skills === null || skills.length === 0) return null;
  return (
    <Panel title={say('skill.title')}>
      {skills.map((skill) => (
        <SkillCard key={`${skill.path}-${skill.operation}`} skill={skill} />
      ))}
    </Panel>
  );
}

export function PatternsPage() {
  const { stores } = useApp();
  const { say, told } = useWords();
  const patterns = useRemote(stores.patterns.patterns);
  const load = (): void => void stores.patterns.patterns.load();
  const content = () => {
    switch (patterns.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={patterns.failure} onRetry={load} />;
      case 'ready':
        return (
          <>
            {patterns.stale !== null && (
              <Banner
                tone="warn"
                title={told(patterns.stale.happened)}
                actions={<Button onClick={load}>{say('action.retry')}</Button>}
              >
                {say('tonight.stale')}
              </Banner>
            )}
            <Ready patterns={patterns.value} />
          </>
        );
      default:
        return assertNever(patterns);
    }
  };
  return (
    <Page
      title={say('place.patterns')}
      subtitle={say('patterns.subtitle')}
      actions={<Filters patterns={patterns.kind === 'ready' ? patterns.value : []} />}
    >
      {content()}
      <Playbooks />
      <Skills />
      <JudgementCard />
    </Page>
  );
}
