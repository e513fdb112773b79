// What a night that was woken, or stopped at a limit, had ready: review it, throw it away, or dream on. Thrown away is no
// verdict, and comes back whole.
import type { ReactNode } from 'react';
import type { Receipt } from '../../shared/dream.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useWords } from '../app/AppContext.tsx';
import { proposedIn } from '../tonight/proposed-in.ts';
import { useNightHands } from '../tonight/use-night-hands.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Told } from '../ui/Told.tsx';
import { partialOf, type PartialBy } from './partial.ts';

export interface PartialNightProps {
  readonly receipt: Receipt;
  /** Opens the first of its changes that waits. */
  readonly onReview: (change: string) => void;
  /** In its place where nothing of it waits any more. */
  readonly otherwise?: ReactNode;
}

interface BannerProps extends PartialNightProps {
  readonly by: PartialBy;
}

function useTitle({ receipt, by }: BannerProps): string {
  const { say, formats } = useWords();
  const count = proposedIn(receipt);
  switch (by) {
    case 'woken':
      return say('tonight.wokenTitle', {
        count,
        time: formats.time(receipt.startedAtMs + receipt.tookMs),
      });
    case 'budget': {
      const cap = receipt.mind?.cap ?? null;
      return say('partial.budget', { count, cap: cap === null ? '' : say(`mind.cap.${cap}`) });
    }
    default:
      return assertNever(by);
  }
}

function Standing(props: BannerProps) {
  const { receipt, by, onReview, otherwise = null } = props;
  const { stores } = useApp();
  const { say } = useWords();
  const hands = useNightHands();
  const title = useTitle(props);
  const items = useRemote(stores.review.items);
  const discarded = useRemote(stores.review.discarded);
  if (items.kind !== 'ready' || discarded.kind !== 'ready') return null;
  const waiting = items.value.filter(
    ({ state, change }) => state === 'waiting' && change.nightId === receipt.nightId,
  );
  const gone = discarded.value?.night === receipt.nightId ? discarded.value.changeIds.length : 0;
  const [first] = waiting;
  if (first === undefined && gone === 0) return otherwise;
  const discard = async (): Promise<void> => {
    const failure = await stores.review.discard(receipt.nightId);
    if (failure !== null) return stores.news.fail(failure);
    return stores.news.announce(say('partial.discarded', { count: waiting.length }));
  };
  const undo = async (): Promise<void> => {
    const answer = await stores.review.undo();
    if (!answer.ok) stores.news.fail(answer.error);
  };
  return (
    <Banner
      tone="warn"
      title={title}
      actions={
        <>
          {first === undefined ? (
            <Button onClick={() => void undo()}>{say('partial.undo')}</Button>
          ) : (
            <>
              <Button tone="primary" onClick={() => onReview(first.change.id)}>
                {say('partial.review', { n: waiting.length })}
              </Button>
              <Button onClick={() => void discard()}>{say('partial.discard')}</Button>
            </>
          )}
          <Button onClick={hands.start}>{say('partial.continue')}</Button>
        </>
      }
    >
      {first === undefined ? (
        <p>
          {say('partial.discarded', { count: gone })} {say('partial.discardText')}
        </p>
      ) : (
        <p>
          {by === 'woken' ? <Told text={receipt.because} /> : say('partial.budgetText')} {say('partial.text')}
        </p>
      )}
    </Banner>
  );
}

/** Nothing for a night that saw everything, or of which nothing waits any more. */
export function PartialNight(props: PartialNightProps) {
  const by = partialOf(props.receipt);
  return by === null ? null : <Standing {...props} by={by} />;
}
