// Forgetting a whole source: first what it would take along, then the wish, then what was done, with its certificate.
import { useEffect, useState } from 'react';
import type { Failure, SourceReport } from '../../shared/engine.ts';
import type { ForgetCertificate, ForgetCounts, ForgetPreview } from '../../shared/forgetting.ts';
import type { Result } from '../../shared/result.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import { Loading } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import type { PlainKey } from '../words/words.ts';
import styles from './ForgetDialog.module.css';

const countNames: readonly (readonly [name: keyof ForgetCounts, words: PlainKey])[] = [
  ['sessions', 'sources.countSessions'],
  ['turns', 'sources.countTurns'],
  ['keptTurns', 'sources.countKeptTurns'],
  ['memoryFiles', 'sources.countMemoryFiles'],
  ['memoryLines', 'sources.countMemoryLines'],
  ['closedEntries', 'sources.countClosed'],
  ['weakenedEntries', 'sources.countWeakened'],
  ['blankedVersions', 'sources.countVersions'],
  ['otherTexts', 'sources.countTexts'],
  ['fileCopies', 'sources.countCopies'],
];

function Counts({ counts }: { readonly counts: ForgetCounts }) {
  const { say, formats } = useWords();
  const shown = countNames.filter(([name]) => counts[name] > 0);
  if (shown.length === 0) return <p>{say('sources.forgetNothing')}</p>;
  return (
    <dl className={styles['counts']}>
      {shown.map(([name, words]) => (
        <div key={name}>
          <dt>{say(words)}</dt>
          <dd>{formats.number(counts[name])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Done({ certificate }: { readonly certificate: ForgetCertificate }) {
  const { say } = useWords();
  const { hits } = certificate.scan;
  return (
    <>
      <Banner
        tone={hits === 0 ? 'plain' : 'warn'}
        title={hits === 0 ? say('sources.forgotten') : say('sources.forgottenHits', { count: hits })}
      >
        <p>{say('sources.certificate', { number: certificate.number })}</p>
      </Banner>
      <Counts counts={certificate.counts} />
      {certificate.notes.length > 0 && (
        <ul className={styles['notes']}>
          {certificate.notes.map((note) => (
            <li key={note}>
              <PlainText text={note} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function useForgetting(place: string) {
  const { stores } = useApp();
  const [preview, setPreview] = useState<Result<ForgetPreview, Failure> | null>(null);
  const [done, setDone] = useState<Result<ForgetCertificate, Failure> | 'asking' | null>(null);
  useEffect(() => {
    let isWanted = true;
    void stores.sources.previewForgetting(place).then((answer) => {
      if (isWanted) setPreview(answer);
    });
    return () => {
      isWanted = false;
    };
  }, [stores, place]);
  const forget = (): void => {
    setDone('asking');
    void stores.sources.forget(place).then(setDone);
  };
  return { preview, done, forget };
}

export interface ForgetDialogProps {
  readonly source: SourceReport;
  readonly onClose: () => void;
}

export function ForgetDialog({ source, onClose }: ForgetDialogProps) {
  const { say } = useWords();
  const { preview, done, forget } = useForgetting(source.place);
  const isAsking = done === 'asking';
  const answer = done === 'asking' ? null : done;
  const isDone = answer?.ok === true;
  return (
    <Dialog
      title={say(isDone ? 'sources.forgottenTitle' : 'sources.forgetTitle', {
        agent: agentName(source.agent, say),
      })}
      description={isDone ? undefined : <PlainText text={source.place} />}
      isOpen
      onClose={onClose}
      actions={
        isDone ? (
          <Button onClick={onClose}>{say('action.close')}</Button>
        ) : (
          <>
            <Button onClick={onClose}>{say('action.cancel')}</Button>
            <Button tone="danger" disabled={isAsking || preview?.ok !== true} onClick={forget}>
              {say(isAsking ? 'sources.forgetting' : 'sources.forgetNow')}
            </Button>
          </>
        )
      }
    >
      <div className={styles['body']}>
        {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
        {answer !== null && answer.ok && <Done certificate={answer.value} />}
        {!isDone && preview === null && <Loading />}
        {!isDone && preview !== null && !preview.ok && <FailureBanner failure={preview.error} />}
        {!isDone && preview !== null && preview.ok && (
          <>
            <p className={styles['words']}>{say('sources.forgetText')}</p>
            <Counts counts={preview.value.counts} />
            <p className={styles['words']}>{say('sources.forgetFiles')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
