// The keys of one action: taken away, or pressed anew; what they are in the way of is told before they are given.
import { X } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { factOf, type ActionId } from '../app/actions.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { keyLabel, pairMs } from '../app/keyboard.ts';
import {
  canBeginPair,
  clashesOf,
  givenTo,
  isChanged,
  keysOf,
  pressedKeys,
  usualAgain,
  withKeys,
  type OwnKeys,
} from '../app/keys.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import styles from './KeyDialog.module.css';

interface Caught {
  /** As the list of actions writes them; null before the first press. */
  readonly keys: string | null;
  readonly isRefused: boolean;
  readonly catchKeys: (event: KeyboardEvent) => void;
  readonly forget: () => void;
}

/** What was pressed last; two letters within the time of a pair are a pair. */
function useCaught(): Caught {
  const { isMac } = useApp();
  const [caught, setCaught] = useState<{ readonly keys: string | null; readonly isRefused: boolean }>({
    keys: null,
    isRefused: false,
  });
  const lastAt = useRef(0);
  const catchKeys = (event: KeyboardEvent): void => {
    // The way on and the way out stay what they are.
    if (event.key === 'Tab' || event.key === 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    const pressed = pressedKeys(event.nativeEvent, isMac);
    if (pressed.kind === 'nothing-yet') return;
    if (pressed.kind === 'refused') return setCaught({ keys: null, isRefused: true });
    const isSecond =
      event.timeStamp - lastAt.current < pairMs &&
      caught.keys !== null &&
      canBeginPair(caught.keys) &&
      canBeginPair(pressed.chord);
    lastAt.current = event.timeStamp;
    return setCaught({
      keys: isSecond ? `${caught.keys ?? ''} ${pressed.chord}` : pressed.chord,
      isRefused: false,
    });
  };
  return { ...caught, catchKeys, forget: () => setCaught({ keys: null, isRefused: false }) };
}

interface CurrentProps {
  readonly keys: readonly string[];
  readonly onRemove: (keys: string) => void;
}

function Current({ keys, onRemove }: CurrentProps) {
  const { isMac } = useApp();
  const { say } = useWords();
  if (keys.length === 0) return <p className={styles['none']}>{say('settings.keysNone')}</p>;
  return (
    <ul className={styles['current']}>
      {keys.map((each) => {
        const label = keyLabel(each, isMac);
        return (
          <li key={each} className={styles['key']}>
            <kbd>{label}</kbd>
            <button
              type="button"
              aria-label={say('settings.keysRemove', { keys: label })}
              onClick={() => onRemove(each)}
            >
              <X size={14} aria-hidden="true" />
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** What keeps the pressed keys from being given, or what it costs; null for nothing. */
function useComplaint(caught: Caught, isThere: boolean, clashes: readonly ActionId[]): string | null {
  const { isMac } = useApp();
  const { say } = useWords();
  if (caught.isRefused) return say('settings.keysRefused');
  if (isThere) return say('settings.keysHere');
  if (caught.keys === null || clashes.length === 0) return null;
  const actions = clashes.map((other) => say(factOf(other).words)).join(', ');
  return say('settings.keysClash', { keys: keyLabel(caught.keys, isMac), actions });
}

export interface KeyDialogProps {
  readonly id: ActionId;
  readonly own: OwnKeys;
  readonly onKeep: (own: OwnKeys) => void;
  readonly onClose: () => void;
}

export function KeyDialog({ id, own, onKeep, onClose }: KeyDialogProps) {
  const { isMac } = useApp();
  const { say } = useWords();
  const caught = useCaught();
  const field = useRef<HTMLInputElement>(null);
  const keys = keysOf(id, own);
  const wish = caught.keys;
  const label = wish === null ? '' : keyLabel(wish, isMac);
  const isThere = wish !== null && keys.includes(wish);
  const clashes = wish === null ? [] : clashesOf(id, wish, own);
  const complaint = useComplaint(caught, isThere, clashes);
  const give = (): void => {
    if (wish === null || isThere) return;
    onKeep(givenTo(own, id, wish));
    caught.forget();
    field.current?.focus();
  };
  const addLabel = (): string => {
    if (wish === null) return say('settings.keysAddNone');
    return say(clashes.length > 0 ? 'settings.keysInstead' : 'settings.keysAdd', { keys: label });
  };
  return (
    <Dialog
      title={say('settings.keysOf', { action: say(factOf(id).words) })}
      isOpen
      onClose={onClose}
      firstFocus={field}
      actions={
        <>
          {isChanged(id, own) && (
            <Button tone="quiet" onClick={() => onKeep(usualAgain(own, id))}>
              {say('settings.keysUsual')}
            </Button>
          )}
          <Button onClick={onClose}>{say('action.close')}</Button>
        </>
      }
    >
      <div className={styles['body']}>
        <Current
          keys={keys}
          onRemove={(gone) =>
            onKeep(
              withKeys(
                own,
                id,
                keys.filter((each) => each !== gone),
              ),
            )
          }
        />
        <div onKeyDown={caught.catchKeys}>
          <Field
            label={say('settings.keysPress')}
            hint={say('settings.keysPressHint')}
            placeholder={say('settings.keysPlaceholder')}
            control={field}
            value={label}
            complaint={complaint}
            onChange={() => undefined}
          />
        </div>
        <Button tone="primary" disabled={wish === null || isThere} onClick={give}>
          {addLabel()}
        </Button>
      </div>
    </Dialog>
  );
}
