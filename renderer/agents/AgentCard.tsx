// One agent: the files it loads against its budget, and how far we may write into them.
import { useEffect, useId, useRef } from 'react';
import { Link, useParams } from 'wouter';
import type { AgentView, MemoryFileSummary } from '../../shared/contract.ts';
import type { LocalAgent } from '../../shared/transcript.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { readInstructions, readOptional, readWhole } from '../settings/readings.ts';
import { useKeep } from '../settings/use-keep.ts';
import { Chip } from '../ui/Chip.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { TokenMeter } from '../ui/TokenMeter.tsx';
import styles from './AgentCard.module.css';
import { LastChanges, Loads } from './History.tsx';
import { Mode } from './Mode.tsx';
import { modeNames } from './modes.ts';

// A context window of today holds no more; what is typed beyond it is a slip.
const budgetMax = 1_000_000;

function Files({ files }: { readonly files: readonly MemoryFileSummary[] }) {
  const { say, formats } = useWords();
  if (files.length === 0) return <p className={styles['words']}>{say('agents.noFiles')}</p>;
  return (
    <Table
      caption={say('agents.files')}
      isCaptionHidden
      columns={[
        { title: say('agents.file') },
        { title: say('agents.lines'), isNumber: true },
        { title: say('agents.tokens'), isNumber: true },
        { title: say('agents.changed'), isShort: true },
      ]}
      rows={files.map((file) => ({
        key: file.path,
        cells: [
          <Link key="path" href={pathTo('memory', file.path)} className={styles['path']}>
            <PlainText text={file.path} />
          </Link>,
          formats.number(file.lines),
          formats.number(file.tokens),
          file.changedAtMs === null ? '–' : formats.moment(file.changedAtMs),
        ],
      }))}
    />
  );
}

function Budget({ view }: { readonly view: AgentView }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { writing } = view;
  return (
    <DraftField
      label={say('agents.budget')}
      hint={say('agents.budgetHint')}
      width="short"
      placeholder={String(view.budgetTokens)}
      value={writing.budgetTokens}
      write={(tokens) => (tokens === null ? '' : String(tokens))}
      read={readOptional(readWhole({ min: 1, max: budgetMax }))}
      keep={(budgetTokens) => stores.agents.write({ ...writing, budgetTokens })}
    />
  );
}

/** What of its sessions is wanted, besides what is wanted of all. */
function Focus({ agent }: { readonly agent: LocalAgent }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { change } = useKeep();
  const settings = useValue(stores.settings.settings);
  if (settings === null) return null;
  return (
    <DraftField
      label={say('agents.focus')}
      hint={say('agents.focusHint')}
      placeholder={say('tonight.focusPlaceholder')}
      rows={3}
      value={settings.agentFocus.find((one) => one.agent === agent)?.text ?? null}
      write={(text) => text ?? ''}
      read={readInstructions}
      keep={(text) =>
        change(({ agentFocus }) => ({
          agentFocus: [
            ...agentFocus.filter((one) => one.agent !== agent),
            ...(text === null ? [] : [{ agent, text }]),
          ],
        }))
      }
    />
  );
}

/** The one that the address names is brought into sight. */
function useNamed(agent: string) {
  const { id } = useParams<{ readonly id?: string }>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (id === agent) place.current?.scrollIntoView({ block: 'start' });
  }, [id, agent]);
  return place;
}

export function AgentCard({ view }: { readonly view: AgentView }) {
  const { say } = useWords();
  const place = useNamed(view.agent);
  const budgetId = useId();
  const isOver = view.tokens > view.budgetTokens;
  return (
    <div ref={place}>
      <Panel title={view.name} aside={<Chip>{say(modeNames[view.writing.mode])}</Chip>}>
        <div className={styles['load']} aria-describedby={isOver ? budgetId : undefined}>
          <TokenMeter tokens={view.tokens} limit={view.budgetTokens} />
          <span className={styles['words']}>{say('agents.allFiles')}</span>
          <Loads agent={view.agent} />
        </div>
        {isOver && (
          <p id={budgetId} className={styles['over']}>
            {say('agents.over')}
          </p>
        )}
        <Files files={view.files} />
        <LastChanges agent={view.agent} />
        <div className={styles['settings']}>
          <Mode view={view} />
          <div className={styles['fields']}>
            <Budget view={view} />
            <Focus agent={view.agent} />
          </div>
        </div>
      </Panel>
    </div>
  );
}
