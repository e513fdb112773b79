// What was masked before anything was kept, whose words count, and what is left out.
import { useState } from 'react';
import { useStore } from 'zustand';
import { Link } from 'wouter';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { Button } from '../ui/Button.tsx';
import { Panel } from '../ui/Page.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { MaskedSheet } from './MaskedSheet.tsx';
import styles from './Privacy.module.css';

export function Privacy() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [isLooking, setIsLooking] = useState(false);
  // Known once somebody looked: it goes through all that is kept.
  const known = useStore(stores.sources.masked);
  const all = known.kind === 'ready' ? known.value : null;
  const report = useStore(stores.sources.scanned);
  const last = useValue(stores.night.state)?.last ?? null;
  const excluded = useValue(stores.settings.settings)?.excludedProjects ?? [];
  const masked =
    report !== null
      ? say('sources.maskedScan', { count: report.maskedSecrets })
      : last === null
        ? say('sources.maskedNone')
        : say('sources.maskedNight', {
            count: last.read.maskedSecrets,
            when: formats.date(last.startedAtMs),
          });
  return (
    <Panel title={say('sources.privacy')}>
      <dl className={styles['facts']}>
        <div>
          <dt>{say('sources.masked')}</dt>
          <dd>
            {masked}
            {all !== null &&
              all.secrets > 0 &&
              ` ${say('sources.maskedAll', {
                count: all.secrets,
                kinds: say('sources.kinds', { count: all.kinds.length }),
              })}`}{' '}
            <Button isSmall aria-haspopup="dialog" onClick={() => setIsLooking(true)}>
              {say('sources.seeWhere')}
            </Button>
          </dd>
        </div>
        <div>
          <dt>{say('sources.trust')}</dt>
          <dd>{say('sources.trustText')}</dd>
        </div>
        <div>
          <dt>{say('sources.excluded')}</dt>
          <dd>
            {excluded.length === 0 ? (
              say('sources.excludedNone')
            ) : (
              <>
                <PlainText text={formats.list(excluded)} />.
              </>
            )}{' '}
            <Link href={pathTo('settings', 'focus')}>{say('sources.excludedEdit')}</Link>
          </dd>
        </div>
      </dl>
      {isLooking && <MaskedSheet onClose={() => setIsLooking(false)} />}
    </Panel>
  );
}
