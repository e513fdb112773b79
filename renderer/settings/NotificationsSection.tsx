// The one message a morning, and how much of it may be seen by others.
import type { Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Check } from '../ui/Field.tsx';
import { Group, Note } from './Group.tsx';
import { readClock, writeClock } from './readings.ts';
import { useKeep } from './use-keep.ts';

export function NotificationsSection({ settings }: { readonly settings: Settings }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { change, choose } = useKeep();
  const { notifications, schedule } = settings;
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  const set = (part: Partial<Settings['notifications']>): void =>
    choose((now) => ({ notifications: { ...now.notifications, ...part } }));
  return (
    <>
      {!isDesktop && <Note>{say('settings.notifyDesktopOnly')}</Note>}
      <Group title={say('settings.morning')}>
        <Check
          label={say('settings.notifyMorning')}
          hint={say('settings.notifyMorningHint')}
          isOn={notifications.morning}
          onChange={(morning) => set({ morning })}
        />
        <DraftField
          label={say('settings.wakeTime')}
          hint={say('settings.wakeTimeHint')}
          width="short"
          value={schedule.wakeMinute}
          write={writeClock}
          read={readClock}
          keep={(wakeMinute) => change((now) => ({ schedule: { ...now.schedule, wakeMinute } }))}
        />
      </Group>
      <Group title={say('settings.privacy')}>
        <Check
          label={say('settings.lockScreen')}
          hint={say('settings.lockScreenHint')}
          isOn={notifications.textOnLockScreen}
          onChange={(textOnLockScreen) => set({ textOnLockScreen })}
        />
      </Group>
    </>
  );
}
