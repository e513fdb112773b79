// The desk of the review screen with its hands: what is open, and every decision as a plain verb.
import { useCallback, useMemo } from 'react';
import { useLocation, useParams } from 'wouter';
import { useStore } from 'zustand';
import type { Ruling } from '../../shared/decisions.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import type { PlainKey } from '../words/words.ts';
import { layDesk, stepOf, type Desk } from './desk.ts';
import { isWaiting, itemsOf, layOut, nextWaiting } from './queue.ts';

export interface DeskHands {
  readonly desk: Desk;
  readonly open: (id: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** Decides what is open, says so, and opens what comes next. */
  readonly decide: (ruling: Ruling) => void;
  readonly decideOn: (items: readonly ReviewItem[], ruling: Ruling) => void;
  readonly undo: () => void;
}

type Said = 'approved' | 'edited' | 'rejected' | 'snoozed' | 'duplicate';
const said = (ruling: Ruling): `said.${Said}` => `said.${ruling.kind}`;

export function useDesk(items: readonly ReviewItem[]): DeskHands {
  const { stores } = useApp();
  const { say } = useWords();
  const { review, news } = stores;
  const place = useStore(review);
  const settings = useValue(stores.settings.settings);
  const plan = useValue(review.plan);
  const conflicts = useValue(review.conflicts);
  const params = useParams<{ readonly change?: string }>();
  const [, go] = useLocation();
  const size = settings?.review.size ?? 12;
  const receiving = settings?.agentsReceivingShared;
  // Laid out anew when something is decided, not at each step from card to card.
  const queue = useMemo(
    () => layOut(items, { ...place, size, agentsReceivingShared: receiving ?? [] }),
    [items, place, size, receiving],
  );
  const desk = useMemo(() => {
    const wanted = params.change === undefined ? null : decodeURIComponent(params.change);
    return layDesk(queue, plan, conflicts ?? [], wanted);
  }, [queue, plan, conflicts, params.change]);
  const open = useCallback((id: string) => go(pathTo('review', 'latest', id), { replace: true }), [go]);
  const decideOn = (on: readonly ReviewItem[], ruling: Ruling): void => {
    const next = nextWaiting(desk.queue.cards, desk.open?.id ?? null);
    const left = desk.queue.waiting - on.filter(isWaiting).length;
    news.announce(say(said(ruling), { left }));
    if (next !== null) open(next);
    else go(pathTo('review'), { replace: true });
    void review
      .rule(
        on.map(({ change }) => change.id),
        ruling,
      )
      .then((failure) => failure !== null && news.fail(failure));
  };
  return {
    desk,
    open,
    step(by) {
      const id = stepOf(desk, by);
      if (id !== null) open(id);
    },
    decide(ruling) {
      if (desk.open?.kind === 'card') decideOn(itemsOf(desk.open.card), ruling);
      if (desk.open?.kind === 'aside') decideOn([desk.open.item], ruling);
    },
    decideOn,
    undo() {
      const from = location.hash;
      void review.undo().then((answer) => {
        if (!answer.ok) return news.fail(answer.error);
        news.announce(say('said.undone', { was: wasWord(answer.value.was, say) }));
        // Whoever has gone on meanwhile stays there: the next key must not fall on another card.
        if (answer.value.first !== null && location.hash === from) open(answer.value.first);
        return undefined;
      });
    },
  };
}

const states: Readonly<Record<string, PlainKey>> = {
  approved: 'state.approved',
  rejected: 'state.rejected',
  snoozed: 'state.snoozed',
  duplicate: 'state.duplicate',
  'thrown away with a partial night': 'said.discarded',
  'to be made anew': 'said.placed',
  'put into another file': 'said.placed',
  'left out of its file': 'said.placed',
  'kept as your own': 'said.placed',
  'to be written anew': 'said.placed',
};

/** The engine's words ("rejected as outdated"), or ours where it gave one we know. */
const wasWord = (was: string, say: (key: PlainKey) => string): string => {
  const key = states[was];
  return key === undefined ? was : say(key);
};
