// One place of one agent: what lies there, what of it could not be read, and forgetting it.
import type { SourceReport } from '../../shared/engine.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './SourceRow.module.css';

const minuteMs = 60_000;

export interface SourceRowProps {
  readonly source: SourceReport;
  readonly onForget: () => void;
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

export function SourceRow({ source, onForget }: SourceRowProps) {
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
      <Button
        tone="quiet"
        isSmall
        className={styles['forget']}
        aria-label={say('sources.forgetNamed', { place })}
        onClick={onForget}
      >
        {say('sources.forget')}
      </Button>
      <NotRead source={source} />
    </li>
  );
}
