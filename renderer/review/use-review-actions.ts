// What the keys and buttons of the review screen do, and which of its dialogs is open.
import { useState } from 'react';
import { useStore } from 'zustand';
import type { RejectReason } from '../../shared/decisions.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { useActions, useApp, useValue } from '../app/AppContext.tsx';
import type { Handlers } from '../app/actions.ts';
import type { DiffLayout } from '../ui/DiffView.tsx';
import { itemsOf } from './queue.ts';
import { quotesOf } from './Quotes.tsx';
import type { DeskHands } from './use-desk.ts';

export interface View {
  readonly layout: DiffLayout;
  readonly isWhyOpen: boolean;
  readonly toggleWhy: () => void;
  readonly isBothOpen: boolean;
  readonly isEditing: boolean;
  readonly leaveEdit: () => void;
}

export interface Dialogs {
  readonly isRejecting: boolean;
  readonly duplicateOf: ReviewItem | null;
  readonly isApplying: boolean;
  readonly close: () => void;
  readonly onReject: (reason: RejectReason) => void;
  readonly onDuplicate: (id: string) => void;
}

/** From difference to difference; stays at the ends. */
function focusHunk(by: 1 | -1): void {
  const hunks = [...document.querySelectorAll<HTMLElement>('article [data-hunk]')];
  const at = hunks.findIndex((hunk) => hunk === document.activeElement);
  hunks[Math.min(hunks.length - 1, Math.max(0, at + by))]?.focus();
}

type Step = 'edit' | 'reject' | 'duplicate' | 'apply';

/** Decisions on the open card. */
function cardHandlers(hands: DeskHands, setStep: (step: Step) => void): Handlers {
  const card = hands.desk.open?.kind === 'card' ? hands.desk.open.card : null;
  if (card === null) return {};
  const isSingle = card.kind === 'change';
  const canEdit = isSingle && card.item.change.after !== null;
  return {
    'review.approve': () => hands.decide({ kind: 'approved' }),
    'review.reject': () => hands.decide({ kind: 'rejected' }),
    'review.later': () => hands.decide({ kind: 'snoozed' }),
    'review.rejectBecause': () => setStep('reject'),
    'review.edit': canEdit ? () => setStep('edit') : null,
    'review.duplicate': isSingle ? () => setStep('duplicate') : null,
  };
}

function groupHandler(hands: DeskHands): (() => void) | null {
  const group = hands.desk.queue.cards.find((card) => card.kind === 'duplicates');
  return group === undefined ? null : () => hands.decideOn(itemsOf(group), { kind: 'approved' });
}

export function useReviewActions(
  hands: DeskHands,
  layout: DiffLayout,
  setLayout: (layout: DiffLayout) => void,
): { readonly view: View; readonly dialogs: Dialogs } {
  const { stores } = useApp();
  const isShowingAll = useStore(stores.review, (place) => place.isShowingAll);
  const [isWhyOpen, setIsWhyOpen] = useState(false);
  const [isBothOpen, setIsBothOpen] = useState(false);
  const [step, setStep] = useState<{ readonly step: Step; readonly of: string | null } | null>(null);
  const discarded = useValue(stores.review.discarded);
  const { desk } = hands;
  const item = desk.open?.kind === 'card' && desk.open.card.kind === 'change' ? desk.open.card.item : null;
  const openId = desk.open?.id ?? null;
  const begin = (next: Step): void => setStep({ step: next, of: openId });
  const close = (): void => setStep(null);
  // A step belongs to the card it was begun on.
  const isAt = (which: Step): boolean => step?.step === which && (which === 'apply' || step.of === openId);
  const quotes = item === null ? [] : quotesOf(item);
  useActions({
    ...cardHandlers(hands, begin),
    'review.next': desk.all.length > 0 ? () => hands.step(1) : null,
    'review.previous': desk.all.length > 0 ? () => hands.step(-1) : null,
    'review.undo':
      discarded !== null || desk.queue.approved + desk.queue.rejected + desk.queue.later > 0
        ? hands.undo
        : null,
    'review.approveGroup': groupHandler(hands),
    'review.apply': desk.queue.approved > 0 ? () => begin('apply') : null,
    'review.why': item === null ? null : () => setIsWhyOpen(!isWhyOpen),
    'review.both': item !== null && item.before.length > 0 ? () => setIsBothOpen(!isBothOpen) : null,
    'review.evidence': quotes.length > 0 ? () => stores.evidence.open(quotes, 0) : null,
    'review.layout': () => setLayout(layout === 'unified' ? 'side' : 'unified'),
    'review.nextHunk': item === null ? null : () => focusHunk(1),
    'review.previousHunk': item === null ? null : () => focusHunk(-1),
    'review.showAll':
      desk.queue.more > 0 && !isShowingAll ? () => stores.review.move({ isShowingAll: true }) : null,
    'review.resolve': desk.hand[0] === undefined ? null : () => hands.open(desk.hand[0]?.id ?? ''),
  });
  return {
    view: {
      layout,
      isWhyOpen,
      toggleWhy: () => setIsWhyOpen(!isWhyOpen),
      isBothOpen: isBothOpen && item !== null && item.before.length > 0,
      isEditing: isAt('edit') && item !== null,
      leaveEdit: close,
    },
    dialogs: {
      isRejecting: isAt('reject'),
      duplicateOf: isAt('duplicate') ? item : null,
      isApplying: isAt('apply'),
      close,
      onReject(reason) {
        close();
        hands.decide({ kind: 'rejected', reason });
      },
      onDuplicate(id) {
        close();
        hands.decide({ kind: 'duplicate', of: id });
      },
    },
  };
}
