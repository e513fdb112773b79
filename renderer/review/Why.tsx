// Why a change was proposed: one line, and on demand the score, the gates, and what it was compared with.
import { ChevronRight } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { Explanation } from '../../shared/engine.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Kbd } from '../ui/Kbd.tsx';
import { classes } from '../ui/classes.ts';
import { PlainText } from '../ui/PlainText.tsx';
import { Gates, ScoreBars, ScoreBullet } from '../ui/ScoreBars.tsx';
import { Table } from '../ui/Table.tsx';
import { Told } from '../ui/Told.tsx';
import { openFact, rawFacts } from './raw-facts.ts';
import styles from './Why.module.css';

// Who decides quickly goes through cards faster than this; for them nothing is asked.
const restMs = 250;

/** Asked for once somebody rests on the change, at once where the row is open; kept while the change is shown. */
function useExplanation(
  change: ReviewItem['change']['id'],
  isOpen: boolean,
): { readonly explanation: Explanation | null; readonly isAsked: boolean } {
  const { stores } = useApp();
  const [known, setKnown] = useState<{ readonly of: string; readonly what: Explanation | null } | null>(null);
  const isKnown = known?.of === change;
  useEffect(() => {
    if (isKnown) return undefined;
    let isGone = false;
    const ask = async (): Promise<void> => {
      const answer = await stores.review.why(change);
      if (!isGone) setKnown({ of: change, what: answer.ok ? answer.value : null });
    };
    const timer = setTimeout(() => void ask(), isOpen ? 0 : restMs);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [stores, change, isOpen, isKnown]);
  return { explanation: isKnown ? known.what : null, isAsked: isKnown };
}

function Neighbours({ neighbours }: Pick<Explanation, 'neighbours'>) {
  const { say, formats } = useWords();
  if (neighbours.length === 0) return null;
  return (
    <Table
      caption={say('card.neighbours')}
      columns={[
        { title: say('card.neighbour') },
        { title: say('card.likeness'), isNumber: true },
        { title: say('card.merged') },
        { title: say('card.whyColumn') },
      ]}
      rows={neighbours.map(({ text, likeness, merged, why }, i) => ({
        key: String(i),
        cells: [
          <PlainText key="text" text={text} />,
          formats.score(likeness),
          say(merged ? 'card.yes' : 'card.no'),
          <Told key="why" text={why} />,
        ],
      }))}
    />
  );
}

function Details({
  item,
  explanation,
}: {
  readonly item: ReviewItem;
  readonly explanation: Explanation | null;
}) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const { after, closes } = item.change;
  const score = after?.score ?? null;
  const dimensions = after?.dimensions ?? null;
  return (
    <div className={styles['details']}>
      {closes.map(({ entryId, because }) => (
        <p key={entryId} className={styles['closes']}>
          {say('card.closes')}: <Told text={because} />
        </p>
      ))}
      {after !== null && score !== null && dimensions !== null ? (
        <ScoreBars
          score={score}
          needed={explanation?.scoreNeeded ?? null}
          dimensions={dimensions}
          facts={rawFacts(after, say, formats)}
          {...(after.evidence.length === 0 ? {} : { onFact: openFact(after, stores.evidence) })}
        />
      ) : (
        <p className={styles['closes']}>{say('card.noScore')}</p>
      )}
      {explanation !== null && (
        <>
          <Gates gates={explanation.gates} />
          <Neighbours neighbours={explanation.neighbours} />
        </>
      )}
    </div>
  );
}

export interface WhyProps {
  readonly item: ReviewItem;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

export function Why({ item, isOpen, onToggle }: WhyProps) {
  const { say, formats } = useWords();
  const details = useId();
  const { explanation, isAsked } = useExplanation(item.change.id, isOpen);
  const score = item.change.after?.score ?? null;
  const needed = explanation?.scoreNeeded ?? null;
  const label = (): string => {
    if (score === null) return say('card.why');
    const shown = formats.score(score);
    return needed === null
      ? say('card.whyScore', { score: shown })
      : say('card.whyScoreOf', { score: shown, needed: formats.score(needed) });
  };
  return (
    <section className={styles['why']} data-asking={isAsked ? undefined : true}>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={isOpen}
        aria-controls={details}
        aria-keyshortcuts="W"
        onClick={onToggle}
      >
        <ChevronRight size={14} aria-hidden="true" className={styles['chevron']} />
        <span className={classes(styles['label'], score !== null && styles['scored'])}>{label()}</span>
        {score !== null && (
          <span className={styles['bullet']}>
            <ScoreBullet score={score} needed={needed} />
          </span>
        )}
        <span className={styles['sentence']}>
          <Told text={item.change.why} />
        </span>
        <Kbd>W</Kbd>
      </button>
      <div id={details} hidden={!isOpen}>
        {isOpen && <Details item={item} explanation={explanation} />}
      </div>
    </section>
  );
}
