// One place of one agent: what lies there, what of it could not be read, and forgetting it.
import type { SourceReport } from '../../shared/engine.ts';
import { epochMs } from '../../shared/ids.ts';
import type { SourceSetting } from '../../shared/settings.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { useKeep } from '../settings/use-keep.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './SourceRow.module.css';

const minuteMs = 60_000;

export interface SourceRowProps {
  readonly source: SourceReport;
  readonly onForget: () => void;
  readonly onBlast: () => void;
  readonly onTrust: () => void;
}

function Figures({ source }: { readonly source: SourceReport }) {
  const { now } = useApp();
  const { say, formats } = useWords();
  const { newestMs } = source;
  const newest =
    newestMs === null
      ? '–'
      : now() - newestMs < minuteMs
        ? say('sources.justNow')
        : say('sources.ago', { duration: formats.duration(now() - newestMs) });
  const figures = [
    { name: say('sources.sessions'), value: formats.number(source.sessions) },
    { name: say('sources.memoryFiles'), value: formats.number(source.memoryFiles) },
    { name: say('sources.size'), value: formats.bytes(source.bytes) },
    { name: say('sources.newest'), value: newest },
  ];
  return (
    <dl className={styles['figures']}>
      {figures.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function NotRead({ source }: { readonly source: SourceReport }) {
  const { say, formats } = useWords();
  const { skippedLines, notReadYet } = source;
  if (skippedLines === 0 && notReadYet.length === 0) return null;
  const kinds = notReadYet.map(({ what, files }) => `${what} (${formats.number(files)})`);
  return (
    <p className={styles['notRead']}>
      {skippedLines > 0 && <span>{say('sources.skippedLines', { count: skippedLines })}</span>}
      {kinds.length > 0 && (
        <span>
          {say('sources.notReadYet')} <PlainText text={formats.list(kinds)} />
        </span>
      )}
    </p>
  );
}

const dayMs = 86_400_000;
const spans = [30, 90, 365] as const;

/** From now on: what was read before stays, and forgetting takes it out. */
function WhatIsRead({ agent }: { readonly agent: AgentKind }) {
  const { stores, now } = useApp();
  const { say, formats } = useWords();
  const { choose } = useKeep();
  const settings = useValue(stores.settings.settings);
  if (settings === null) return null;
  const usual: SourceSetting = { agent, isRead: true, sinceMs: null };
  const setting = settings.sources.find((one) => one.agent === agent) ?? usual;
  const set = (part: Partial<SourceSetting>): void =>
    choose(({ sources }) => ({
      sources: [...sources.filter((one) => one.agent !== agent), { ...setting, ...part }],
    }));
  const { sinceMs } = setting;
  const kept =
    sinceMs === null ? [] : [{ value: 'kept', label: say('sources.since', { day: formats.date(sinceMs) }) }];
  return (
    <div className={styles['whatIsRead']}>
      <Check label={say('sources.isRead')} isOn={setting.isRead} onChange={(isRead) => set({ isRead })} />
      <Select
        label={say('sources.sinceLabel')}
        value={sinceMs === null ? 'all' : 'kept'}
        options={[
          { value: 'all', label: say('sources.sinceAll') },
          ...kept,
          ...spans.map((days) => ({ value: String(days), label: say('sources.sinceDays', { count: days }) })),
        ]}
        onChange={(value) => {
          if (value === 'all') set({ sinceMs: null });
          else if (value !== 'kept') set({ sinceMs: epochMs(now() - Number(value) * dayMs) });
        }}
      />
    </div>
  );
}

export function SourceRow({ source, onForget, onBlast, onTrust }: SourceRowProps) {
  const { say } = useWords();
  const { agent, place } = source;
  return (
    <li className={styles['row']}>
      <div className={styles['name']}>
        <h3>{agentName(agent, say)}</h3>
        <p className={styles['place']}>
          <PlainText text={place} />
        </p>
      </div>
      <Figures source={source} />
      <div className={styles['hands']}>
        <Button tone="quiet" isSmall onClick={onTrust} aria-label={say('trust.named', { place })}>
          {say('trust.open')}
        </Button>
        <Button tone="quiet" isSmall onClick={onBlast} aria-label={say('quarantine.blastNamed', { place })}>
          {say('quarantine.blast')}
        </Button>
        <Button
          tone="quiet"
          isSmall
          className={styles['forget']}
          aria-label={say('sources.forgetNamed', { place })}
          onClick={onForget}
        >
          {say('sources.forget')}
        </Button>
      </div>
      {agent !== 'unknown' && <WhatIsRead agent={agent} />}
      <NotRead source={source} />
    </li>
  );
}
