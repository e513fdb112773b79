// How much is set aside in quarantine, folded, with the reasons; the quarantine itself stands in Sources.
import { Hexagon } from 'lucide-react';
import { Link } from 'wouter';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { orderReasons } from '../../shared/quarantine.ts';
import styles from './SetAsideRow.module.css';

export function SetAsideRow() {
  const { stores } = useApp();
  const { say } = useWords();
  const items = useRemote(stores.quarantine.items);
  const waiting = items.kind === 'ready' ? items.value.filter(({ state }) => state === 'waiting') : [];
  if (waiting.length === 0) return null;
  const reasons = orderReasons.flatMap((reason) => {
    const count = waiting.filter((item) => item.reason === reason).length;
    return count === 0 ? [] : [{ reason, count }];
  });
  return (
    <details className={styles['row']}>
      <summary>
        <Hexagon size={12} aria-hidden="true" /> {say('review.inQuarantine', { count: waiting.length })}
      </summary>
      <ul>
        {reasons.map(({ reason, count }) => (
          <li key={reason}>
            {say(`quarantine.reason.${reason}`)}: {count}
          </li>
        ))}
      </ul>
      <p>{say('evidence.notWritten')}</p>
      <Link href={pathTo('sources', 'quarantine')}>{say('review.openQuarantine')}</Link>
    </details>
  );
}
