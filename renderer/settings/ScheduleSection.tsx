// When nights fall, what they wait for, and what is done about one whose time went by.
import type { CatchUp, SchedulePattern, ScheduleSettings } from '../../shared/schedule.ts';
import type { Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Check } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { Told } from '../ui/Told.tsx';
import { cronWords, readCron } from './cron-words.ts';
import { Group } from './Group.tsx';
import { readClock, readOptional, readWhole, writeClock } from './readings.ts';
import styles from './ScheduleSection.module.css';
import { useKeep } from './use-keep.ts';

interface PartProps {
  readonly schedule: ScheduleSettings;
}

function useSchedule() {
  const { change, choose } = useKeep();
  const patch = (part: Partial<ScheduleSettings>) => (now: Settings) => ({
    schedule: { ...now.schedule, ...part },
  });
  return {
    change: (part: Partial<ScheduleSettings>) => change(patch(part)),
    choose: (part: Partial<ScheduleSettings>) => choose(patch(part)),
  };
}

/** The same night said in the other way, so that choosing a way changes nothing else. */
function patternAs(kind: SchedulePattern['kind'], now: SchedulePattern): SchedulePattern {
  const [minute = 0, hour = 3] =
    now.kind === 'cron' ? now.expression.split(' ').map(Number) : [now.minute, now.hour];
  const isHour = Number.isInteger(hour) && Number.isInteger(minute);
  const at = isHour ? { hour, minute } : { hour: 3, minute: 0 };
  if (kind !== 'cron') return { kind, ...at };
  if (now.kind === 'cron') return now;
  return { kind, expression: `${at.minute} ${at.hour} * * ${now.kind === 'weekdays' ? '1-5' : '*'}` };
}

function Pattern({ schedule }: PartProps) {
  const { say, language } = useWords();
  const { change, choose } = useSchedule();
  const { pattern } = schedule;
  const hour =
    pattern.kind === 'cron' ? null : (
      <DraftField
        label={say('settings.hour')}
        width="short"
        value={pattern.hour * 60 + pattern.minute}
        write={writeClock}
        read={readClock}
        keep={(at) => change({ pattern: { kind: pattern.kind, hour: Math.floor(at / 60), minute: at % 60 } })}
      />
    );
  const cron =
    pattern.kind === 'cron' ? (
      <DraftField
        label={say('settings.cron')}
        width="middle"
        value={pattern.expression}
        write={(expression) => expression}
        read={readCron}
        meaning={(expression) => cronWords(expression, language) ?? say('settings.wrongCron')}
        keep={(expression) => change({ pattern: { kind: 'cron', expression } })}
      />
    ) : null;
  return (
    <Choices<SchedulePattern['kind']>
      legend={say('settings.pattern')}
      isLegendHidden
      value={pattern.kind}
      onChange={(kind) => choose({ pattern: patternAs(kind, pattern) })}
      options={[
        { value: 'daily', label: say('settings.daily'), more: hour },
        { value: 'weekdays', label: say('settings.weekdays'), more: hour },
        { value: 'cron', label: say('settings.cronPattern'), more: cron },
      ]}
    />
  );
}

function Zone({ schedule }: PartProps) {
  const { say, formats } = useWords();
  const { choose } = useSchedule();
  const known = Intl.supportedValuesOf('timeZone');
  const { zone } = schedule;
  // A zone that was set elsewhere and that this browser does not list stays chosen.
  const zones = zone === null || known.includes(zone) ? known : [zone, ...known];
  return (
    <div className={styles['zone']}>
      <Select
        label={say('settings.zone')}
        value={zone ?? ''}
        onChange={(next) => choose({ zone: next === '' ? null : next })}
        options={[
          { value: '', label: say('settings.zoneHere', { zone: formats.zoneName() }) },
          ...zones.map((name) => ({ value: name, label: name.replaceAll('_', ' ') })),
        ]}
      />
    </div>
  );
}

