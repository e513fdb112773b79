// The queue at the left: kinds, changes, what needs a hand, what was set aside, and Apply at its foot.
import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowLeftRight, Check, Clock, Hexagon, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { ReviewItem } from '../../shared/proposal.ts';
import { assertNever } from '../../shared/result.ts';
import { useActions, useApp, useValue, useWords } from '../app/AppContext.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { classes } from '../ui/classes.ts';
import { PlainText } from '../ui/PlainText.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import type { DeskHands } from './use-desk.ts';
import type { Open } from './desk.ts';
import { itemsOf, splits, type Card } from './queue.ts';
import { SetAsideRow } from './SetAsideRow.tsx';
import styles from './QueueList.module.css';

interface RowProps {
  readonly id: string;
  readonly isOpen: boolean;
  readonly label: ReactNode;
  readonly title: ReactNode;
  readonly state?: ReviewItem['state'];
  readonly isFlagged?: boolean;
  readonly onOpen: (id: string) => void;
}

const stateIcons = { approved: Check, rejected: X, duplicate: X, snoozed: Clock } as const;

function StateIcon({ state }: { readonly state: ReviewItem['state'] }) {
  const { say } = useWords();
  if (state === 'waiting' || !(state in stateIcons)) return null;
  const Icon = stateIcons[state as keyof typeof stateIcons];
  return (
    <span className={classes(styles['state'], styles[state])}>
      <Icon size={14} aria-hidden="true" />
      <span className="visually-hidden">{say(`state.${state}`)}</span>
    </span>
  );
}

function Row({ id, isOpen, label, title, state = 'waiting', isFlagged = false, onOpen }: RowProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isOpen) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <button
      ref={button}
      type="button"
      className={classes(
        styles['row'],
        isFlagged && styles['flagged'],
        state !== 'waiting' && styles['decided'],
      )}
      aria-current={isOpen || undefined}
      onClick={() => onOpen(id)}
    >
      <span className={styles['operation']}>{label}</span>
      <span className={styles['title']}>{title}</span>
      <StateIcon state={state} />
    </button>
  );
}

function CardRow({ card, hands }: { readonly card: Card; readonly hands: DeskHands }) {
  const { say } = useWords();
  const [first] = itemsOf(card);
  const shared = { id: card.id, isOpen: hands.desk.open?.id === card.id, onOpen: hands.open };
  if (card.kind === 'duplicates') {
    return (
      <Row
        {...shared}
        label={say('operation.merge')}
        title={say('group.title', { count: card.items.length })}
        state={first?.state ?? 'waiting'}
      />
    );
  }
  const { change, state } = card.item;
  return (
    <Row
      {...shared}
      label={say(`operation.${change.operation}`)}
      title={<PlainText text={change.title} />}
      state={state}
      isFlagged={change.flags.length > 0}
    />
  );
}

function handTitle(open: Open): string {
  switch (open.kind) {
    case 'question':
      return open.question.path;
    case 'placed':
      return open.placed.path;
    case 'conflict':
      return open.conflict.because;
    case 'card':
    case 'aside':
      return '';
    default:
      return assertNever(open);
  }
}

function HandRow({ open, hands }: { readonly open: Open; readonly hands: DeskHands }) {
  const { say } = useWords();
  if (open.kind === 'card') return <CardRow card={open.card} hands={hands} />;
  return (
    <Row
      id={open.id}
      isOpen={hands.desk.open?.id === open.id}
      label={
        <>
          <ArrowLeftRight size={12} aria-hidden="true" />{' '}
          {say(open.kind === 'placed' ? 'conflict.saved' : 'conflict.title')}
        </>
      }
      title={<PlainText text={handTitle(open)} />}
      isFlagged={open.kind !== 'placed'}
      onOpen={hands.open}
    />
  );
}

