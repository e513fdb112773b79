// What became of a night's proposals, and the way to take back all that was applied of them.
import { useState } from 'react';
import type { Receipt } from '../../shared/dream.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { DrillBadge } from '../tonight/DrillBadge.tsx';
import { proposedIn } from '../tonight/proposed-in.ts';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { TakeBackDialog } from '../memory/TakeBackDialog.tsx';
import styles from './NightReceipt.module.css';

export function NightReceipt({ receipt }: { readonly receipt: Receipt }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const [isAsking, setIsAsking] = useState(false);
  const items = useValue(stores.diary.changes.at(receipt.nightId)) ?? [];
  const versions = (useValue(stores.memory.versions) ?? []).filter(
    ({ nightId }) => nightId === receipt.nightId,
  );
  const count = (...states: readonly ReviewItem['state'][]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  const waiting = count('waiting', 'approved');
  const applied = count('applied');
  const rejected = count('rejected', 'duplicate');
  const later = count('snoozed');
  const parts = [
    say('diary.proposed', { count: proposedIn(receipt) }),
    waiting > 0 ? say('diary.waiting', { count: waiting }) : null,
    applied > 0 ? say('diary.applied', { count: applied }) : null,
    rejected > 0 ? say('review.rejectedCount', { n: rejected }) : null,
    later > 0 ? say('review.laterCount', { n: later }) : null,
    ...versions.map(({ number, added, closed }) =>
      say('diary.version', { number, added: formats.number(added), closed: formats.number(closed) }),
    ),
  ].filter((part) => part !== null);
  return (
    <section className={styles['receipt']} aria-label={say('diary.receipt')}>
      <div className={styles['words']}>
        <p className={styles['line']}>
          <Chip>{say(`tonight.outcome.${receipt.outcome}`)}</Chip>
          {receipt.sample && <Chip tone="warn">{say('tonight.sample')}</Chip>}
          {receipt.programDream !== undefined && <Chip>{say('diary.byProgram')}</Chip>}
          <span>
            {formats.time(receipt.startedAtMs)}–{formats.time(receipt.startedAtMs + receipt.tookMs)}
          </span>
          <DrillBadge drill={receipt.drill} />
        </p>
        <p>{parts.join(' · ')}</p>
      </div>
      {applied > 0 && <Button onClick={() => setIsAsking(true)}>{say('diary.rollBack')}</Button>}
      {isAsking && (
        <TakeBackDialog
          target={{ kind: 'night', id: receipt.nightId }}
          title={say('diary.rollBackTitle')}
          onClose={() => setIsAsking(false)}
        />
      )}
    </section>
  );
}
