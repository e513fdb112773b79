// What proves a change: up to two quotes, each a door to its place in the transcript.
import type { Evidence } from '../../shared/memory.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PlainText } from '../ui/PlainText.tsx';
import { agentName } from '../words/agent-name.ts';
import { visibleText } from '../ui/visible-text.ts';
import { subjectOf } from './queue.ts';
import styles from './Quotes.module.css';

const shownMax = 2;

export const quotesOf = (item: ReviewItem): readonly Evidence[] => {
  const own = item.change.against?.evidence ?? subjectOf(item)?.evidence ?? [];
  return own.length > 0 ? own : item.before.flatMap(({ evidence }) => evidence);
};

function Quote({ quote, onOpen }: { readonly quote: Evidence; readonly onOpen: () => void }) {
  const { say, formats, secret } = useWords();
  const source = [
    agentName(quote.agent, say),
    quote.project,
    quote.atMs === null ? null : formats.moment(quote.atMs),
  ];
  return (
    <li>
      <button type="button" className={styles['quote']} onClick={onOpen}>
        <q className={styles['words']} title={visibleText(quote.quote, secret)}>
          <PlainText text={quote.quote} />
        </q>
        <span className={styles['source']}>{source.filter((part) => part !== null).join(' · ')}</span>
        <span className="visually-hidden">{say('card.openQuote')}</span>
      </button>
    </li>
  );
}

export function Quotes({ item }: { readonly item: ReviewItem }) {
  const { stores } = useApp();
  const { say } = useWords();
  const all = quotesOf(item);
  if (all.length === 0) return null;
  const isPoison = item.change.flags.includes('quarantined');
  const open = (i: number) => (): void => stores.evidence.open(all, i, isPoison);
  return (
    <section className={styles['quotes']}>
      <h3>{say('card.evidence')}</h3>
      <ul>
        {all.slice(0, shownMax).map((quote, i) => (
          <Quote key={i} quote={quote} onOpen={open(i)} />
        ))}
      </ul>
      {all.length > shownMax && (
        <Button tone="quiet" isSmall onClick={open(shownMax)}>
          {say('card.moreQuotes', { n: all.length - shownMax })}
        </Button>
      )}
    </section>
  );
}
