// What a night may cost at most, and what the last one did cost.
import type { BudgetSettings, Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Group, Note } from './Group.tsx';
import { readAmount, readWhole } from './readings.ts';
import styles from './BudgetSection.module.css';
import { useKeep } from './use-keep.ts';

const fields = [
  { name: 'usdPerNight', words: 'settings.usdPerNight', read: readAmount({ min: 0, max: 10_000 }) },
  { name: 'usdPerMonth', words: 'settings.usdPerMonth', read: readAmount({ min: 0, max: 100_000 }) },
  {
    name: 'tokensPerNight',
    words: 'settings.tokensPerNight',
    read: readWhole({ min: 0, max: 1_000_000_000 }),
  },
  { name: 'minutesPerNight', words: 'settings.minutesPerNight', read: readAmount({ min: 0, max: 24 * 60 }) },
] as const satisfies readonly { readonly name: keyof BudgetSettings; [more: string]: unknown }[];

const written = (name: keyof BudgetSettings, n: number): string =>
  name.startsWith('usd') ? n.toFixed(2) : String(n);

function LastNight() {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const last = useValue(stores.night.state)?.last ?? null;
  if (last === null) return <p className={styles['spent']}>{say('settings.noNightYet')}</p>;
  const { cost, startedAtMs } = last;
  return (
    <p className={styles['spent']}>
      {say('settings.lastCost', {
        when: formats.date(startedAtMs),
        usd: formats.usd(cost.usd),
        tokens: formats.number(cost.tokens),
      })}
    </p>
  );
}

export function BudgetSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { change } = useKeep();
  const { budget, model } = settings;
  return (
    <>
      <Note>{say(model.choice === 'none' ? 'settings.budgetNoModel' : 'settings.modelNotYetText')}</Note>
      <Group title={say('settings.limits')}>
        <div className={styles['fields']}>
          {fields.map(({ name, words, read }) => (
            <DraftField
              key={name}
              label={say(words)}
              width="short"
              value={budget[name]}
              write={(n) => written(name, n)}
              read={read}
              keep={(n) => change((now) => ({ budget: { ...now.budget, [name]: n } }))}
            />
          ))}
        </div>
        <p className={styles['spent']}>{say('settings.atLimit')}</p>
      </Group>
      <Group title={say('settings.spent')}>
        <LastNight />
      </Group>
    </>
  );
}
