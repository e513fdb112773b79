// Binds the keyboard to the page: one listener for all actions.
import type { ActionRegistry } from './actions.ts';
import { findAction, pairMs, type Focus, type KeyOptions } from './keyboard.ts';

const textInputs = 'input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select';
const pickers = '[role=menu], [role=listbox], [role=combobox]';

/** The innermost element, also inside an open shadow root. */
const targetOf = (event: Event): Element | null => {
  const target = event.composedPath()[0];
  return target instanceof Element ? target : null;
};

function focusOf(event: Event): Focus {
  const target = targetOf(event);
  const isIn = (selector: string): boolean => target !== null && target.closest(selector) !== null;
  return {
    isText: isIn(textInputs) || (target instanceof HTMLElement && target.isContentEditable),
    isPicker: isIn(pickers),
    takesArrows: isIn('[role=tablist], [role=radiogroup], input[type=radio]'),
    isPressable: isIn('button, a, summary, input, [role=tab], [role=button]'),
  };
}

/** Gives back how to stop. */
export function listenToKeys(registry: ActionRegistry, options: () => KeyOptions): () => void {
  let first: string | null = null;
  let firstAt = 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || event.key === 'Shift') return;
    const isFresh = event.timeStamp - firstAt < pairMs;
    const found = findAction(event, isFresh ? first : null, focusOf(event), registry, options());
    first = found.first;
    firstAt = event.timeStamp;
    if (found.action === null) return;
    event.preventDefault();
    registry.handler(found.action)?.();
  };
  document.addEventListener('keydown', onKeyDown);
  return () => document.removeEventListener('keydown', onKeyDown);
}
