// One place of one agent: what lies there, what of it could not be read, and forgetting it.
import { useParams } from 'wouter';
import type { SourceReport } from '../../shared/engine.ts';
import { isExportAgent } from '../../shared/transcript.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './SourceRow.module.css';
import { WhatIsRead } from './WhatIsRead.tsx';

const minuteMs = 60_000;

export interface SourceRowProps {
  readonly source: SourceReport;
  /** What is set for an agent stands in its first row. */
  readonly isFirst: boolean;
  /** Null for a place that is found by itself. */
  readonly onTakeOut: (() => void) | null;
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
  const { importedAtMs } = source;
  const isExport = isExportAgent(source.agent);
  const sessions = formats.number(source.sessions);
  const imported = importedAtMs === undefined ? say('sources.notYetImported') : formats.date(importedAtMs);
  const figures = [
    { name: say(isExport ? 'sources.chats' : 'sources.sessions'), value: sessions },
    isExport
      ? { name: say('sources.imported'), value: imported }
      : { name: say('sources.memoryFiles'), value: formats.number(source.memoryFiles) },
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
  const { skippedLines, notReadYet, tooLarge } = source;
  if (skippedLines === 0 && notReadYet.length === 0 && tooLarge.length === 0) return null;
  const kinds = notReadYet.map(({ what, files }) => `${what} (${formats.number(files)})`);
  return (
    <p className={styles['notRead']}>
      {skippedLines > 0 && <span>{say('sources.skippedLines', { count: skippedLines })}</span>}
      {tooLarge.length > 0 && <span>{say('sources.tooLarge', { count: tooLarge.length })}</span>}
      {kinds.length > 0 && (
        <span>
          {say('sources.notReadYet')} <PlainText text={formats.list(kinds)} />
        </span>
      )}
    </p>
  );
}

/** Whose words count; also where that was taken away for some days. */
function TrustChip({ agent }: { readonly agent: string }) {
  const { stores } = useApp();
  const { say } = useWords();
  const trust = useValue(stores.quarantine.trust);
  if (trust === null) return null;
  const said = trust.filter(({ place, trust: kind }) => place === agent && kind === 'nobody');
  if (said.length === 0) return <Chip>{say('sources.trusted')}</Chip>;
  const isAlways = said.some(({ window }) => window === undefined);
  return <Chip tone="warn">{say(isAlways ? 'sources.untrusted' : 'sources.partlyTrusted')}</Chip>;
}

function Hands({ source, onForget, onBlast, onTrust }: Omit<SourceRowProps, 'isFirst' | 'onTakeOut'>) {
  const { say } = useWords();
  const { place } = source;
  return (
    <div className={styles['hands']}>
      <Button tone="quiet" isSmall onClick={onTrust} aria-label={say('trust.named', { place })}>
        {say('trust.open')}
      </Button>
      <Button tone="quiet" isSmall onClick={onBlast} aria-label={say('quarantine.blastNamed', { place })}>
        {say('quarantine.blast')}
      </Button>
      <Button tone="quiet" isSmall aria-label={say('sources.forgetNamed', { place })} onClick={onForget}>
        {say('sources.forget')}
      </Button>
    </div>
  );
}

export function SourceRow({ isFirst, onTakeOut, ...props }: SourceRowProps) {
  const { say } = useWords();
  const { agent, place, isAdded, projects } = props.source;
  const isNothing = isAdded && agent === 'unknown';
  const name = agentName(agent, say);
  const title = isNothing
    ? say('sources.addedFolder')
    : isExportAgent(agent)
      ? say('sources.exportOf', { agent: name })
      : name;
  const { id } = useParams<{ readonly id?: string }>();
  // The address names an agent or one of its places.
  const named = id === undefined ? null : decodeURIComponent(id);
  const isWanted = named === place || (named === agent && isFirst);
  return (
    <li
      className={styles['row']}
      data-wanted={isWanted || undefined}
      ref={(row) => {
        if (isWanted) row?.scrollIntoView({ block: 'nearest' });
      }}
    >
      <div className={styles['name']}>
        <h3>
          {title} {agent !== 'unknown' && <TrustChip agent={agent} />}
        </h3>
        <p className={styles['place']}>
          <PlainText text={place} />
        </p>
      </div>
      {isNothing ? (
        <p className={styles['nothing']}>{say('sources.nothingThere')}</p>
      ) : (
        <Figures source={props.source} />
      )}
      <Hands {...props} />
      {agent !== 'unknown' && isFirst && <WhatIsRead agent={agent} projects={projects} />}
      <NotRead source={props.source} />
      {onTakeOut !== null && (
        <p className={styles['added']}>
          {say('sources.added')}
          <Button isSmall onClick={onTakeOut} aria-label={say('sources.takeOutNamed', { place })}>
            {say('sources.takeOut')}
          </Button>
        </p>
      )}
    </li>
  );
}
