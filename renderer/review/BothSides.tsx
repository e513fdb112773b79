// A contradiction side by side: what stands there, and what was said since, each with its date and source.
import type { Evidence } from '../../shared/memory.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import styles from './BothSides.module.css';

const newest = (all: readonly Evidence[]): Evidence | null =>
  [...all].sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0))[0] ?? null;

export function BothSides({ item }: { readonly item: ReviewItem }) {
  const { say, formats } = useWords();
  const [stands] = item.before;
  const said = newest(item.change.after?.evidence ?? []);
  return (
    <div className={styles['both']}>
      <section className={styles['side']}>
        <h3>{say('both.now')}</h3>
        {stands !== undefined && (
          <>
            <p>
              <PlainText text={stands.text} />
            </p>
            <p className={styles['source']}>
              <PlainText text={stands.places[0]?.path ?? ''} />{' '}
              {say('card.knownSince', { day: formats.date(stands.validity.knownFromMs) })}
            </p>
          </>
        )}
        <ActionButton action="review.reject" isSmall>
          {say('both.keep')}
        </ActionButton>
      </section>
      <section className={styles['side']}>
        <h3>{say('both.dream')}</h3>
        <p>
          <PlainText text={said?.quote ?? item.change.title} />
        </p>
        {said !== null && (
          <p className={styles['source']}>
            {[agentName(said.agent, say), said.project, said.atMs === null ? null : formats.moment(said.atMs)]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        )}
        <ActionButton action="review.approve" isSmall>
          {say('both.newer')}
        </ActionButton>
      </section>
    </div>
  );
}
