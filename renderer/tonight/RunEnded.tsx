// What came of a run that ended while one looked on: a preview's findings, an import's count, or why it did not end well.
// A dream's own receipt is shown as the last night.
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { RunEnd } from '../../shared/contract.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import styles from './RunEnded.module.css';
import { Trouble } from './Trouble.tsx';

function PreviewEnd({
  found,
  close,
}: {
  readonly found: NonNullable<RunEnd['preview']>;
  readonly close: () => void;
}) {
  const { say } = useWords();
  return (
    <Banner
      tone="plain"
      title={found.length === 0 ? say('previewEnd.none') : say('previewEnd.title', { count: found.length })}
      actions={<Button onClick={close}>{say('action.close')}</Button>}
    >
      <p>{say('previewEnd.text')}</p>
      <ul className={styles['found']}>
        {found.map(({ change }) => (
          <li key={change.id}>
            <span>{say(`operation.${change.operation}`)}</span> <PlainText text={change.title} />
          </li>
        ))}
      </ul>
    </Banner>
  );
}

export function RunEnded() {
  const { stores } = useApp();
  const { say } = useWords();
  const end = useStore(stores.night.ended);
  const [, go] = useLocation();
  const close = (): void => stores.night.forgetEnd();
  const opensReview = end !== null && end.waiting > 0 && stores.night.isNap(end);
  useEffect(() => {
    if (!opensReview) return;
    stores.night.forgetEnd();
    go(pathTo('review'));
  }, [opensReview, stores, go]);
  if (end === null) return null;
  if (end.failure !== null) {
    const { happened, safe, todo } = end.failure;
    return (
      <Banner
        tone="danger"
        title={happened}
        actions={
          <>
            <Trouble kind={end.kind} />
            <Button onClick={close}>{say('action.close')}</Button>
          </>
        }
      >
        {safe} {todo}
      </Banner>
    );
  }
  if (end.preview !== null) return <PreviewEnd found={end.preview} close={close} />;
  // What a dream read stands in its receipt.
  if (end.kind !== 'import' || end.imported === null) return null;
  return (
    <Banner
      tone="plain"
      title={say('importEnd.title', { count: end.imported.newSessions })}
      actions={<Button onClick={close}>{say('action.close')}</Button>}
    />
  );
}
