// What would be written into agents' files, before it is: files with their lines and tokens, what needs a hand first, what
// is left out, and every line on demand.
import type { FilesPlan } from '../../shared/agent-files.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Check } from '../ui/Field.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { Told } from '../ui/Told.tsx';
import { agentName } from '../words/agent-name.ts';
import { BackupName } from './BackupName.tsx';
import styles from './FilesPlanView.module.css';

/** Where the copies lie, and how they are found again. */
function BackupPlace({ plan }: { readonly plan: FilesPlan }) {
  const { stores } = useApp();
  const { say } = useWords();
  const folder = useValue(stores.facts)?.dataFolder ?? null;
  if (folder === null || plan.files.every(({ backup }) => backup === null)) return null;
  return (
    <p className={styles['note']}>
      <PlainText text={say('apply.backupPlace', { folder })} />
    </p>
  );
}

function Files({ plan }: { readonly plan: FilesPlan }) {
  const { say, formats } = useWords();
  return (
    <Table
      caption={say('apply.files')}
      isCaptionHidden
      columns={[
        { title: say('apply.file') },
        { title: say('apply.lines'), isNumber: true },
        { title: say('apply.tokens'), isNumber: true },
        { title: say('apply.backup') },
      ]}
      rows={plan.files.map((file) => ({
        key: file.path,
        cells: [
          <span key="path" className={styles['file']}>
            <span className={styles['path']}>
              <PlainText text={file.path} />
            </span>
            <span className={styles['agent']}>
              {agentName(file.agent, say)} {file.rebased === true && <Chip>{say('apply.rebased')}</Chip>}
            </span>
          </span>,
          `+${formats.number(file.linesAdded)} −${formats.number(file.linesRemoved)}`,
          formats.signed(file.tokensAfter - file.tokensBefore),
          <BackupName key="backup" backup={file.backup} />,
        ],
      }))}
    />
  );
}

function LeftOut({ plan }: { readonly plan: FilesPlan }) {
  const { say, formats } = useWords();
  return (
    <>
      {plan.questions.length > 0 && (
        <Banner tone="warn" title={say('apply.questions', { count: plan.questions.length })}>
          <ul className={styles['questions']}>
            {plan.questions.map(({ path, kind, sentence }) => (
              <li key={`${path} ${kind}`}>
                <Told text={sentence} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {plan.off.length > 0 && (
        <p className={styles['note']}>{say('apply.off', { paths: formats.list(plan.off) })}</p>
      )}
      {plan.leftOut.length > 0 && (
        <details className={styles['more']}>
          <summary>{say('apply.leftOut', { count: plan.leftOut.length })}</summary>
          <ul>
            {plan.leftOut.map(({ entryId, path, text, because }) => (
              <li key={entryId + path}>
                <PlainText text={text} />{' '}
                <span className={styles['agent']}>
                  <Told text={because} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export interface FilesPlanViewProps {
  readonly plan: FilesPlan;
  readonly withFiles: boolean;
  readonly onWithFiles: (on: boolean) => void;
}

export function FilesPlanView({ plan, withFiles, onWithFiles }: FilesPlanViewProps) {
  const { say } = useWords();
  if (plan.files.length === 0) {
    return (
      <>
        <p>{say('apply.noFiles')}</p>
        <LeftOut plan={plan} />
      </>
    );
  }
  return (
    <>
      <Check
        label={say('apply.withFiles')}
        hint={say('apply.withFilesHint')}
        isOn={withFiles}
        onChange={onWithFiles}
      />
      {withFiles && (
        <>
          <Files plan={plan} />
          <BackupPlace plan={plan} />
          <LeftOut plan={plan} />
          {plan.diff !== '' && (
            <details className={styles['more']}>
              <summary>{say('apply.diff')}</summary>
              <FileDiff diff={plan.diff} />
            </details>
          )}
        </>
      )}
    </>
  );
}
