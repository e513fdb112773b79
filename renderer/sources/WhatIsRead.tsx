// What is read of one agent from now on: at all, since when, up to what size, and of which projects. What was read before
// stays, and forgetting takes it out.
import { useState } from 'react';
import type { SourceReport } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import { usualSource, type SourceSetting } from '../../shared/settings.ts';
import { isExportAgent, type AgentKind } from '../../shared/transcript.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { agentName } from '../words/agent-name.ts';
import { ProjectsDialog } from './ProjectsDialog.tsx';
import styles from './SourceRow.module.css';

const dayMs = 86_400_000;
const spans = [30, 90, 365] as const;
const megabyte = 1_000_000;
const sizes = [10, 50, 200].map((megabytes) => megabytes * megabyte);

interface ChoiceProps {
  readonly setting: SourceSetting;
  readonly onSet: (part: Partial<SourceSetting>) => void;
}

function Since({ setting: { sinceMs }, onSet }: ChoiceProps) {
  const { now } = useApp();
  const { say, formats } = useWords();
  const kept =
    sinceMs === null ? [] : [{ value: 'kept', label: say('sources.since', { day: formats.date(sinceMs) }) }];
  return (
    <Select
      label={say('sources.sinceLabel')}
      value={sinceMs === null ? 'all' : 'kept'}
      options={[
        { value: 'all', label: say('sources.sinceAll') },
        ...kept,
        ...spans.map((days) => ({ value: String(days), label: say('sources.sinceDays', { count: days }) })),
      ]}
      onChange={(value) => {
        if (value === 'all') onSet({ sinceMs: null });
        else if (value !== 'kept') onSet({ sinceMs: epochMs(now() - Number(value) * dayMs) });
      }}
    />
  );
}

function Size({ setting: { bytesMax }, onSet }: ChoiceProps) {
  const { say, formats } = useWords();
  // One that was set elsewhere is offered as well.
  const offered = [...new Set([...sizes, ...(bytesMax === null ? [] : [bytesMax])])].toSorted(
    (a, b) => a - b,
  );
  return (
    <Select
      label={say('sources.bytesMax')}
      value={String(bytesMax ?? '')}
      options={[
        { value: '', label: say('sources.anySize') },
        ...offered.map((bytes) => ({
          value: String(bytes),
          label: say('sources.upTo', { size: formats.bytes(bytes) }),
        })),
      ]}
      onChange={(value) => onSet({ bytesMax: value === '' ? null : Number(value) })}
    />
  );
}

export interface WhatIsReadProps {
  readonly agent: AgentKind;
  readonly projects: SourceReport['projects'];
}

export function WhatIsRead({ agent, projects }: WhatIsReadProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const { choose } = useKeep();
  const [isChoosing, setIsChoosing] = useState(false);
  const settings = useValue(stores.settings.settings);
  if (settings === null) return null;
  const setting = settings.sources.find((one) => one.agent === agent) ?? usualSource(agent);
  const { onlyProjects } = setting;
  const which =
    onlyProjects.length === 0
      ? say('sources.allProjects')
      : say('sources.onlyProjects', { projects: formats.list(onlyProjects) });
  const set = (part: Partial<SourceSetting>): void =>
    choose(({ sources }) => ({
      sources: [
        ...sources.filter((one) => one.agent !== agent),
        { ...(sources.find((one) => one.agent === agent) ?? setting), ...part },
      ],
    }));
  return (
    <div className={styles['whatIsRead']}>
      <Check label={say('sources.isRead')} isOn={setting.isRead} onChange={(isRead) => set({ isRead })} />
      <Since setting={setting} onSet={set} />
      {!isExportAgent(agent) && <Size setting={setting} onSet={set} />}
      <Button
        isSmall
        aria-haspopup="dialog"
        aria-label={say('sources.projectsNamed', { agent: agentName(agent, say), projects: which })}
        onClick={() => setIsChoosing(true)}
      >
        {which}
      </Button>
      <ProjectsDialog
        agent={agent}
        known={projects}
        chosen={onlyProjects}
        excluded={settings.excludedProjects}
        isOpen={isChoosing}
        onChoose={(chosen) => set({ onlyProjects: chosen })}
        onClose={() => setIsChoosing(false)}
      />
    </div>
  );
}
