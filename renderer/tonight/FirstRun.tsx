// The first time: what was found on this computer, and one button that reads it. Nothing is sent anywhere.
import { useState } from 'react';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { FolderDialog } from '../sources/FolderDialog.tsx';
import { FoundTable } from '../sources/FoundTable.tsx';
import { useScan } from '../sources/use-scan.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Failed, Panel } from '../ui/Page.tsx';

export function FirstRun() {
  const { stores } = useApp();
  const { say } = useWords();
  const sources = useRemote(stores.sources);
  const [isAdding, setIsAdding] = useState(false);
  const { scan, trySample } = useScan();
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
                <Button tone="primary" onClick={() => scan([])}>
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
        ) : found.length === 0 ? (
          <p>{say('first.foundNothing')}</p>
        ) : (
          <FoundTable sources={found} />
        )}
      </Panel>
      <FolderDialog isOpen={isAdding} onClose={() => setIsAdding(false)} onRead={() => setIsAdding(false)} />
    </>
  );
}
