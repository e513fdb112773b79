// Every action by its name: type, choose, done.
import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { useMemo } from 'react';
import overlayStyles from '../ui/Overlay.module.css';
import { Kbd } from '../ui/Kbd.tsx';
import { useApp, useWords } from './AppContext.tsx';
import { factOf, type ActionId } from './actions.ts';
import { keyLabel } from './keyboard.ts';
import { keysOf } from './keys.ts';
import { useOwnKeys } from './use-keys.ts';
import styles from './Palette.module.css';

export interface PaletteProps {
  /** What could be done when it was opened; null while it is closed. */
  readonly actions: readonly ActionId[] | null;
  readonly onClose: () => void;
  readonly onPick: (action: ActionId) => void;
}

interface Entry {
  readonly value: ActionId;
  readonly label: string;
  readonly keys: string | undefined;
}

function Entries({
  entries,
  onPick,
}: {
  readonly entries: readonly Entry[];
  readonly onPick: PaletteProps['onPick'];
}) {
  const { say } = useWords();
  return (
    <Autocomplete.Root open inline items={[...entries]} autoHighlight="always" keepHighlight>
      <Autocomplete.Input
        className={styles['input']}
        placeholder={say('palette.placeholder')}
        aria-label={say('action.palette')}
      />
      <Autocomplete.Empty className={styles['empty']}>{say('palette.none')}</Autocomplete.Empty>
      <Autocomplete.List className={styles['list']}>
        {(entry: Entry) => (
          <Autocomplete.Item
            key={entry.value}
            value={entry}
            className={styles['item']}
            onClick={() => onPick(entry.value)}
          >
            <span>{entry.label}</span>
            {entry.keys !== undefined && <Kbd>{entry.keys}</Kbd>}
          </Autocomplete.Item>
        )}
      </Autocomplete.List>
    </Autocomplete.Root>
  );
}

export function Palette({ actions, onClose, onPick }: PaletteProps) {
  const { isMac } = useApp();
  const { say } = useWords();
  const own = useOwnKeys();
  const entries = useMemo(
    () =>
      (actions ?? [])
        .filter((id) => factOf(id).isKeyOnly !== true)
        .map((id): Entry => {
          const { words, group } = factOf(id);
          const [first] = keysOf(id, own);
          const label = group === 'go' ? say('palette.goTo', { place: say(words) }) : say(words);
          return { value: id, label, keys: first === undefined ? undefined : keyLabel(first, isMac) };
        }),
    [actions, isMac, own, say],
  );
  return (
    <BaseDialog.Root open={actions !== null} onOpenChange={(isOpen) => isOpen || onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={overlayStyles['backdrop']} />
        <BaseDialog.Popup className={styles['popup']} aria-label={say('action.palette')}>
          <Entries entries={entries} onPick={onPick} />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
