// Nothing is left to decide: the night once more, and when the next one comes. No confetti.
import type { NightId } from '../../shared/ids.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Page.tsx';
import { Hypnogram } from '../ui/Hypnogram.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { describeSleep } from '../tonight/describe-sleep.ts';
import cardStyles from './ChangeCard.module.css';
import styles from './Done.module.css';

/** What became of the last night's changes; where none was decided yet, that more may come. */
function Became({ night }: { readonly night: NightId }) {
  const { stores } = useApp();
  const { say } = useWords();
  const changes = useRemote(stores.diary.changes.at(night));
  const states = changes.kind === 'ready' ? changes.value.map(({ state }) => state) : [];
  const applied = states.filter((state) => state === 'applied').length;
  const rejected = states.filter((state) => state === 'rejected' || state === 'duplicate').length;
  const later = states.filter((state) => state === 'snoozed').length;
  const parts = [
    applied > 0 ? say('diary.applied', { count: applied }) : null,
    rejected > 0 ? say('review.rejectedCount', { n: rejected }) : null,
    later > 0 ? say('review.laterCount', { n: later }) : null,
  ].filter((part) => part !== null);
  return <p>{parts.length === 0 ? say('done.none') : parts.join(' · ')}</p>;
}

export interface DoneProps {
  /** Decisions wait for Apply; else there was nothing at all. */
  readonly isDecided: boolean;
  readonly approved: number;
  /** So many still need a hand. */
  readonly hand: number;
}

export function Done({ isDecided, approved, hand }: DoneProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const night = useValue(stores.night.state);
  const due = night?.next.dueAtMs ?? null;
  const last = night?.last ?? null;
  const sleep = last === null ? null : sleepOfReceipt(last);
  const next =
    due === null
      ? say('tonight.off')
      : say('receipt.next', { when: `${formats.time(due)} ${formats.day(due)}` });
  return (
    <div className={cardStyles['card']}>
      <EmptyState
        kind="all-done"
        title={say(isDecided ? 'done.decided' : 'done.title')}
        {...(isDecided && approved > 0
          ? {
              actions: (
                <ActionButton action="review.apply" tone="primary">
                  {say('review.applyCount', { count: approved })}
                </ActionButton>
              ),
            }
          : {})}
      >
        {isDecided ? (
          <p>{say('done.decidedText')}</p>
        ) : last === null ? (
          <p>{say('done.none')}</p>
        ) : (
          <Became night={last.nightId} />
        )}
        {hand > 0 && (
          <p className={styles['hand']}>
            {say('done.hand', { count: hand })} <ActionButton action="review.resolve" isSmall />
          </p>
        )}
        <p>{next}</p>
      </EmptyState>
      {sleep !== null && !isDecided && <Hypnogram sleep={sleep} label={describeSleep(sleep, say, formats)} />}
    </div>
  );
}
