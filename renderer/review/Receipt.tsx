// After Apply: what was written where, and one button that takes all of it back. It does not expire.
import { useState } from 'react';
import { useApp, useWords } from '../app/AppContext.tsx';
import type { Applied } from '../stores/review.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { Table } from '../ui/Table.tsx';
import { BackupName } from './BackupName.tsx';
import cardStyles from './ChangeCard.module.css';
import styles from './Receipt.module.css';

function Written({ receipt }: { readonly receipt: Applied }) {
  const { say, formats } = useWords();
  const files = receipt.files?.written ?? [];
  if (files.length === 0) return <p>{say('apply.noFiles')}</p>;
  return (
    <Table
      caption={say('receipt.files', { count: files.length })}
      columns={[
        { title: say('apply.file') },
        { title: say('apply.lines'), isNumber: true },
        { title: say('apply.backup') },
      ]}
      rows={files.map((file) => ({
        key: file.path,
        cells: [
          <span key="path" className={styles['path']}>
            <PlainText text={file.path} />
            {file.rebased && <span className={styles['note']}> {say('receipt.rebased')}</span>}
          </span>,
          `+${formats.number(file.linesAdded)} −${formats.number(file.linesRemoved)}`,
          <BackupName key="backup" backup={file.backup} />,
        ],
      }))}
    />
  );
}

export function Receipt({ receipt }: { readonly receipt: Applied }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [isWorking, setIsWorking] = useState(false);
  const undo = async (): Promise<void> => {
    setIsWorking(true);
    const failure = await stores.review.takeBack();
    setIsWorking(false);
    if (failure === null) stores.news.announce(say('receipt.undone'));
    else stores.news.fail(failure);
  };
  const parts = [
    say('receipt.applied', { count: receipt.applied.length }),
    receipt.rejected > 0 ? say('receipt.rejected', { n: receipt.rejected }) : null,
    receipt.later > 0 ? say('receipt.later', { n: receipt.later }) : null,
  ];
  return (
    <article aria-label={say('receipt.title')} className={cardStyles['card']}>
      <h2 className={cardStyles['title']}>{parts.filter((part) => part !== null).join(' · ')}</h2>
      {receipt.isTakenBack ? (
        <Banner tone="plain" title={say('receipt.undone')} />
      ) : (
        <>
          {receipt.filesFailure !== null && (
            <Banner tone="danger" title={say('receipt.filesFailed')}>
              {receipt.filesFailure.happened} {receipt.filesFailure.todo}
            </Banner>
          )}
          <Written receipt={receipt} />
          {receipt.version !== null && (
            <p className={styles['note']}>{say('receipt.version', { n: receipt.version.number })}</p>
          )}
          <div>
            <Button disabled={isWorking} onClick={() => void undo()}>
              {say('receipt.undoAll')}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}
