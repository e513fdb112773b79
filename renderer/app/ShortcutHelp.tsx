// All keys, and the switch that turns single ones off.
import { Link } from 'wouter';
import { useStore } from 'zustand';
import { Dialog } from '../ui/Overlay.tsx';
import { Check } from '../ui/Field.tsx';
import { useApp, useWords } from './AppContext.tsx';
import { actionGroups, actionIds, factOf, type ActionGroup, type ActionId } from './actions.ts';
import { keyLabel } from './keyboard.ts';
import { pathTo } from './routes.ts';
import { useKeys } from './use-keys.ts';
import styles from './ShortcutHelp.module.css';
import type { PlainKey } from '../words/words.ts';

export const groupNames: Readonly<Record<ActionGroup, PlainKey>> = {
  go: 'help.go',
  night: 'help.night',
  review: 'help.review',
  list: 'help.list',
  app: 'help.app',
};

function Row({ id }: { readonly id: ActionId }) {
  const { isMac } = useApp();
  const { say } = useWords();
  const keys = useKeys()(id);
  if (keys.length === 0) return null;
  return (
    <div className={styles['row']}>
      <dt>{say(factOf(id).words)}</dt>
      <dd>
        {keys.map((each) => (
          <kbd key={each} className={styles['key']}>
            {keyLabel(each, isMac)}
          </kbd>
        ))}
      </dd>
    </div>
  );
}

export function ShortcutHelp({
  isOpen,
  onClose,
}: {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { stores } = useApp();
  const { say } = useWords();
  const settings = useStore(stores.settings.settings);
  const isOn = settings.kind !== 'ready' || settings.value.singleKeys;
  const set = async (singleKeys: boolean): Promise<void> => {
    const failure = await stores.settings.set({ singleKeys });
    if (failure !== null) stores.news.fail(failure);
  };
  return (
    <Dialog title={say('action.help')} isOpen={isOpen} onClose={onClose} isWide>
      <Check
        label={say('help.singleKeys')}
        hint={say('help.singleKeysHint')}
        isOn={isOn}
        onChange={(on) => void set(on)}
      />
      <p className={styles['change']}>
        <Link href={pathTo('settings', 'keyboard')} onClick={onClose}>
          {say('help.changeKeys')}
        </Link>
      </p>
      <div className={styles['groups']}>
        {actionGroups.map((group) => (
          <section key={group}>
            <h3>{say(groupNames[group])}</h3>
            <dl>
              {actionIds
                .filter((id) => factOf(id).group === group)
                .map((id) => (
                  <Row key={id} id={id} />
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