function Aside({ hands }: { readonly hands: DeskHands }) {
  const { say } = useWords();
  const { setAside } = hands.desk.queue;
  if (setAside.length === 0) return null;
  return (
    <section className={styles['part']} aria-label={say('review.setAside')}>
      <h2>{say('review.setAside')}</h2>
      <ul>
        {setAside.map((item) => (
          <li key={item.change.id}>
            <Row
              id={item.change.id}
              isOpen={hands.desk.open?.id === item.change.id}
              label={
                <>
                  <Hexagon size={12} aria-hidden="true" /> {say('flag.quarantined')}
                </>
              }
              title={<PlainText text={item.change.title} />}
              onOpen={hands.open}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Filter() {
  const { stores } = useApp();
  const { say } = useWords();
  const filter = useStore(stores.review, (place) => place.filter);
  const input = useRef<HTMLInputElement>(null);
  useActions({ 'list.filter': () => input.current?.focus() });
  return (
    <input
      ref={input}
      type="search"
      className={styles['filter']}
      value={filter}
      placeholder={say('review.filterLabel')}
      aria-label={say('review.filterLabel')}
      onChange={(event) => stores.review.move({ filter: event.target.value })}
      onKeyDown={(event) => {
        // Escape empties it, Enter goes on with what was found.
        if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

/** More than these are put into the page only where they are in sight. */
const windowedMin = 100;
/** About one row; each is measured once it is seen. */
const rowPx = 56;
const overscan = 12;

/** All of a pile of thousands. */
function Pile({ hands }: { readonly hands: DeskHands }) {
  const { say } = useWords();
  const { queue, open } = hands.desk;
  const list = useRef<HTMLUListElement>(null);
  const [above, setAbove] = useState(0);
  useLayoutEffect(() => setAbove(list.current?.offsetTop ?? 0), []);
  const rows = useVirtualizer({
    count: queue.cards.length,
    getScrollElement: () => list.current?.closest<HTMLElement>('[data-scroll]') ?? null,
    estimateSize: () => rowPx,
    scrollMargin: above,
    overscan,
  });
  const openId = open?.id ?? null;
  const openAt = useMemo(() => queue.cards.findIndex(({ id }) => id === openId), [queue.cards, openId]);
  useEffect(() => {
    if (openAt >= 0) rows.scrollToIndex(openAt, { align: 'auto' });
  }, [openAt]);
  return (
    <ul
      ref={list}
      aria-label={say('review.queue')}
      className={styles['pile']}
      style={{ blockSize: rows.getTotalSize() }}
    >
      {rows.getVirtualItems().map(({ key, index, start }) => {
        const card = queue.cards[index];
        return (
          card !== undefined && (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              aria-setsize={queue.cards.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start - above}px)` }}
            >
              <CardRow card={card} hands={hands} />
            </li>
          )
        );
      })}
    </ul>
  );
}

function Cards({ hands }: { readonly hands: DeskHands }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { queue } = hands.desk;
  const filter = useStore(stores.review, (place) => place.filter);
  if (queue.cards.length === 0) {
    return <p className={styles['none']}>{say(filter === '' ? 'review.noneInSplit' : 'review.noneFound')}</p>;
  }
  const isPile = queue.cards.length > windowedMin;
  return (
    <>
      {isPile ? (
        <Pile hands={hands} />
      ) : (
        <ul aria-label={say('review.queue')}>
          {queue.cards.map((card) => (
            <li key={card.id}>
              <CardRow card={card} hands={hands} />
            </li>
          ))}
        </ul>
      )}
      {queue.more > 0 && (
        <ActionButton action="review.showAll" tone="quiet" className={styles['more']}>
          {say('review.more', { count: queue.more })}
        </ActionButton>
      )}
    </>
  );
}

/** What was decided, and the way to make it so. */
function Foot({ hands }: { readonly hands: DeskHands }) {
  const { say } = useWords();
  const { queue } = hands.desk;
  const { approved, rejected, later } = queue;
  const parts = [
    approved > 0 ? say('review.approvedCount', { n: approved }) : null,
    rejected > 0 ? say('review.rejectedCount', { n: rejected }) : null,
    later > 0 ? say('review.laterCount', { n: later }) : null,
  ].filter((part) => part !== null);
  return (
    <footer className={styles['foot']}>
      <p>{parts.length === 0 ? say('review.nothingDecided') : parts.join(' · ')}</p>
      <ActionButton action="review.apply" tone={approved > 0 && queue.counts.all > 0 ? 'primary' : 'plain'}>
        {approved > 0 ? say('review.applyCount', { count: approved }) : say('action.apply')}
      </ActionButton>
    </footer>
  );
}

/** What went because nobody touched it, and the way back. */
function Expired() {
  const { stores } = useApp();
  const { say } = useWords();
  const expired = useValue(stores.review.expired) ?? [];
  if (expired.length === 0) return null;
  const bringBack = async (id: ReviewItem['change']['id']): Promise<void> => {
    const failure = await stores.review.bringBack(id);
    if (failure !== null) return stores.news.fail(failure);
    return stores.news.announce(say('review.broughtBack'));
  };
  return (
    <details className={styles['expired']}>
      <summary>{say('review.expired', { count: expired.length })}</summary>
      <p>{say('review.expiredText')}</p>
      <ul>
        {expired.map(({ change }) => (
          <li key={change.id}>
            <PlainText text={change.title} />
            <Button
              isSmall
              aria-label={say('review.bringBackOf', { title: change.title })}
              onClick={() => void bringBack(change.id)}
            >
              {say('review.bringBack')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function QueueList({ hands }: { readonly hands: DeskHands }) {
  const { stores } = useApp();
  const { say } = useWords();
  const split = useStore(stores.review, (place) => place.split);
  const { queue, hand } = hands.desk;
  return (
    <aside className={styles['queue']} aria-label={say('review.queue')}>
      <div className={styles['scroll']} data-scroll>
        <Tabs
          label={say('review.splits')}
          value={split}
          onChange={(next) => stores.review.move({ split: next })}
          tabs={splits.map((value) => ({ value, label: say(`split.${value}`), count: queue.counts[value] }))}
          className={styles['tabs']}
        >
          <Filter />
          <Cards hands={hands} />
        </Tabs>
        {hand.length > 0 && (
          <section className={styles['part']} aria-label={say('review.hand')}>
            <h2>{say('review.hand')}</h2>
            <ul>
              {hand.map((open) => (
                <li key={open.id}>
                  <HandRow open={open} hands={hands} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <Aside hands={hands} />
        <Expired />
        <SetAsideRow />
      </div>
      <Foot hands={hands} />
    </aside>
  );
}
