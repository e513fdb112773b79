// The order of a morning: what is consequential first, exact duplicates as one card, what needs a hand or was set aside
// apart from the rest. Pure, so that the store, the page and the tests see the same queue.
import type { ReviewItem } from '../../shared/proposal.ts';
import type { AgentKind } from '../../shared/transcript.ts';
import { tokensAbout } from './tokens-about.ts';

export const splits = ['all', 'rules', 'facts', 'cleanup'] as const;
export type Split = (typeof splits)[number];

export type Card =
  | { readonly kind: 'change'; readonly id: string; readonly item: ReviewItem }
  /** Merges of lines that say the same to the letter: decided together or one by one. */
  | { readonly kind: 'duplicates'; readonly id: string; readonly items: readonly ReviewItem[] };

export interface Queue {
  /** Of the chosen split, most consequential first, at most `size` of them. */
  readonly cards: readonly Card[];
  readonly counts: Readonly<Record<Split, number>>;
  /** Cards of the chosen split that are not shown yet. */
  readonly more: number;
  readonly hand: readonly ReviewItem[];
  readonly setAside: readonly ReviewItem[];
  readonly waiting: number;
  readonly approved: number;
  readonly rejected: number;
  readonly later: number;
}

export interface QueueOptions {
  readonly split: Split;
  readonly size: number;
  readonly isShowingAll: boolean;
  readonly filter: string;
  /** Quarantined changes that their owner released to review. */
  readonly released: ReadonlySet<string>;
  readonly agentsReceivingShared: readonly AgentKind[];
}

const spaced = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();

/** A line that its owner wrote by hand is never decided with a group. */
export const isHandWritten = (item: ReviewItem): boolean =>
  item.before.some(({ origin, taint }) => origin === 'file' && taint === 'person');

export function isExactDuplicate(item: ReviewItem): boolean {
  const { operation, after, flags } = item.change;
  if (operation !== 'merge' || after === null || flags.length > 0 || isHandWritten(item)) return false;
  const text = spaced(after.text);
  return item.before.length > 0 && item.before.every((entry) => spaced(entry.text) === text);
}

export const isQuarantined = (item: ReviewItem): boolean => item.change.flags.includes('quarantined');
export const needsHand = (item: ReviewItem): boolean => item.change.flags.includes('conflict');

/** The entry that a change is about: as it would stand, or as it stood. */
export const subjectOf = (item: ReviewItem): ReviewItem['change']['after'] =>
  item.change.after ?? item.before[0] ?? null;

export function splitOf(item: ReviewItem): Exclude<Split, 'all'> {
  const { operation } = item.change;
  if (operation === 'merge' || operation === 'retire') return 'cleanup';
  const kind = subjectOf(item)?.kind ?? 'note';
  return kind === 'fact' || kind === 'note' ? 'facts' : 'rules';
}

/** The agents that would be told. */
export function reachOf(item: ReviewItem, receiving: readonly AgentKind[]): readonly AgentKind[] {
  const subject = subjectOf(item);
  if (subject === null) return [];
  if (subject.scope === 'global') return receiving;
  const seen = [...new Set([...subject.places, ...subject.evidence].map(({ agent }) => agent))];
  if (subject.scope.startsWith('agent:')) return seen.filter((agent) => subject.scope === `agent:${agent}`);
  return seen;
}

/** Tokens that every session would gain or be spared. */
export const tokenChange = ({ change, before }: ReviewItem): number =>
  (change.after === null ? 0 : tokensAbout(change.after.text)) -
  before.reduce((sum, { text }) => sum + tokensAbout(text), 0);

// A rule steers every task, a fact only those that need it.
const weightOf = { rules: 2, facts: 1, cleanup: 0.5 } as const;

function consequence(item: ReviewItem, receiving: readonly AgentKind[]): number {
  const tokens = Math.max(1, tokensAbout(subjectOf(item)?.text ?? ''));
  return tokens * Math.max(1, reachOf(item, receiving).length) * weightOf[splitOf(item)];
}

const scoreOf = (item: ReviewItem): number => item.change.after?.score ?? 0;

