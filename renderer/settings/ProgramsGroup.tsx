// The Dreams API for programs: at which address it is answered, and the key that they show.
import { useState } from 'react';
import type { AppFacts } from '../../shared/contract.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import styles from './DataSection.module.css';
import { FactRows } from '../ui/FactRows.tsx';
import { Group } from './Group.tsx';

export function ProgramsGroup({ host }: { readonly host: AppFacts['host'] }) {
  const { bridge, stores } = useApp();
  const { say } = useWords();
  const [key, setKey] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const ask = async (renew: boolean): Promise<void> => {
    setIsAsking(false);
    const answer = await bridge.call('app.apiKey', { renew });
    if (answer.ok) setKey(answer.value.key);
    else stores.news.fail(answer.error);
  };
  const rows = [
    ...(host === 'browser' ? [[say('settings.apiAddress'), window.location.origin] as const] : []),
    ...(key === null ? [] : [[say('settings.apiKey'), key] as const]),
  ];
  return (
    <Group title={say('settings.api')}>
      <p className={styles['words']}>
        {say(host === 'browser' ? 'settings.apiText' : 'settings.apiTextDesktop')}
      </p>
      <FactRows rows={rows} />
      <div className={styles['buttons']}>
        {key === null && <Button onClick={() => void ask(false)}>{say('settings.apiShow')}</Button>}
        <Button onClick={() => setIsAsking(true)}>{say('settings.apiRenew')}</Button>
      </div>
      <Dialog
        title={say('settings.apiRenewSure')}
        description={say('settings.apiRenewText')}
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        actions={
          <>
            <Button onClick={() => setIsAsking(false)}>{say('action.cancel')}</Button>
            <Button tone="danger" onClick={() => void ask(true)}>
              {say('settings.apiRenew')}
            </Button>
          </>
        }
      />
    </Group>
  );
}
