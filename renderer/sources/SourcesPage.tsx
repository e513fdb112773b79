// Sources: where agents write down their days, what was read of it, what was not and why. Read-only on every one of them.
import { useState } from 'react';
import type { SourceReport } from '../../shared/engine.ts';
import { assertNever } from '../../shared/result.ts';
import { useActions, useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { EmptyState, Failed, Loading, Page, Panel } from '../ui/Page.tsx';
import { BlastDialog } from './BlastDialog.tsx';
import { FolderDialog } from './FolderDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { ForgetDialog } from './ForgetDialog.tsx';
import { NamedUnread } from './NamedUnread.tsx';
import { Privacy } from './Privacy.tsx';
import { Quarantine } from './Quarantine.tsx';
import { Scanning } from './Scanning.tsx';
import { Skipped } from './Skipped.tsx';
import { SourceRow } from './SourceRow.tsx';
import styles from './SourcesPage.module.css';
import { TrustDialog } from './TrustDialog.tsx';
import { useFolders } from './use-folders.ts';
import { useScan } from './use-scan.ts';

interface NothingFoundProps {
  readonly onAdd: () => void;
  readonly onExport: () => void;
}

function NothingFound({ onAdd, onExport }: NothingFoundProps) {
  const { say } = useWords();
  const { trySample } = useScan();
  return (
    <Panel>
      <EmptyState
        kind="first-run"
        title={say('sources.none')}
        actions={
          <>
            <Button tone="primary" onClick={onAdd}>
              {say('sources.add')}
            </Button>
            <Button onClick={onExport}>{say('sources.addExport')}</Button>
            <Button onClick={trySample}>{say('sources.sample')}</Button>
          </>
        }
      >
        <p>{say('sources.noneText')}</p>
      </EmptyState>
    </Panel>
  );
}

interface ListProps {
  readonly sources: readonly SourceReport[];
  readonly onForget: (source: SourceReport) => void;
  readonly onBlast: (source: SourceReport) => void;
  readonly onTrust: (source: SourceReport) => void;
}

function List({ sources, onForget, onBlast, onTrust }: ListProps) {
  const { say } = useWords();
  const { takeOut } = useFolders();
  return (
    <Panel
      title={say('sources.found')}
      aside={<p className={styles['readOnly']}>{say('sources.readOnly')}</p>}
    >
      <ul className={styles['list']}>
        {sources.map((source, i) => (
          <SourceRow
            key={`${source.place} ${source.agent}`}
            source={source}
            isFirst={sources.findIndex(({ agent }) => agent === source.agent) === i}
            onTakeOut={source.isAdded ? () => takeOut(source.place) : null}
            onForget={() => onForget(source)}
            onBlast={() => onBlast(source)}
            onTrust={() => onTrust(source)}
          />
        ))}
      </ul>
    </Panel>
  );
}

export function SourcesPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const sources = useRemote(stores.sources);
  const running = useValue(stores.night.state)?.running ?? null;
  const { scan } = useScan();
  const [isAdding, setIsAdding] = useState(false);
  const [isExport, setIsExport] = useState(false);
  const [forgetting, setForgetting] = useState<SourceReport | null>(null);
  const [blasting, setBlasting] = useState<SourceReport | null>(null);
  const [trusting, setTrusting] = useState<SourceReport | null>(null);
  const add = (): void => setIsAdding(true);
  const addExport = (): void => setIsExport(true);
  useActions({ 'sources.scan': running === null ? () => scan([]) : null });
  const content = () => {
    switch (sources.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={sources.failure} onRetry={() => void stores.sources.load()} />;
      case 'ready':
        if (sources.value.length === 0) return <NothingFound onAdd={add} onExport={addExport} />;
        return (
          <>
            <List
              sources={sources.value}
              onForget={setForgetting}
              onBlast={setBlasting}
              onTrust={setTrusting}
            />
            <Skipped sources={sources.value} />
            <Quarantine />
            <Privacy />
          </>
        );
      default:
        return assertNever(sources);
    }
  };
  return (
    <Page
      title={say('sources.title')}
      actions={
        <>
          <Button disabled={running !== null} onClick={add}>
            {say('sources.add')}
          </Button>
          <Button disabled={running !== null} onClick={addExport}>
            {say('sources.addExport')}
          </Button>
          <ActionButton action="sources.scan" />
        </>
      }
    >
      {running?.kind === 'import' && <Scanning running={running} />}
      {running === null && <NamedUnread />}
      {content()}
      <ExportDialog isOpen={isExport} onClose={() => setIsExport(false)} />
      <FolderDialog isOpen={isAdding} onClose={() => setIsAdding(false)} onRead={() => setIsAdding(false)} />
      {blasting !== null && (
        <BlastDialog target={{ kind: 'source', id: blasting.place }} onClose={() => setBlasting(null)} />
      )}
      {trusting !== null && <TrustDialog agent={trusting.agent} onClose={() => setTrusting(null)} />}
      {forgetting !== null && <ForgetDialog source={forgetting} onClose={() => setForgetting(null)} />}
    </Page>
  );
}
