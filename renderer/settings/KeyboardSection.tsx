// Single keys on or off, and which keys each action has.
import { useState } from 'react';
import type { Settings } from '../../shared/settings.ts';
import { actionGroups, actionIds, factOf, type ActionId } from '../app/actions.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { keyLabel } from '../app/keyboard.ts';
import { isChanged, keysOf } from '../app/keys.ts';
import { groupNames } from '../app/ShortcutHelp.tsx';
import { ActionButton, Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Check } from '../ui/Field.tsx';
import { Group, Note } from './Group.tsx';
import { KeyDialog } from './KeyDialog.tsx';
import styles from './KeyboardSection.module.css';
import { useKeep } from './use-keep.ts';

interface RowProps {
  readonly id: ActionId;
  readonly own: Settings['keys'];
  readonly onChange: () => void;
}

function Row({ id, own, onChange }: RowProps) {
  const { isMac } = useApp();
  const { say } = useWords();
  const keys = keysOf(id, own);
  const name = say(factOf(id).words);
  return (
    <li className={styles['row']}>
      <span className={styles['name']}>
        {name} {isChanged(id, own) && <Chip>{say('settings.keysChanged')}</Chip>}
      </span>
      <span className={styles['keys']}>
        {keys.length === 0 && <span className={styles['none']}>{say('settings.keysNone')}</span>}
        {keys.map((each) => (
          <kbd key={each} className={styles['key']}>
            {keyLabel(each, isMac)}
          </kbd>
        ))}
      </span>
      <Button isSmall aria-label={say('settings.changeKeysOf', { action: name })} onClick={onChange}>
        {say('settings.changeKeys')}
      </Button>
    </li>
  );
}

export function KeyboardSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useKeep();
  const [changing, setChanging] = useState<ActionId | null>(null);
  return (
    <>
      <Group title={say('help.singleKeys')}>
        <Check
          label={say('settings.singleKeys')}
          hint={say('help.singleKeysHint')}
          isOn={settings.singleKeys}
          onChange={(singleKeys) => choose(() => ({ singleKeys }))}
        />
      </Group>
      <Group title={say('settings.allKeys')}>
        <Note>{say('settings.keysText')}</Note>
        <div className={styles['ways']}>
          <ActionButton action="app.help" />
          <ActionButton action="app.palette" />
        </div>
      </Group>
      {actionGroups.map((group) => (
        <Group key={group} title={say(groupNames[group])}>
          <ul className={styles['rows']}>
            {actionIds
              .filter((id) => factOf(id).group === group)
              .map((id) => (
                <Row key={id} id={id} own={settings.keys} onChange={() => setChanging(id)} />
              ))}
          </ul>
        </Group>
      ))}
      {changing !== null && (
        <KeyDialog
          key={changing}
          id={changing}
          own={settings.keys}
          onKeep={(keys) => choose(() => ({ keys }))}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  );
}