function inOrder(items: readonly ReviewItem[], receiving: readonly AgentKind[]): readonly ReviewItem[] {
  // Weighed once each: a pile of thousands is compared a hundred thousand times.
  const weighed = items.map((item) => ({
    item,
    // what was put off comes first: its owner asked to be asked
    turn: item.isReturned === true ? 0 : 1,
    weight: consequence(item, receiving),
    score: scoreOf(item),
  }));
  weighed.sort(
    (a, b) =>
      a.turn - b.turn ||
      b.weight - a.weight ||
      b.score - a.score ||
      (a.item.change.id < b.item.change.id ? -1 : 1),
  );
  return weighed.map(({ item }) => item);
}

/** Duplicates stand together where the first of them stands; one alone is an ordinary card. */
function toCards(items: readonly ReviewItem[]): readonly Card[] {
  const duplicates = items.filter(isExactDuplicate);
  const [first] = duplicates;
  const single = (item: ReviewItem): Card => ({ kind: 'change', id: item.change.id, item });
  if (first === undefined || duplicates.length < 2) return items.map(single);
  return items.flatMap((item): readonly Card[] => {
    if (!isExactDuplicate(item)) return [single(item)];
    return item === first ? [{ kind: 'duplicates', id: `group-${first.change.id}`, items: duplicates }] : [];
  });
}

export const itemsOf = (card: Card): readonly ReviewItem[] =>
  card.kind === 'change' ? [card.item] : card.items;
export const isWaiting = (item: ReviewItem): boolean => item.state === 'waiting';
export const isCardWaiting = (card: Card): boolean => itemsOf(card).some(isWaiting);

const matches = (item: ReviewItem, filter: string): boolean =>
  filter === '' ||
  [item.change.title, item.change.after?.text ?? '', ...item.before.map(({ text }) => text)].some((text) =>
    spaced(text).includes(spaced(filter)),
  );

const states = ['waiting', 'approved', 'rejected', 'snoozed', 'duplicate'] as const;
/** Waiting, or decided and not yet applied. */
const isOfToday = (item: ReviewItem): boolean => states.some((state) => state === item.state);

export function layOut(all: readonly ReviewItem[], options: QueueOptions): Queue {
  const today = all.filter(isOfToday);
  const setAside = today.filter(
    (item) => isQuarantined(item) && !options.released.has(item.change.id) && isWaiting(item),
  );
  const aside = new Set(setAside);
  const hand = today.filter((item) => !aside.has(item) && needsHand(item) && isWaiting(item));
  const apart = new Set([...setAside, ...hand]);
  const rest = inOrder(
    today.filter((item) => !apart.has(item) && item.state !== 'snoozed'),
    options.agentsReceivingShared,
  );
  const found = rest.filter((item) => matches(item, options.filter));
  const cards = toCards(
    options.split === 'all' ? found : found.filter((item) => splitOf(item) === options.split),
  );
  const size = options.isShowingAll ? cards.length : options.size;
  const count = (is: (item: ReviewItem) => boolean): number => today.filter(is).length;
  const left = rest.filter(isWaiting);
  return {
    cards: cards.slice(0, size),
    counts: {
      all: left.length,
      rules: left.filter((item) => splitOf(item) === 'rules').length,
      facts: left.filter((item) => splitOf(item) === 'facts').length,
      cleanup: left.filter((item) => splitOf(item) === 'cleanup').length,
    },
    more: cards.slice(size).filter(isCardWaiting).length,
    hand,
    setAside,
    waiting: left.length,
    approved: count(({ state }) => state === 'approved'),
    rejected: count(({ state }) => state === 'rejected' || state === 'duplicate'),
    later: count(({ state }) => state === 'snoozed'),
  };
}

/** The next card that waits, after these; from the top again where none follows; null where all are decided. */
export function nextWaiting(cards: readonly Card[], after: string | null): string | null {
  const at = cards.findIndex(({ id }) => id === after);
  const order = [...cards.slice(at + 1), ...cards.slice(0, Math.max(0, at))];
  return order.find(isCardWaiting)?.id ?? null;
}

/** One step up or down; stays at the ends. */
export function step(cards: readonly Card[], from: string | null, by: 1 | -1): string | null {
  const at = cards.findIndex(({ id }) => id === from);
  if (at < 0) return cards[0]?.id ?? null;
  return cards[Math.min(cards.length - 1, Math.max(0, at + by))]?.id ?? null;
}

// 17 seconds a card: twelve in the three minutes that a morning may take, some of them read twice.
const secondsPerCard = 17;
export const minutesFor = (cards: number): number => Math.max(1, Math.round((cards * secondsPerCard) / 60));
