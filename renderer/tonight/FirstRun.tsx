// The first time: what was found on this computer, and one button that reads it. Nothing is sent anywhere.
import { useState } from 'react';
import type { Failure, SourceReport } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { EmptyState, Failed, Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './FirstRun.module.css';

function Found({ sources }: { readonly sources: readonly SourceReport[] }) {
  const { say, formats } = useWords();
  if (sources.length === 0) return <p>{say('first.foundNothing')}</p>;
  return (
    <Table
      caption={say('first.found')}
      isCaptionHidden
      columns={[
        { title: say('first.agent') },
        { title: say('first.sessions'), isNumber: true },
        { title: say('first.size'), isNumber: true },
        { title: say('first.newest'), isShort: true },
        { title: say('first.memoryFiles'), isNumber: true },
      ]}
      rows={sources.map((source) => ({
        key: source.place,
        cells: [
          <span key="agent" className={styles['agent']}>
            {agentName(source.agent, say)}
            <span className={styles['place']}>
              <PlainText text={source.place} />
            </span>
          </span>,
          formats.number(source.sessions),
          formats.bytes(source.bytes),
          source.newestMs === null ? '–' : formats.moment(source.newestMs),
          formats.number(source.memoryFiles),
        ],
      }))}
    />
  );
}

interface FolderDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onImport: (path: string) => void;
}

function FolderDialog({ isOpen, onClose, onImport }: FolderDialogProps) {
  const { say } = useWords();
  const [path, setPath] = useState('');
  return (
    <Dialog
      title={say('first.addFolder')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={path.trim() === ''} onClick={() => onImport(path.trim())}>
            {say('first.import')}
          </Button>
        </>
      }
    >
      <Field
        label={say('first.folderLabel')}
        hint={say('first.folderHint')}
        value={path}
        onChange={setPath}
      />
    </Dialog>
  );
}

function useImport() {
  const { bridge, stores } = useApp();
  const begun = (answer: Result<unknown, Failure>): void => {
    if (answer.ok) void stores.night.state.load();
    else stores.news.fail(answer.error);
  };
  return {
    importPaths: (paths: readonly string[]) => void bridge.call('source.import', { paths }).then(begun),
    trySample: () => void bridge.call('source.trySample', {}).then(begun),
  };
}

export function FirstRun() {
  const { stores } = useApp();
  const { say } = useWords();
  const sources = useRemote(stores.sources);
  const [isAdding, setIsAdding] = useState(false);
  const { importPaths, trySample } = useImport();
  const found = sources.kind === 'ready' ? sources.value : [];
  const sessions = found.reduce((sum, source) => sum + source.sessions, 0);
  return (
    <>
      <Panel>
        <EmptyState
          kind="first-run"
          title={say('first.title')}
          actions={
            <>
              {sessions > 0 && (
                <Button tone="primary" onClick={() => importPaths([])}>
                  {say('first.importAll', { count: sessions })}
                </Button>
              )}
              <Button onClick={() => setIsAdding(true)}>{say('first.addFolder')}</Button>
              <Button tone={sessions > 0 ? 'quiet' : 'primary'} onClick={trySample}>
                {say('first.trySample')}
              </Button>
            </>
          }
        >
          <p>{say('first.text')}</p>
        </EmptyState>
      </Panel>
      <Panel title={say('first.found')}>
        {sources.kind === 'failed' ? (
          <Failed failure={sources.failure} onRetry={() => void stores.sources.load()} />
        ) : (
          <Found sources={found} />
        )}
      </Panel>
      <FolderDialog
        isOpen={isAdding}
        onClose={() => setIsAdding(false)}
        onImport={(path) => {
          setIsAdding(false);
          importPaths([path]);
        }}
      />
    </>
  );
}
