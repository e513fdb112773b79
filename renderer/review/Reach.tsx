// Whom a change reaches, and what it costs or spares them.
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import type { Say } from '../words/words.ts';
import { agentName } from '../words/agent-name.ts';
import { scopeName } from '../words/scope-name.ts';
import { reachOf, subjectOf, tokenChange } from './queue.ts';
import styles from './Reach.module.css';

function tokensSentence(by: number, say: Say): string {
  if (by === 0) return say('card.tokensSame');
  return by > 0 ? say('card.tokensMore', { count: by }) : say('card.tokensLess', { count: -by });
}

export function Reach({ item }: { readonly item: ReviewItem }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const settings = useValue(stores.settings.settings);
  const subject = subjectOf(item);
  const agents = reachOf(item, settings?.agentsReceivingShared ?? []);
  if (subject === null || item.change.operation === 'note') return null;
  return (
    <dl className={styles['reach']}>
      <dt>{say('card.reaches')}</dt>
      <dd>
        {agents.length === 0
          ? say('card.reachesNone')
          : formats.list(agents.map((agent) => agentName(agent, say)))}
        {subject.scope !== 'global' && ` · ${scopeName(subject.scope, say)}`}
        {` · ${tokensSentence(tokenChange(item), say)}`}
      </dd>
    </dl>
  );
}
