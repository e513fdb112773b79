// Taking back a change, a night or all since a version: what goes, what stays because it was changed again, and what of
// agents' files would be written, before any of it is done; and the way back afterwards.
import { useEffect, useState } from 'react';
import type { CallAnswer } from '../../shared/contract.ts';
import type { RollBackTarget, TakingBack } from '../../shared/decisions.ts';
import type { Failure } from '../../shared/engine.ts';
import type { Result } from '../../shared/result.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { FilesPlanView } from '../review/FilesPlanView.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Failed, Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Told } from '../ui/Told.tsx';
import styles from './TakeBackDialog.module.css';

// More would be a list to work through, and it is only a look before a deed.
const shownMax = 8;

/** Does it, says what came of it, and offers the way back: files first, then our record. */
function useTakeBack(): (target: RollBackTarget, files: boolean) => Promise<void> {
  const { stores } = useApp();
  const { say, told } = useWords();
  const bringBack = async ({ files, version }: CallAnswer<'memory.takeBack'>): Promise<void> => {
    if (files !== null && files.apply !== null) {
      const undone = await stores.memory.undoFiles(files.apply);
      if (!undone.ok) return stores.news.fail(undone.error);
    }
    const back = version === null ? null : await stores.memory.rollBack(version - 1);
    if (back !== null && !back.ok) return stores.news.fail(back.error);
    return stores.news.tell({ title: say('diary.broughtBack') });
  };
  return async (target, withFiles) => {
    const answer = await stores.memory.takeBack(target, withFiles);
    if (!answer.ok) return stores.news.fail(answer.error);
    const { takenBack, conflicts, files, filesFailure } = answer.value;
    if (filesFailure !== null) stores.news.fail(filesFailure);
    const written = files?.written.length ?? 0;
    const asked = files?.questions.length ?? 0;
    const rest = [
      written > 0 ? say('diary.filesBack', { count: written }) : null,
      asked > 0 ? say('diary.filesAsk', { count: asked }) : null,
      ...(conflicts.length === 0
        ? []
        : [say('diary.stays'), ...conflicts.map(({ because }) => told(because))]),
    ].filter((part) => part !== null);
    stores.news.tell({
      title: say('diary.takenBack', { count: takenBack.length }),
      ...(rest.length === 0 ? {} : { text: rest.join(' ') }),
      action: { label: say('memory.undo'), run: () => void bringBack(answer.value) },
    });
    await stores.review.plan.refresh();
    return undefined;
  };
}

/** Asked anew each time the dialog opens. */
function usePlan(target: RollBackTarget): Result<TakingBack, Failure> | null {
  const { stores } = useApp();
  const [plan, setPlan] = useState<Result<TakingBack, Failure> | null>(null);
  useEffect(() => {
    let isGone = false;
    void stores.memory.takeBackPlan(target).then((answer) => {
      if (!isGone) setPlan(answer);
    });
    return () => {
      isGone = true;
    };
  }, [stores, target]);
  return plan;
}

function Changes({ plan }: { readonly plan: TakingBack }) {
  const { say, formats } = useWords();
  const { takenBack, conflicts } = plan.rolled;
  const titles = new Map(plan.changes.map(({ changeId, title }) => [changeId, title]));
  return (
    <>
      {takenBack.length > 0 && (
        <section className={styles['part']}>
          <h3>{say('diary.goesTitle', { count: takenBack.length })}</h3>
          <ul>
            {takenBack.slice(0, shownMax).map((id) => (
              <li key={id}>
                <PlainText text={titles.get(id) ?? id} />
              </li>
            ))}
          </ul>
          {takenBack.length > shownMax && (
            <p>{say('diary.fewer', { n: formats.number(takenBack.length), shown: shownMax })}</p>
          )}
        </section>
      )}
      {plan.staysIn.length > 0 && (
        <Banner tone="warn" title={say('diary.staysIn')}>
          <ul className={styles['stays']}>
            {plan.staysIn.map((path) => (
              <li key={path}>
                <PlainText text={path} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
      {conflicts.length > 0 && (
        <Banner tone="warn" title={say('diary.staysTitle', { count: conflicts.length })}>
          <ul className={styles['stays']}>
            {conflicts.map(({ changeId, because }) => (
              <li key={changeId}>
                <Told text={because} />
              </li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}

export interface TakeBackDialogProps {
  readonly target: RollBackTarget;
  readonly title: string;
  readonly text?: string;
  readonly verb?: string;
  readonly onClose: () => void;
}

export function TakeBackDialog({ target, title, text, verb, onClose }: TakeBackDialogProps) {
  const { say } = useWords();
  // A new object each time its parent draws would be asked about again and again.
  const [asked] = useState(target);
  const plan = usePlan(asked);
  const takeBack = useTakeBack();
  const [withFiles, setWithFiles] = useState(true);
  return (
    <Dialog
      title={title}
      description={text ?? say('diary.rollBackText')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button
            tone="danger"
            disabled={plan === null || !plan.ok}
            onClick={() => {
              onClose();
              void takeBack(asked, withFiles);
            }}
          >
            {verb ?? say('diary.rollBackDo')}
          </Button>
        </>
      }
    >
      <div className={styles['plan']}>
        {plan === null && <Loading />}
        {plan !== null && !plan.ok && <Failed failure={plan.error} onRetry={onClose} />}
        {plan?.ok === true && (
          <>
            <Changes plan={plan.value} />
            <FilesPlanView plan={plan.value.files} withFiles={withFiles} onWithFiles={setWithFiles} />
          </>
        )}
      </div>
    </Dialog>
  );
}
