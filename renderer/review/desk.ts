// What lies on the desk in the morning: the queue, what needs a hand, what was set aside, and which of it is open. Pure.
import type { FileQuestion, FilesPlan, PlacedFile } from '../../shared/agent-files.ts';
import type { MemoryConflict } from '../../shared/decisions.ts';
import type { ReviewItem } from '../../shared/proposal.ts';
import { itemsOf, nextWaiting, type Card, type Queue } from './queue.ts';

export type Open =
  | { readonly kind: 'card'; readonly id: string; readonly card: Card }
  /** A file was edited meanwhile. */
  | { readonly kind: 'question'; readonly id: string; readonly question: FileQuestion }
  /** It is gone, and its owner has said what becomes of the change. */
  | { readonly kind: 'placed'; readonly id: string; readonly placed: PlacedFile }
  /** Lines of memory that cannot both hold. */
  | { readonly kind: 'conflict'; readonly id: string; readonly conflict: MemoryConflict }
  | { readonly kind: 'aside'; readonly id: string; readonly item: ReviewItem };

export interface Desk {
  readonly queue: Queue;
  /** Everything that can be opened, from top to bottom. */
  readonly all: readonly Open[];
  readonly hand: readonly Open[];
  /** Null where nothing is left to open. */
  readonly open: Open | null;
}

const cardOf = (item: ReviewItem): Open => ({
  kind: 'card',
  id: item.change.id,
  card: { kind: 'change', id: item.change.id, item },
});

/** Questions of files, conflicts of memory, and flagged changes that no question speaks of already. */
export function handOf(
  items: readonly ReviewItem[],
  plan: FilesPlan | null,
  conflicts: readonly MemoryConflict[],
): readonly Open[] {
  const questions = plan?.questions ?? [];
  const asked = new Set(questions.flatMap(({ changeIds }) => changeIds));
  const placed = (plan?.placed ?? []).filter(({ isStaged, path }) => isStaged && !isAsked(questions, path));
  return [
    ...questions.map((question): Open => ({ kind: 'question', id: `file-${question.path}`, question })),
    ...placed.map((one): Open => ({ kind: 'placed', id: `file-${one.path}`, placed: one })),
    ...conflicts.map((conflict): Open => ({ kind: 'conflict', id: conflict.id, conflict })),
    ...items.filter(({ change }) => !asked.has(change.id)).map(cardOf),
  ];
}

const isAsked = (questions: readonly FileQuestion[], at: string): boolean =>
  questions.some(({ path }) => path === at);

export function layDesk(
  queue: Queue,
  plan: FilesPlan | null,
  conflicts: readonly MemoryConflict[],
  wanted: string | null,
): Desk {
  const hand = handOf(queue.hand, plan, conflicts);
  const all: readonly Open[] = [
    ...queue.cards.map((card): Open => ({ kind: 'card', id: card.id, card })),
    ...hand,
    ...queue.setAside.map((item): Open => ({ kind: 'aside', id: item.change.id, item })),
  ];
  const first = nextWaiting(queue.cards, null);
  const find = (id: string | null): Open | undefined => all.find((each) => each.id === id || holds(each, id));
  return { queue, all, hand, open: find(wanted) ?? find(first) ?? null };
}

/** A change of a group is reached by its own id as well. */
const holds = (open: Open, id: string | null): boolean =>
  open.kind === 'card' && itemsOf(open.card).some(({ change }) => change.id === id);

export function stepOf(desk: Desk, by: 1 | -1): string | null {
  const at = desk.all.findIndex((each) => each === desk.open);
  if (at < 0) return desk.all[0]?.id ?? null;
  return desk.all[Math.min(desk.all.length - 1, Math.max(0, at + by))]?.id ?? null;
}
