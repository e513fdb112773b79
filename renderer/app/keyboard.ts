// From a key press to an action of the list. Written here instead of taken from a library: presses inside the editor come
// out of its shadow root, and single keys must be one switch (WCAG 2.1.4).
import type { Settings } from '../../shared/settings.ts';
import { actionIds, factOf, type ActionId, type ActionRegistry } from './actions.ts';

// A pair such as "G T" is forgotten after so long, like in the mail programs it is known from.
export const pairMs = 1_500;

export interface Press {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** Where the press happened, as far as keys care. */
export interface Focus {
  readonly isText: boolean;
  /** A menu or a list that takes letters and arrows itself. */
  readonly isPicker: boolean;
  /** Tabs and radios: they take arrows. */
  readonly takesArrows: boolean;
  /** Enter and Space press it. */
  readonly isPressable: boolean;
}

export interface KeyOptions {
  readonly isMac: boolean;
  readonly singleKeys: boolean;
  /** Other keys than the usual ones. */
  readonly keys?: Settings['keys'];
}

/** The key by its letter; on keyboards of other scripts by its place. */
export function keyName({ key, code }: Press): string {
  const isLatin = key.length !== 1 || key.charCodeAt(0) < 0x80;
  if (isLatin) return key.toLowerCase();
  return /^Key[A-Z]$/u.test(code) ? code.slice(3).toLowerCase() : key.toLowerCase();
}

/** What it takes to type it, Shift or not, differs from keyboard to keyboard. */
export const isSign = (key: string): boolean => !/^(?:[a-z0-9]|.{2,})$/u.test(key);

export function pressMatches(press: Press, chord: string, isMac: boolean): boolean {
  const parts = chord.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = isMac ? press.metaKey : press.ctrlKey;
  const other = isMac ? press.ctrlKey : press.metaKey;
  if (keyName(press) !== key || press.altKey || other || mod !== wants('mod')) return false;
  // A sign such as "?" is what it is, however much Shift it took.
  return isSign(key) || press.shiftKey === wants('shift');
}

/** A letter or a sign alone, also with Shift: what the switch for single keys is about (WCAG 2.1.4). */
export const isSingle = (chord: string): boolean => !chord.includes('mod+') && !/(?:^|\+)f\d+$/u.test(chord);
const isArrow = (chord: string): boolean => chord.startsWith('arrow');
// In a field they take back what was typed, and nothing that was decided.
const fieldsOwn = new Set(['mod+z', 'mod+shift+z', 'mod+y']);

function isAllowed(chord: string, focus: Focus, options: KeyOptions): boolean {
  if (!isSingle(chord)) return !(focus.isText && fieldsOwn.has(chord));
  if (focus.isText || focus.isPicker) return false;
  if (isArrow(chord)) return !focus.takesArrows;
  if (chord === 'enter') return !focus.isPressable;
  return options.singleKeys;
}

export interface Found {
  readonly action: ActionId | null;
  /** The first key of a pair was pressed; the next press completes it. */
  readonly first: string | null;
}

/** Which action a press asks for, of those that can be done now. `first`: the first key of a pair, if one was pressed. */
export function findAction(
  press: Press,
  first: string | null,
  focus: Focus,
  registry: Pick<ActionRegistry, 'handler'>,
  options: KeyOptions,
): Found {
  let begun: string | null = null;
  for (const id of actionIds) {
    if (registry.handler(id) === null) continue;
    for (const keys of options.keys?.[id] ?? factOf(id).keys) {
      const [one = '', two] = keys.split(' ');
      if (!isAllowed(one, focus, options)) continue;
      if (two === undefined) {
        if (first === null && pressMatches(press, one, options.isMac)) return { action: id, first: null };
      } else if (first === one) {
        if (pressMatches(press, two, options.isMac)) return { action: id, first: null };
      } else if (pressMatches(press, one, options.isMac)) begun = one;
    }
  }
  return { action: null, first: begun };
}

const names: Readonly<Record<string, string>> = {
  enter: '↵',
  arrowdown: '↓',
  arrowup: '↑',
  f6: 'F6',
  arrowleft: '←',
  arrowright: '→',
  backspace: '⌫',
  escape: 'Esc',
};

/** As it is printed beside a button: "⌘↵" on a Mac, "Ctrl ↵" elsewhere, "G then T" as "G T". */
export function keyLabel(keys: string, isMac: boolean): string {
  const one = (chord: string): string =>
    chord
      .split('+')
      .map((part) => {
        if (part === 'mod') return isMac ? '⌘' : 'Ctrl';
        if (part === 'shift') return isMac ? '⇧' : 'Shift';
        return names[part] ?? part.toUpperCase();
      })
      .join(isMac ? '' : ' ');
  return keys.split(' ').map(one).join(' ');
}

/** For `aria-keyshortcuts`, which knows no pairs. */
export const ariaKeys = (keys: readonly string[], isMac: boolean): string =>
  keys
    .filter((chord) => !chord.includes(' '))
    .map((chord) =>
      chord
        .split('+')
        .map((part) => {
          if (part === 'mod') return isMac ? 'Meta' : 'Control';
          return part.length === 1 ? part.toUpperCase() : part.charAt(0).toUpperCase() + part.slice(1);
        })
        .join('+'),
    )
    .join(' ');
