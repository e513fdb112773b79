// Reads a backup to its last row, so that nobody learns on the day they need it that it is broken.
import { useState } from 'react';
import type { VerifyReport } from '../../shared/carry.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { FailureBanner } from '../ui/FailureBanner.tsx';
import styles from './DataSection.module.css';
import { PathField } from './PathField.tsx';
import { isWholePath } from './readings.ts';
import { useAsked } from './use-asked.ts';

export function VerifyBackup() {
  const { bridge } = useApp();
  const { say, formats } = useWords();
  const [path, setPath] = useState('');
  const { ask, answer, isAsking } = useAsked<VerifyReport>();
  return (
    <div className={styles['task']}>
      <PathField label={say('settings.verifyFile')} path={path} onChange={setPath} />
      <div>
        <Button
          disabled={isAsking || !isWholePath(path)}
          onClick={() => ask(bridge.call('app.verifyBackup', { file: path.trim() }))}
        >
          {say(isAsking ? 'settings.verifying' : 'settings.verify')}
        </Button>
      </div>
      {answer !== null && !answer.ok && <FailureBanner failure={answer.error} />}
      {answer !== null && answer.ok && (
        <Banner
          tone="plain"
          title={say('settings.verified', { when: formats.moment(answer.value.madeAtMs) })}
        >
          <p>
            {say('settings.verifiedText', {
              count: answer.value.files,
              size: formats.bytes(answer.value.bytes),
              sessions: formats.number(answer.value.counts.sessions),
              entries: formats.number(answer.value.counts.activeEntries),
            })}
          </p>
        </Banner>
      )}
    </div>
  );
}
