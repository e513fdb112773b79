// The fourth step: the hour, and a short nap right now, so that the first finding is about one's own week.
import type { Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { cronWords } from '../settings/cron-words.ts';
import { readClock, writeClock } from '../settings/readings.ts';
import { useKeep } from '../settings/use-keep.ts';
import { Button } from '../ui/Button.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Check } from '../ui/Field.tsx';
import { useFinish } from './use-finish.ts';
import styles from './WelcomePage.module.css';

function Hour({ settings }: { readonly settings: Settings }) {
  const { say, language } = useWords();
  const { change } = useKeep();
  const { pattern } = settings.schedule;
  // Whoever set a cron expression is not asked for an hour.
  if (pattern.kind === 'cron') {
    return <p className={styles['words']}>{cronWords(pattern.expression, language) ?? pattern.expression}</p>;
  }
  return (
    <DraftField
      label={say(pattern.kind === 'daily' ? 'settings.daily' : 'settings.weekdays')}
      hint={say('welcome.whenHint')}
      width="middle"
      value={pattern.hour * 60 + pattern.minute}
      write={writeClock}
      read={readClock}
      keep={(at) =>
        change((now) => ({
          schedule: {
            ...now.schedule,
            pattern: { kind: pattern.kind, hour: Math.floor(at / 60), minute: at % 60 },
          },
        }))
      }
    />
  );
}

export function When({ settings }: { readonly settings: Settings }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useKeep();
  const { nap } = useFinish();
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  const night = useValue(stores.night.state);
  const isBusy = night !== null && night.running !== null;
  return (
    <div className={styles['body']}>
      <Hour settings={settings} />
      {isDesktop && (
        <Check
          label={say('settings.startAtLogin')}
          isOn={settings.startAtLogin}
          onChange={(startAtLogin) => choose(() => ({ startAtLogin }))}
        />
      )}
      <div className={styles['nap']}>
        <h3>{say('welcome.nap')}</h3>
        <p className={styles['words']}>{say(isBusy ? 'welcome.napBusy' : 'welcome.napText')}</p>
        <div>
          <Button disabled={isBusy} onClick={nap}>
            {say('welcome.napNow')}
          </Button>
        </div>
      </div>
    </div>
  );
}
