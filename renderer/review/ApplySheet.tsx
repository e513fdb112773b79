// What Apply would do, before it does it: files with their lines and tokens, what is left out, and every line on demand.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { FilesPlan } from '../../shared/agent-files.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Check } from '../ui/Field.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { FileDiff } from '../ui/FileDiff.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './ApplySheet.module.css';

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
        <Banner tone="warn" title={say('apply.questions', { count: plan.questions.length })} />
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
                <PlainText text={text} /> <span className={styles['agent']}>{because}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

interface PlanViewProps {
  readonly plan: FilesPlan;
  readonly withFiles: boolean;
  readonly onWithFiles: (on: boolean) => void;
}

function PlanView({ plan, withFiles, onWithFiles }: PlanViewProps) {
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

export interface ApplySheetProps {
  readonly isOpen: boolean;
  readonly approved: number;
  readonly onClose: () => void;
}

/** The plan, and whether it was made since the sheet opened: nobody confirms what stood there before. */
function usePlan(isOpen: boolean) {
  const { stores } = useApp();
  const plan = useRemote(stores.review.plan);
  const [isAnswered, setIsAnswered] = useState(false);
  useLayoutEffect(() => {
    setIsAnswered(false);
    if (!isOpen) return undefined;
    let isGone = false;
    void stores.review.plan.load().then(() => {
      if (!isGone) setIsAnswered(true);
    });
    return () => {
      isGone = true;
    };
  }, [isOpen, stores]);
  return { plan, isFresh: isAnswered && plan.kind === 'ready' && plan.stale === null };
}

export function ApplySheet({ isOpen, approved, onClose }: ApplySheetProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const { plan, isFresh } = usePlan(isOpen);
  const [withFiles, setWithFiles] = useState(true);
  const [isWorking, setIsWorking] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  const isReady = isOpen && isFresh;
  // It could not take the focus while the plan was on its way: Enter confirms all the same.
  useEffect(() => {
    if (isReady) confirm.current?.focus();
  }, [isReady]);
  const apply = async (): Promise<void> => {
    setIsWorking(true);
    const failure = await stores.review.apply(
      withFiles && plan.kind === 'ready' && plan.value.files.length > 0,
    );
    setIsWorking(false);
    if (failure !== null) stores.news.fail(failure);
    onClose();
  };
  const content = () => {
    switch (plan.kind) {
      case 'loading':
        return <Loading />;
      case 'failed':
        return <Failed failure={plan.failure} onRetry={() => void stores.review.plan.load()} />;
      case 'ready':
        if (plan.stale !== null)
          return <Failed failure={plan.stale} onRetry={() => void stores.review.plan.load()} />;
        if (!isFresh) return <Loading />;
        return <PlanView plan={plan.value} withFiles={withFiles} onWithFiles={setWithFiles} />;
      default:
        return assertNever(plan);
    }
  };
  return (
    <Sheet
      title={say('apply.title', { count: approved })}
      description={say('apply.text')}
      isOpen={isOpen}
      onClose={onClose}
      firstFocus={confirm}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button ref={confirm} tone="primary" disabled={isWorking || !isReady} onClick={() => void apply()}>
            {isWorking ? say('apply.working') : say('apply.confirm', { count: approved })}
          </Button>
        </>
      }
    >
      <div className={styles['plan']}>{content()}</div>
    </Sheet>
  );
}
