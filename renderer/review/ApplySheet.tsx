// What Apply would do, before it does it: files with their lines and tokens, what is left out, and every line on demand.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Sheet } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { FilesPlanView } from './FilesPlanView.tsx';
import styles from './FilesPlanView.module.css';

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
        return <FilesPlanView plan={plan.value} withFiles={withFiles} onWithFiles={setWithFiles} />;
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