function NextNights({ schedule }: PartProps) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const next = useValue(stores.night.state)?.next ?? null;
  if (next === null) return null;
  const nights = next.dueAtMs === null ? [] : [next.dueAtMs, ...next.laterMs].slice(0, 3);
  if (nights.length === 0 || !schedule.isOn)
    return (
      <p className={styles['none']}>
        {next.because === null ? say('settings.noNight') : <Told text={next.because} />}
      </p>
    );
  return (
    <ol className={styles['nights']}>
      {nights.map((ms) => (
        <li key={ms}>
          <time dateTime={new Date(ms).toISOString()}>
            <span>{formats.day(ms)}</span> <strong>{formats.time(ms)}</strong>
          </time>
        </li>
      ))}
    </ol>
  );
}

function Late({ schedule }: PartProps) {
  const { say } = useWords();
  const { change, choose } = useSchedule();
  return (
    <>
      <Choices<CatchUp>
        legend={say('settings.catchUp')}
        isLegendHidden
        value={schedule.catchUp}
        onChange={(catchUp) => choose({ catchUp })}
        options={[
          { value: 'on-wake', label: say('settings.catchUpOnWake') },
          { value: 'ask', label: say('settings.catchUpAsk') },
          { value: 'skip', label: say('settings.catchUpSkip') },
        ]}
      />
      {schedule.catchUp !== 'skip' && (
        <DraftField
          label={say('settings.latestStart')}
          hint={say('settings.latestStartHint')}
          width="short"
          value={schedule.latestStartMinute}
          write={(minute) => (minute === null ? '' : writeClock(minute))}
          read={readOptional(readClock)}
          keep={(latestStartMinute) => change({ latestStartMinute })}
        />
      )}
    </>
  );
}

function Gates({ schedule }: PartProps) {
  const { say } = useWords();
  const { change, choose } = useSchedule();
  return (
    <>
      <Check
        label={say('settings.onPower')}
        isOn={schedule.onPower}
        onChange={(onPower) => choose({ onPower })}
      />
      <DraftField
        label={say('settings.idle')}
        hint={say('settings.idleHint')}
        width="short"
        value={schedule.idleMinutes}
        write={String}
        read={readWhole({ min: 0, max: 24 * 60 })}
        keep={(idleMinutes) => change({ idleMinutes })}
      />
      <DraftField
        label={say('settings.newSessions')}
        hint={say('settings.newSessionsHint')}
        width="short"
        value={schedule.newSessionsMin}
        write={String}
        read={readWhole({ min: 0, max: 1_000_000 })}
        keep={(newSessionsMin) => change({ newSessionsMin })}
      />
    </>
  );
}

function StartAtLogin({ isOn }: { readonly isOn: boolean }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useKeep();
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  return (
    <Check
      label={say('settings.startAtLogin')}
      {...(isDesktop ? {} : { hint: say('settings.desktopOnly') })}
      isOn={isOn}
      onChange={(startAtLogin) => choose(() => ({ startAtLogin }))}
    />
  );
}

export function ScheduleSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useSchedule();
  const { schedule } = settings;
  return (
    <>
      <Group title={say('settings.nights')}>
        <Check
          label={say('settings.isOn')}
          hint={say('settings.isOnHint')}
          isOn={schedule.isOn}
          onChange={(isOn) => choose({ isOn })}
        />
      </Group>
      <Group title={say('settings.when')}>
        <Pattern schedule={schedule} />
        <Zone schedule={schedule} />
      </Group>
      <Group title={say('settings.nextThree')}>
        <NextNights schedule={schedule} />
      </Group>
      <Group title={say('settings.waitsFor')}>
        <Gates schedule={schedule} />
      </Group>
      <Group title={say('settings.catchUp')}>
        <Late schedule={schedule} />
      </Group>
      <Group title={say('settings.login')}>
        <StartAtLogin isOn={settings.startAtLogin} />
      </Group>
    </>
  );
}
