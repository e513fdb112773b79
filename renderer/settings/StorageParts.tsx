// What lies in the data folder, by what it is and how large.
import { useEffect } from 'react';
import type { StorageReport } from '../../shared/carry.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import styles from './DataSection.module.css';
import { useAsked } from './use-asked.ts';

export function StorageParts() {
  const { bridge } = useApp();
  const { say, formats } = useWords();
  const { ask, answer } = useAsked<StorageReport>();
  // Asked when it is looked at: its size changes with each night.
  useEffect(() => ask(bridge.call('app.storage', {})), []);
  if (answer === null) return null;
  if (!answer.ok) return <FailureBanner failure={answer.error} />;
  const { bytes, parts, backups } = answer.value;
  return (
    <dl className={styles['facts']}>
      <div className={styles['part']}>
        <dt>{say('settings.size')}</dt>
        <dd>{formats.bytes(bytes)}</dd>
      </div>
      {parts.map((part) => (
        <div key={part.kind} className={styles['part']}>
          <dt>
            {say(`settings.part.${part.kind}`)}
            {part.kind === 'backups' &&
              backups.map(({ path }) => (
                <span key={path} className={styles['file']}>
                  <PlainText text={path} />
                </span>
              ))}
          </dt>
          <dd>{formats.bytes(part.bytes)}</dd>
        </div>
      ))}
    </dl>
  );
}
