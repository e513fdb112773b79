// The one list of what a person can do: buttons, keys, the palette and the shortcut help all read it. A screen adds a row
// to `actionFacts` (name, words, keys) and says what the row does with `useActions` while it is on screen. `keys.ts` says which keys an owner has put in the place of these.
import type { PlainKey } from '../words/words.ts';

export const actionGroups = ['go', 'night', 'review', 'list', 'app'] as const;
export type ActionGroup = (typeof actionGroups)[number];

export interface ActionFact {
  readonly words: PlainKey;
  /**
   * "j", "shift+a", "mod+enter" (Ctrl, or Cmd on a Mac), "g t" (one after the other). The first is shown beside buttons.
   */
  readonly keys: readonly string[];
  readonly group: ActionGroup;
  /** Too small a step to be listed in the palette. */
  readonly isKeyOnly?: true;
}

const fact = (group: ActionGroup, words: PlainKey, ...keys: readonly string[]): ActionFact => ({
  group,
  words,
  keys,
});
const keyOnly = (group: ActionGroup, words: PlainKey, ...keys: readonly string[]): ActionFact => ({
  ...fact(group, words, ...keys),
  isKeyOnly: true,
});

export const actionFacts = {
  'go.tonight': fact('go', 'place.tonight', 'g t', 'mod+1'),
  'go.review': fact('go', 'place.review', 'g r', 'mod+2'),
  'go.diary': fact('go', 'place.diary', 'g d', 'mod+3'),
  'go.memory': fact('go', 'place.memory', 'g m', 'mod+4'),
  'go.patterns': fact('go', 'place.patterns', 'g p', 'mod+5'),
  'go.sources': fact('go', 'place.sources', 'g s', 'mod+6'),
  'go.agents': fact('go', 'place.agents', 'g a', 'mod+7'),
  'go.settings': fact('go', 'place.settings', 'g ,', 'mod+8'),

  'night.start': fact('night', 'action.dreamNow', 'mod+shift+d'),
  'night.startHere': keyOnly('night', 'action.dreamNowHere', 'd'),
  'night.preview': fact('night', 'action.preview'),
  'night.wake': fact('night', 'action.wake', 'mod+.'),
  'night.focus': fact('night', 'action.editFocus', 'f'),
  'night.trace': fact('night', 'action.runTrace', 't'),
  'night.askBatch': fact('night', 'action.askBatch'),
  'night.openReview': fact('night', 'action.openReview', 'enter'),

  'review.next': keyOnly('review', 'action.next', 'j', 'arrowdown'),
  'review.previous': keyOnly('review', 'action.previous', 'k', 'arrowup'),
  'review.approve': fact('review', 'action.approve', 'a', '1'),
  'review.edit': fact('review', 'action.edit', 'e'),
  'review.reject': fact('review', 'action.reject', 'x', '3'),
  'review.rejectBecause': fact('review', 'action.rejectBecause', 'shift+x'),
  'review.later': fact('review', 'action.later', 's', 'h'),
  'review.duplicate': fact('review', 'action.duplicateOf', 'm', '2'),
  'review.undo': fact('review', 'action.undoDecision', 'u', 'mod+z'),
  'review.approveGroup': fact('review', 'action.approveGroup', 'shift+a'),
  'review.apply': fact('review', 'action.apply', 'mod+enter'),
  'review.why': fact('review', 'action.why', 'w'),
  'review.evidence': fact('review', 'action.evidence', 'o'),
  'review.both': fact('review', 'action.bothSides', 'b'),
  'review.nextHunk': keyOnly('review', 'action.nextHunk', 'n'),
  'review.previousHunk': keyOnly('review', 'action.previousHunk', 'p'),
  'review.layout': fact('review', 'action.diffLayout', 'v'),
  'review.receipt': fact('review', 'action.receipt', 'i'),
  'review.showAll': fact('review', 'action.showAll', 'l'),
  'review.resolve': keyOnly('review', 'action.resolve', 'enter'),

  'conflict.mine': keyOnly('review', 'conflict.keepMine', '1'),
  'conflict.dreams': keyOnly('review', 'conflict.takeDreams', '2'),
  'conflict.byHand': keyOnly('review', 'conflict.writeByHand', '3'),
  'edit.save': keyOnly('list', 'action.save', 'mod+s'),

  'memory.provenance': keyOnly('list', 'action.provenance', 'i'),
  'list.filter': fact('list', 'action.filter', '/'),
  'list.previousNight': fact('list', 'action.previousNight', '['),
  'list.nextNight': fact('list', 'action.nextNight', ']'),
  'sources.scan': fact('list', 'action.scan', 'r'),

  'app.palette': keyOnly('app', 'action.palette', 'mod+k'),
  'app.help': fact('app', 'action.help', '?'),
  'app.toasts': keyOnly('app', 'action.toMessages', 'f6'),
} as const satisfies Readonly<Record<string, ActionFact>>;

export type ActionId = keyof typeof actionFacts;
export const actionIds = Object.keys(actionFacts).filter((id): id is ActionId => id in actionFacts);
export const factOf = (id: ActionId): ActionFact => actionFacts[id];

/** What each row does now; a row that is null or missing cannot be done now. */
export type Handlers = { readonly [K in ActionId]?: (() => void) | null };

export interface ActionRegistry {
  /** Gives back how to take them out again. An overlay hides what lies beneath it. */
  add(handlers: Handlers, isOverlay: boolean): () => void;
  handler(id: ActionId): (() => void) | null;
  /** Those that can be done now. */
  available(): readonly ActionId[];
  hasOverlay(): boolean;
  subscribe(onChange: () => void): () => void;
}

interface Layer {
  readonly handlers: Handlers;
  readonly isOverlay: boolean;
}

export function createActionRegistry(): ActionRegistry {
  let layers: readonly Layer[] = [];
  const listeners = new Set<() => void>();
  const change = (next: readonly Layer[]): void => {
    layers = next;
    for (const listener of listeners) listener();
  };
  const hasOverlay = (): boolean => layers.some(({ isOverlay }) => isOverlay);
  /** The newest layer that speaks of it decides, also by null. */
  const handler = (id: ActionId): (() => void) | null => {
    const isModal = hasOverlay();
    const layer = layers.findLast(({ handlers, isOverlay }) => (isOverlay || !isModal) && id in handlers);
    return layer?.handlers[id] ?? null;
  };
  return {
    add(handlers, isOverlay) {
      const layer = { handlers, isOverlay };
      change([...layers, layer]);
      return () => change(layers.filter((each) => each !== layer));
    },
    handler,
    available: () => actionIds.filter((id) => handler(id) !== null),
    hasOverlay,
    subscribe(onChange) {
      listeners.add(onChange);
      return () => listeners.delete(onChange);
    },
  };
}
