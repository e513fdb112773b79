// The first step: a look around by itself, one row an agent, and one button that reads it all.
import { useState } from 'react';
import { useStore } from 'zustand';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { ExportDialog } from '../sources/ExportDialog.tsx';
import { FolderDialog } from '../sources/FolderDialog.tsx';
import { FoundTable } from '../sources/FoundTable.tsx';
import { NamedUnread } from '../sources/NamedUnread.tsx';
import { Scanning } from '../sources/Scanning.tsx';
import { useScan } from '../sources/use-scan.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState, Failed, Loading } from '../ui/Page.tsx';
import styles from './WelcomePage.module.css';

interface HandsProps {
  readonly sessions: number;
  readonly isBusy: boolean;
  readonly isDone: boolean;
}

function Hands({ sessions, isBusy, isDone }: HandsProps) {
  const { say } = useWords();
  const { scan, trySample } = useScan();
  const [isAdding, setIsAdding] = useState(false);
  const [isExport, setIsExport] = useState(false);
  return (
    <div className={styles['buttons']}>
      {sessions > 0 && (
        <Button tone={isDone ? 'plain' : 'primary'} disabled={isBusy} onClick={() => scan([])}>
          {isDone ? say('action.scan') : say('welcome.importAll', { count: sessions })}
        </Button>
      )}
      <Button disabled={isBusy} onClick={() => setIsAdding(true)}>
        {say('sources.add')}
      </Button>
      <Button disabled={isBusy} onClick={() => setIsExport(true)}>
        {say('sources.addExport')}
      </Button>
      <Button tone={sessions > 0 || isDone ? 'quiet' : 'primary'} disabled={isBusy} onClick={trySample}>
        {say('sources.sample')}
      </Button>
      <ExportDialog isOpen={isExport} onClose={() => setIsExport(false)} />
      <FolderDialog isOpen={isAdding} onClose={() => setIsAdding(false)} onRead={() => setIsAdding(false)} />
    </div>
  );
}

export function Found() {
  const { stores } = useApp();
  const { say } = useWords();
  const sources = useRemote(stores.sources);
  const running = useValue(stores.night.state)?.running ?? null;
  const report = useStore(stores.sources.scanned);
  const content = () => {
    switch (sources.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={sources.failure} onRetry={() => void stores.sources.load()} />;
      case 'ready':
        return sources.value.length === 0 ? (
          <EmptyState kind="first-run" title={say('sources.none')}>
            <p>{say('sources.noneText')}</p>
          </EmptyState>
        ) : (
          <FoundTable sources={sources.value} />
        );
      default:
        return assertNever(sources);
    }
  };
  const found = sources.kind === 'ready' ? sources.value : [];
  return (
    <div className={styles['body']}>
      {content()}
      {running?.kind === 'import' && <Scanning running={running} />}
      {running === null && <NamedUnread />}
      {report !== null && running === null && (
        <Banner tone="plain" title={say('welcome.imported', { count: report.newSessions })}>
          <p>{say('welcome.importedText')}</p>
        </Banner>
      )}
      <p className={styles['words']}>{say('welcome.readOnly')}</p>
      {sources.kind === 'ready' && (
        <Hands
          sessions={found.reduce((sum, source) => sum + source.sessions, 0)}
          isBusy={running !== null}
          isDone={report !== null}
        />
      )}
    </div>
  );
}
