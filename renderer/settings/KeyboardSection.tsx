// Single keys on or off, and where all keys are listed.
import type { Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { ActionButton } from '../ui/Button.tsx';
import { Check } from '../ui/Field.tsx';
import { Group } from './Group.tsx';
import styles from './ModelSection.module.css';
import { useKeep } from './use-keep.ts';

export function KeyboardSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useKeep();
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
        <div className={styles['test']}>
          <ActionButton action="app.help" />
          <ActionButton action="app.palette" />
        </div>
      </Group>
    </>
  );
}
