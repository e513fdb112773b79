// A memory file as an agent reads it, line by line. What memory knows of a line is a key away.
import { Info } from 'lucide-react';
import type { MemoryFileLine, MemoryFileView } from '../../shared/contract.ts';
import { useActions, useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { PlainText } from '../ui/PlainText.tsx';
import { TokenMeter } from '../ui/TokenMeter.tsx';
import { agentName } from '../words/agent-name.ts';
import { focusedEntry } from './EntriesView.tsx';
import styles from './FileView.module.css';
import { VirtualRows } from './VirtualRows.tsx';

interface LineProps {
  readonly line: MemoryFileLine;
  readonly tabIndex: 0 | -1;
  readonly onOpen: (id: string) => void;
}

function Line({ line, tabIndex, onOpen }: LineProps) {
  const { say, formats } = useWords();
  const { entry } = line;
  const words = (
    <>
      <span className={styles['number']} aria-hidden="true">
        {line.line}
      </span>
      <span>
        {line.isOurs && <span className="visually-hidden">{say('memory.ours')} </span>}
        <PlainText text={line.text} />
      </span>
    </>
  );
  if (entry === null) {
    return <div className={classes(styles['line'], line.isOurs && styles['ours'])}>{words}</div>;
  }
  return (
    <button
      type="button"
      data-stop
      data-entry={entry.id}
      tabIndex={tabIndex}
      className={classes(styles['line'], line.isOurs && styles['ours'])}
      onClick={() => onOpen(entry.id)}
    >
      {words}
      <span className={styles['known']}>
        <Info size={14} aria-hidden="true" />
        {entry.score !== null && formats.score(entry.score)}
        <span className="visually-hidden">{say('action.provenance')}</span>
      </span>
    </button>
  );
}

export interface FileViewProps {
  readonly view: MemoryFileView;
  readonly onOpen: (id: string) => void;
}

export function FileView({ view, onOpen }: FileViewProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const { file, lines, linesLeft } = view;
  const hasEntries = lines.some(({ entry }) => entry !== null);
  useActions({
    'memory.provenance': hasEntries
      ? () => {
          const id = focusedEntry();
          if (id !== null) onOpen(id);
        }
      : null,
  });
  const more = async (): Promise<void> => {
    const failure = await stores.memory.moreLines(file.path);
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <>
      <header className={styles['head']}>
        <h2 className={styles['path']}>
          <PlainText text={file.path} />
        </h2>
        <p className={styles['meta']}>
          {[
            say('memory.loadedBy', { agent: agentName(file.agent, say) }),
            say('memory.lines', { count: file.lines }),
            file.changedAtMs === null
              ? null
              : say('memory.changed', { when: formats.moment(file.changedAtMs) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {file.budgetTokens === null ? (
          <p className={styles['meta']}>{say('live.tokens', { tokens: file.tokens })}</p>
        ) : (
          <TokenMeter tokens={file.tokens} limit={file.budgetTokens} />
        )}
      </header>
      <VirtualRows
        label={file.path}
        count={lines.length}
        rowPx={24}
        isStop={(at) => lines[at]?.entry !== null && lines[at] !== undefined}
        className={styles['lines']}
        row={(at, tabIndex) => {
          const line = lines[at];
          return line === undefined ? null : <Line line={line} tabIndex={tabIndex} onOpen={onOpen} />;
        }}
        after={
          linesLeft > 0 && (
            <Button tone="quiet" className={styles['more']} onClick={() => void more()}>
              {say('memory.moreLines', { count: linesLeft })}
            </Button>
          )
        }
      />
    </>
  );
}
