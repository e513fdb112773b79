// Nothing is left to decide: the night once more, and when the next one comes. No confetti.
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { EmptyState } from '../ui/Page.tsx';
import { Hypnogram } from '../ui/Hypnogram.tsx';
import { sleepOfReceipt } from '../ui/sleep.ts';
import { describeSleep } from '../tonight/describe-sleep.ts';
import cardStyles from './ChangeCard.module.css';

/** `isDecided`: decisions wait for Apply; else there was nothing at all. */
export function Done({ isDecided, approved }: { readonly isDecided: boolean; readonly approved: number }) {
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
        <p>{isDecided ? say('done.decidedText') : say('done.none')}</p>
        <p>{next}</p>
      </EmptyState>
      {sleep !== null && !isDecided && <Hypnogram sleep={sleep} label={describeSleep(sleep, say, formats)} />}
    </div>
  );
}
