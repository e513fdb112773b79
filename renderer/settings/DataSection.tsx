// Where everything lies; carrying it away, bringing it back, and looking whether it is whole.
import { useState } from 'react';
import type { AppFacts } from '../../shared/contract.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import styles from './DataSection.module.css';
import { DeleteEverything } from './DeleteEverything.tsx';
import { FactRows } from '../ui/FactRows.tsx';
import { Group } from './Group.tsx';
import { PathField } from './PathField.tsx';
import { ProgramsGroup } from './ProgramsGroup.tsx';
import { isWholePath } from './readings.ts';
import { StorageParts } from './StorageParts.tsx';
import { useAsked } from './use-asked.ts';
import { VerifyBackup } from './VerifyBackup.tsx';

function Backup() {
  const { bridge } = useApp();
  const { say, formats } = useWords();
  const [path, setPath] = useState('');
  const [replace, setReplace] = useState(false);
  const { ask, answer, isAsking } = useAsked<{
    readonly path: string;
    readonly bytes: number;
    readonly files: number;
  }>();
  return (
    <div className={styles['task']}>
      <PathField label={say('settings.backupTo')} path={path} onChange={setPath} />
      <Check label={say('settings.replaceFile')} isOn={replace} onChange={setReplace} />
      <div>
        <Button
          disabled={isAsking || !isWholePath(path)}
          onClick={() => ask(bridge.call('app.backup', { file: path.trim(), replace }))}
        >
          {say(isAsking ? 'settings.backingUp' : 'settings.backup')}
        </Button>
      </div>
      {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
      {answer !== null && answer.ok && (
        <Banner tone="plain" title={say('settings.backedUp')}>
          <p>
            <PlainText text={answer.value.path} />
          </p>
          <p>
            {say('settings.backedUpText', {
              count: answer.value.files,
              size: formats.bytes(answer.value.bytes),
            })}
          </p>
        </Banner>
      )}
    </div>
  );
}

function Restore() {
  const { bridge, stores } = useApp();
  const { say, formats } = useWords();
  const [path, setPath] = useState('');
  const [isSure, setIsSure] = useState(false);
  const { ask, answer, isAsking } = useAsked<{
    readonly madeAtMs: number;
    readonly before: string | null;
    readonly forgottenSince: number;
  }>();
  const restore = (): void => {
    setIsSure(false);
    const asked = bridge.call('app.restore', { file: path.trim(), replace: true });
    ask(asked);
    void asked.then(() => stores.settings.settings.load());
  };
  return (
    <div className={styles['task']}>
      <PathField label={say('settings.restoreFrom')} path={path} onChange={setPath} />
      <div>
        <Button disabled={isAsking || !isWholePath(path)} onClick={() => setIsSure(true)}>
          {say(isAsking ? 'settings.restoring' : 'settings.restore')}
        </Button>
      </div>
      {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
      {answer !== null && answer.ok && (
        <Banner
          tone="plain"
          title={say('settings.restored', { when: formats.moment(answer.value.madeAtMs) })}
        >
          {answer.value.before !== null && (
            <p>
              {say('settings.restoredBefore')} <PlainText text={answer.value.before} />
            </p>
          )}
          {answer.value.forgottenSince > 0 && (
            <p>{say('settings.restoredForgotten', { count: answer.value.forgottenSince })}</p>
          )}
        </Banner>
      )}
      <Dialog
        title={say('settings.restoreSure')}
        description={say('settings.restoreSureText')}
        isOpen={isSure}
        onClose={() => setIsSure(false)}
        actions={
          <>
            <Button onClick={() => setIsSure(false)}>{say('action.cancel')}</Button>
            <Button tone="danger" onClick={restore}>
              {say('settings.restore')}
            </Button>
          </>
        }
      />
    </div>
  );
}

function CheckStore() {
  const { bridge } = useApp();
  const { say } = useWords();
  const { ask, answer, isAsking } = useAsked<{ readonly problems: readonly string[] }>();
  const problems = answer !== null && answer.ok ? answer.value.problems : null;
  return (
    <div className={styles['task']}>
      <div>
        <Button disabled={isAsking} onClick={() => ask(bridge.call('app.check', {}))}>
          {say(isAsking ? 'settings.checking' : 'settings.check')}
        </Button>
      </div>
      {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
      {problems?.length === 0 && <Banner tone="plain" title={say('settings.checkedWell')} />}
      {problems !== null && problems.length > 0 && (
        <Banner tone="warn" title={say('settings.checkedProblems', { count: problems.length })}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>
                <PlainText text={problem} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </div>
  );
}

function Place({ facts }: { readonly facts: AppFacts }) {
  const { say } = useWords();
  const rows = [
    [say('settings.folder'), facts.dataFolder] as const,
    ...(facts.logFile === null ? [] : [[say('settings.logFile'), facts.logFile] as const]),
    [say('settings.version'), facts.version] as const,
  ];
  return <FactRows rows={rows} />;
}

export function DataSection() {
  const { stores } = useApp();
  const { say } = useWords();
  const facts = useRemote(stores.facts);
  return (
    <>
      <Group title={say('settings.where')}>
        {facts.kind === 'loading' && <Loading />}
        {facts.kind === 'failed' && (
          <Failed failure={facts.failure} onRetry={() => void stores.facts.load()} />
        )}
        {facts.kind === 'ready' && <Place facts={facts.value} />}
        <StorageParts />
      </Group>
      {facts.kind === 'ready' && <ProgramsGroup host={facts.value.host} />}
      <Group title={say('settings.backupTitle')}>
        <p className={styles['words']}>{say('settings.backupText')}</p>
        <Backup />
      </Group>
      <Group title={say('settings.verifyTitle')}>
        <p className={styles['words']}>{say('settings.verifyText')}</p>
        <VerifyBackup />
      </Group>
      <Group title={say('settings.restoreTitle')}>
        <Restore />
      </Group>
      <Group title={say('settings.checkTitle')}>
        <p className={styles['words']}>{say('settings.checkText')}</p>
        <CheckStore />
      </Group>
      <Group title={say('settings.deleteTitle')}>
        <p className={styles['words']}>{say('settings.deleteText')}</p>
        <DeleteEverything />
      </Group>
    </>
  );
}
