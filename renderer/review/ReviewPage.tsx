// The morning: the queue at the left, one change at a time at the right, and one Apply for all of it.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { ReviewItem } from '../../shared/proposal.ts';
import { assertNever } from '../../shared/result.ts';
import { useApp, useRemote, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import type { DiffLayout } from '../ui/DiffView.tsx';
import { Failed, Loading, Page } from '../ui/Page.tsx';
import { ApplySheet } from './ApplySheet.tsx';
import { AsideCard } from './AsideCard.tsx';
import { ChangeCard } from './ChangeCard.tsx';
import { FileConflictCard, PlacedCard } from './ConflictCard.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import type { Open } from './desk.ts';
import { Done } from './Done.tsx';
import { DuplicateDialog } from './DuplicateDialog.tsx';
import { EditCard } from './EditCard.tsx';
import { GroupCard } from './GroupCard.tsx';
import { minutesFor } from './queue.ts';
import { MemoryConflictCard } from './MemoryConflictCard.tsx';
import { PartialNight } from './PartialNight.tsx';
import { QueueList } from './QueueList.tsx';
import { Receipt } from './Receipt.tsx';
import { RejectDialog } from './RejectDialog.tsx';
import styles from './ReviewPage.module.css';
import { useDesk, type DeskHands } from './use-desk.ts';
import { useReviewActions, type View } from './use-review-actions.ts';
import { useSettle } from './use-settle.ts';

interface OpenedProps {
  readonly open: Open;
  readonly hands: DeskHands;
  readonly view: View;
}

/** To the first of the queue; null where nothing else is there. */
function backFrom({ desk, open }: DeskHands): (() => void) | null {
  const [first] = desk.queue.cards;
  return first === undefined ? null : () => open(first.id);
}

/** What is open, by its kind. */
function Opened({ open, hands, view }: OpenedProps) {
  const { stores } = useApp();
  const settle = useSettle(hands);
  switch (open.kind) {
    case 'question':
      return (
        <FileConflictCard
          key={open.id}
          question={open.question}
          onSettle={(settled) => settle.file(open.question, settled)}
          onPlace={(wish) => settle.place(open.question.path, wish)}
          onBack={backFrom(hands)}
        />
      );
    case 'placed':
      return (
        <PlacedCard
          key={open.id}
          placed={open.placed}
          onAsk={() => settle.place(open.placed.path, { how: 'ask' })}
        />
      );
    case 'conflict':
      return (
        <MemoryConflictCard
          key={open.id}
          conflict={open.conflict}
          onSettle={(keep) => settle.memory(open.id, keep)}
          onKeepApart={(sides) => settle.apart(open.id, sides)}
        />
      );
    case 'aside':
      return (
        <AsideCard
          key={open.id}
          item={open.item}
          onDismiss={() => hands.decide({ kind: 'rejected' })}
          onRelease={() => stores.review.release(open.id)}
        />
      );
    case 'card': {
      if (open.card.kind === 'duplicates') return <GroupCard items={open.card.items} />;
      const { item } = open.card;
      if (view.isEditing) {
        return (
          <EditCard
            key={open.id}
            item={item}
            onLeave={view.leaveEdit}
            onSave={(text) => {
              view.leaveEdit();
              hands.decideOn([item], { kind: 'edited', text });
            }}
          />
        );
      }
      return (
        <ChangeCard
          item={item}
          layout={view.layout}
          isWhyOpen={view.isWhyOpen}
          onWhy={view.toggleWhy}
          isBothOpen={view.isBothOpen}
        />
      );
    }
    default:
      return assertNever(open);
  }
}

/** The filter, or the kind that is chosen, leaves out all that waits. */
function NoneHere({ waiting }: { readonly waiting: number }) {
  const { stores } = useApp();
  const { say } = useWords();
  const filter = useStore(stores.review, (place) => place.filter);
  return (
    <div className={styles['none']}>
      <p>{say(filter === '' ? 'review.noneInSplit' : 'review.noneFound')}</p>
      <Button onClick={() => stores.review.move({ filter: '', split: 'all' })}>
        {say('review.showWaiting', { count: waiting })}
      </Button>
    </div>
  );
}

function Right({ hands, view }: { readonly hands: DeskHands; readonly view: View }) {
  const { stores } = useApp();
  const receipt = useStore(stores.review, (place) => place.receipt);
  const { desk } = hands;
  const { queue, open } = desk;
  const isDecided = queue.approved + queue.rejected > 0;
  const last = useValue(stores.night.state)?.last ?? null;
  return (
    <div className={styles['right']}>
      <div className={styles['scroll']}>
        {receipt !== null && <Receipt receipt={receipt} />}
        {last !== null && <PartialNight receipt={last} onReview={hands.open} />}
        {open === null && queue.waiting > 0 ? (
          <NoneHere waiting={queue.waiting} />
        ) : open === null ? (
          <Done isDecided={isDecided && receipt === null} approved={queue.approved} hand={desk.hand.length} />
        ) : (
          <Opened open={open} hands={hands} view={view} />
        )}
      </div>
      {open?.kind === 'card' && !view.isEditing && <DecisionBar card={open.card} hands={hands} />}
    </div>
  );
}

function Desk({ items }: { readonly items: readonly ReviewItem[] }) {
  const { say } = useWords();
  const hands = useDesk(items);
  const [layout, setLayout] = useState<DiffLayout>('unified');
  const { view, dialogs } = useReviewActions(hands, layout, setLayout);
  const { queue } = hands.desk;
  const waiting = queue.waiting;
  const subtitle =
    waiting > 0
      ? say('review.subtitle', { count: waiting, minutes: minutesFor(waiting) })
      : say(queue.approved + queue.rejected > 0 ? 'review.allDecided' : 'review.nothing');
  const { stores } = useApp();
  const expired = useValue(stores.review.expired)?.length ?? 0;
  const quarantined = useRemote(stores.quarantine.items);
  // What is set aside is named also on a morning that brought nothing else.
  const isNothingAside =
    quarantined.kind !== 'ready' || quarantined.value.every(({ state }) => state !== 'waiting');
  const isEmpty = hands.desk.all.length === 0 && queue.later === 0 && expired === 0 && isNothingAside;
  return (
    <Page
      isFull
      title={say('place.review')}
      subtitle={<Night subtitle={subtitle} />}
      actions={<ActionButton action="review.undo" tone="quiet" />}
    >
      <div className={isEmpty ? styles['alone'] : styles['desk']}>
        {!isEmpty && <QueueList hands={hands} />}
        <Right hands={hands} view={view} />
      </div>
      <RejectDialog isOpen={dialogs.isRejecting} onClose={dialogs.close} onReject={dialogs.onReject} />
      <DuplicateDialog
        of={dialogs.duplicateOf}
        others={items}
        onClose={dialogs.close}
        onPick={dialogs.onDuplicate}
      />
      <ApplySheet isOpen={dialogs.isApplying} approved={queue.approved} onClose={dialogs.close} />
    </Page>
  );
}

/** How many, how long, and of which night. */
function Night({ subtitle }: { readonly subtitle: string }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const last = useValue(stores.night.state)?.last ?? null;
  if (last === null) return subtitle;
  return `${subtitle} · ${say('review.night', { day: formats.day(last.startedAtMs) })}`;
}

export function ReviewPage() {
  const { stores } = useApp();
  const { say } = useWords();
  const items = useRemote(stores.review.items);
  useRemote(stores.review.plan);
  useRemote(stores.review.conflicts);
  switch (items.kind) {
    case 'loading':
      return (
        <Page title={say('place.review')}>
          <Loading />
        </Page>
      );
    case 'failed':
      return (
        <Page title={say('place.review')}>
          <Failed failure={items.failure} onRetry={() => void stores.review.items.load()} />
        </Page>
      );
    case 'ready':
      return <Desk items={items.value} />;
    default:
      return assertNever(items);
  }
}
