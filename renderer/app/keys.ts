// Which keys an action has: the usual ones, or those that its owner pressed in Settings. Also what a press is called, which
// keys cannot be given away, and which other action has a key already.
import type { Settings } from '../../shared/settings.ts';
import { actionIds, factOf, type ActionId } from './actions.ts';
import { isSign, keyName, type Press } from './keyboard.ts';

export type OwnKeys = Settings['keys'];

/** Its owner's, else the usual ones; empty for an action without a key. */
export const keysOf = (id: ActionId, own: OwnKeys): readonly string[] => own[id] ?? factOf(id).keys;

export const isChanged = (id: ActionId, own: OwnKeys): boolean => {
  const [mine, usual] = [keysOf(id, own), factOf(id).keys];
  return mine.length !== usual.length || mine.some((keys, i) => keys !== usual[i]);
};

// Tab, Escape and Space move, leave and press everywhere; a plus sign would not be told from the one between keys.
const taken = new Set(['tab', 'escape', ' ', '+', 'dead', 'process', 'unidentified', 'capslock']);
const modifiers = new Set(['shift', 'control', 'meta', 'alt', 'altgraph', 'os', 'fn']);
// With Ctrl or Cmd, these belong to whoever writes text, and to the browser.
const writersKeys = new Set(['a', 'c', 'v', 'x', 'n', 't', 'w', 'q', 'r']);

export type Pressed =
  | { readonly kind: 'chord'; readonly chord: string }
  /** Only Shift, Ctrl or Cmd so far. */
  | { readonly kind: 'nothing-yet' }
  /** It has a meaning that must stay. */
  | { readonly kind: 'refused' };

/** A press as the list of actions writes it: "j", "shift+a", "mod+enter". */
export function pressedKeys(press: Press, isMac: boolean): Pressed {
  const key = keyName(press);
  if (modifiers.has(key)) return { kind: 'nothing-yet' };
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (press.altKey || other || taken.has(key)) return { kind: 'refused' };
  if (mod && writersKeys.has(key)) return { kind: 'refused' };
  const shift = press.shiftKey && !isSign(key);
  return { kind: 'chord', chord: [...(mod ? ['mod'] : []), ...(shift ? ['shift'] : []), key].join('+') };
}

/** A letter or sign alone may be the first of a pair, such as "g t". */
export const canBeginPair = (chord: string): boolean => /^.$/u.test(chord);

/** Pressing the one would be, or begin, the other. */
const areInEachOthersWay = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other} `) || other.startsWith(`${one} `);

// Rows of these groups can be done on any screen; those of the others only on their own.
const meetsAll = (id: ActionId): boolean =>
  ['go', 'list', 'app'].includes(factOf(id).group) || id === 'night.start' || id === 'night.wake';

function canMeet(one: ActionId, other: ActionId): boolean {
  if (one === other) return false;
  return meetsAll(one) || meetsAll(other) || factOf(one).group === factOf(other).group;
}

/** As both are made: they never wait for a key at the same time. */
const shareByNature = (one: ActionId, other: ActionId, keys: string): boolean =>
  factOf(one).keys.includes(keys) && factOf(other).keys.includes(keys);

/** The actions that have these keys already, where both could be meant. */
export const clashesOf = (id: ActionId, keys: string, own: OwnKeys): readonly ActionId[] =>
  actionIds.filter(
    (other) =>
      canMeet(id, other) &&
      !shareByNature(id, other, keys) &&
      keysOf(other, own).some((theirs) => areInEachOthersWay(keys, theirs)),
  );

/** With these keys for one action; as it was made where they are the usual ones. */
export function withKeys(own: OwnKeys, id: ActionId, keys: readonly string[]): OwnKeys {
  const next = { ...own, [id]: keys };
  if (isChanged(id, next)) return next;
  return Object.fromEntries(Object.entries(next).filter(([name]) => name !== id));
}

/** Given to one action, and taken from every other that had them. */
export function givenTo(own: OwnKeys, id: ActionId, keys: string): OwnKeys {
  const without = clashesOf(id, keys, own).reduce(
    (now, other) =>
      withKeys(
        now,
        other,
        keysOf(other, now).filter((theirs) => !areInEachOthersWay(keys, theirs)),
      ),
    own,
  );
  return withKeys(without, id, [...keysOf(id, without).filter((each) => each !== keys), keys]);
}

/** As it was made; whoever had one of its keys meanwhile gives it back. */
export const usualAgain = (own: OwnKeys, id: ActionId): OwnKeys =>
  factOf(id).keys.reduce((now, keys) => givenTo(now, id, keys), withKeys(own, id, []));
