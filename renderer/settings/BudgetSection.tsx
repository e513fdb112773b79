// What a night and a month may cost at most, what was spent of it, what the next night would cost, and at which prices.
import type { BudgetSettings, Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { SpendMeter } from '../model/SpendMeter.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import type { PlainKey } from '../words/words.ts';
import styles from './BudgetSection.module.css';
import { EstimateGroup } from './EstimateGroup.tsx';
import { Group, Note } from './Group.tsx';
import { PricesGroup } from './PricesGroup.tsx';
import { readAmount, readWhole } from './readings.ts';
import { useKeep } from './use-keep.ts';
import { useModel } from './use-model.ts';

const nights = [
  { name: 'usdPerNight', words: 'model.night.usd', read: readAmount({ min: 0, max: 10_000 }) },
  { name: 'tokensPerNight', words: 'model.night.tokens', read: readWhole({ min: 0, max: 1_000_000_000 }) },
  { name: 'minutesPerNight', words: 'model.night.minutes', read: readAmount({ min: 0, max: 24 * 60 }) },
] as const satisfies readonly CapField[];

const months = [
  { name: 'usdPerMonth', words: 'model.month.usd', read: readAmount({ min: 0, max: 100_000 }) },
  { name: 'tokensPerMonth', words: 'model.month.tokens', read: readWhole({ min: 0, max: 10_000_000_000 }) },
  { name: 'minutesPerMonth', words: 'model.month.minutes', read: readAmount({ min: 0, max: 31 * 24 * 60 }) },
  { name: 'roundsPerMonth', words: 'model.month.rounds', read: readWhole({ min: 0, max: 10_000 }) },
] as const satisfies readonly CapField[];

interface CapField {
  readonly name: keyof BudgetSettings;
  readonly words: PlainKey;
  readonly read: ReturnType<typeof readAmount>;
}

const written = (name: keyof BudgetSettings, n: number): string =>
  name.startsWith('usd') ? n.toFixed(2) : n.toLocaleString('en-US');

function Caps({ fields, budget }: { readonly fields: readonly CapField[]; readonly budget: BudgetSettings }) {
  const { say } = useWords();
  const { change } = useKeep();
  return fields.map(({ name, words, read }) => (
    <DraftField
      key={name}
      label={say(words)}
      width="short"
      value={budget[name]}
      write={(n) => written(name, n)}
      read={read}
      keep={(n) => change((now) => ({ budget: { ...now.budget, [name]: n } }))}
    />
  ));
}

function RoundsANight({ roundsMax }: { readonly roundsMax: number }) {
  const { say } = useWords();
  const { change } = useModel();
  return (
    <DraftField
      label={say('model.night.rounds')}
      width="short"
      value={roundsMax}
      write={String}
      read={readWhole({ min: 0, max: 20 })}
      keep={(n) => change({ roundsMax: n })}
    />
  );
}

function Spent({ budget }: { readonly budget: BudgetSettings }) {
  const { stores } = useApp();
  const { say, formats } = useWords();
  const view = useValue(stores.model.status);
  const last = useValue(stores.night.state)?.last ?? null;
  return (
    <div className={styles['meters']}>
      <h4>{say('model.thisMonth')}</h4>
      {view !== null && (
        <>
          <SpendMeter
            label={say('model.spend.usd')}
            spent={view.month.usd}
            cap={budget.usdPerMonth}
            unit="usd"
          />
          <SpendMeter
            label={say('model.spend.tokens')}
            spent={view.month.tokens}
            cap={budget.tokensPerMonth}
            unit="tokens"
          />
          <SpendMeter
            label={say('model.spend.minutes')}
            spent={Math.round(view.month.minutes)}
            cap={budget.minutesPerMonth}
            unit="number"
          />
          <SpendMeter
            label={say('model.spend.rounds')}
            spent={view.month.rounds}
            cap={budget.roundsPerMonth}
            unit="number"
          />
        </>
      )}
      <p className={styles['spent']}>
        {last === null
          ? say('settings.noNightYet')
          : say('settings.lastCost', {
              when: formats.date(last.startedAtMs),
              usd: formats.money(last.cost.usd),
              tokens: formats.number(last.cost.tokens),
            })}
      </p>
    </div>
  );
}

export function BudgetSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { budget, model } = settings;
  return (
    <>
      {model.choice === 'none' && <Note>{say('settings.budgetNoModel')}</Note>}
      <Group title={say('settings.limits')}>
        <div className={styles['caps']}>
          <section aria-label={say('model.capsNight')}>
            <Caps fields={nights} budget={budget} />
            <RoundsANight roundsMax={model.roundsMax} />
          </section>
          <section aria-label={say('model.capsMonth')}>
            <Caps fields={months} budget={budget} />
          </section>
        </div>
        <p className={styles['spent']}>{say('settings.atLimit')}</p>
      </Group>
      <Group title={say('settings.spent')}>
        <Spent budget={budget} />
      </Group>
      {model.choice !== 'none' && <EstimateGroup />}
      <PricesGroup />
    </>
  );
}
