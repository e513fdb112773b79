// A contradiction side by side: what stands there, and what was said since, each with its date and source.
import { useState } from 'react';
import type { ApartSide } from '../../shared/decisions.ts';
import type { Evidence } from '../../shared/memory.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { Apart } from './Apart.tsx';
import styles from './BothSides.module.css';

const newest = (all: readonly Evidence[]): Evidence | null =>
  [...all].sort((a, b) => (b.atMs ?? 0) - (a.atMs ?? 0))[0] ?? null;

/** When the first of its proofs was said: since then at the latest it holds. Null where none tells its time. */
function firstSaidMs({ change }: ReviewItem): number | null {
  const times = (change.after?.evidence ?? []).flatMap(({ atMs }) => atMs ?? []);
  return times.length === 0 ? null : Math.min(...times);
}

/** What stands and what was said since, both: only where one would take the other's place. */
function KeepBoth({ item, sinceMs }: { readonly item: ReviewItem; readonly sinceMs: number | null }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const { change, before, state } = item;
  if (change.operation !== 'replace' || change.after === null || state !== 'waiting') return null;
  if (!isOpen) {
    return (
      <div className={styles['apart']}>
        <Button isSmall onClick={() => setIsOpen(true)}>
          {say('both.apart')}
        </Button>
      </div>
    );
  }
  const save = async (sides: readonly ApartSide[]): Promise<void> => {
    const failure = await stores.review.keepBoth(change.id, sides);
    if (failure === null) stores.news.announce(say('conflict.saved'));
    else stores.news.fail(failure);
  };
  return (
    <div className={styles['apart']}>
      <Apart
        entries={[...before, change.after]}
        sinceMs={sinceMs}
        onLeave={() => setIsOpen(false)}
        onSave={(sides) => void save(sides)}
      />
    </div>
  );
}

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
      <KeepBoth key={item.change.id} item={item} sinceMs={firstSaidMs(item)} />
    </div>
  );
}
