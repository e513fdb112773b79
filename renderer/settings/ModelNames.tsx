// Which models are asked: from the server's own list once it was asked for, by name before. Beside each what it costs.
import { useStore } from 'zustand';
import type { ModelInfo, ModelPrice, ModelView } from '../../shared/models.ts';
import type { ModelSettings } from '../../shared/settings.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Check } from '../ui/Field.tsx';
import { Select } from '../ui/Select.tsx';
import { Group, Note } from './Group.tsx';
import { readText } from './readings.ts';
import styles from './ModelSection.module.css';
import { useModel } from './use-model.ts';

// The app takes no longer name (electron/door/pieces.ts).
const nameCharsMax = 200;

interface NameProps {
  readonly label: string;
  /** What is set; null: the usual one. */
  readonly set: string | null;
  /** What holds; null for none. */
  readonly inForce: string | null;
  readonly price: ModelPrice | null;
  readonly models: readonly ModelInfo[];
  readonly keep: (name: string | null) => ReturnType<ReturnType<typeof useModel>['change']>;
}

function usePriceWords(): (inForce: string | null, price: ModelPrice | null) => string {
  const { say, formats } = useWords();
  return (inForce, price) => {
    if (inForce === null) return say('model.noneNamed');
    if (price === null) return say('model.priceNone');
    return say('model.price', { in: formats.money(price.input), out: formats.money(price.output) });
  };
}

function Name({ label, set, inForce, price, models, keep }: NameProps) {
  const { say } = useWords();
  const { stores } = useApp();
  const priceWords = usePriceWords();
  const hint = priceWords(inForce, price);
  const usual = set === null && inForce !== null ? say('model.usual', { name: inForce }) : null;
  if (models.length === 0) {
    return (
      <DraftField
        label={label}
        hint={hint}
        width="middle"
        {...(usual === null ? {} : { placeholder: usual })}
        value={set}
        write={(name) => name ?? ''}
        read={readText(nameCharsMax)}
        keep={keep}
      />
    );
  }
  const isListed = set === null || models.some(({ id }) => id === set);
  const options = [
    { value: '', label: usual ?? say('model.usualUnnamed') },
    ...(isListed ? [] : [{ value: set, label: set }]),
    ...models.map(({ id, name, isActive }) => ({
      value: id,
      label: isActive ? name : say('model.retired', { name }),
    })),
  ];
  return (
    <div className={styles['name']}>
      <Select
        label={label}
        hint={hint}
        value={set ?? ''}
        options={options}
        onChange={(value) =>
          void keep(value === '' ? null : value).then((failure) => {
            if (failure !== null) stores.news.fail(failure);
          })
        }
      />
    </div>
  );
}

export function ModelNames({ view, model }: { readonly view: ModelView; readonly model: ModelSettings }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { change, choose } = useModel();
  const tested = useStore(stores.model.tested);
  const models = tested !== null && tested !== 'asking' && tested.ok ? tested.value.models : [];
  return (
    <Group title={say('model.choose')}>
      <Name
        key={`reader-${models.length}`}
        label={say('model.reader')}
        set={model.readerModel}
        inForce={view.reader}
        price={view.prices.reader}
        models={models}
        keep={(readerModel) => change({ readerModel })}
      />
      <Name
        key={`consolidator-${models.length}`}
        label={say('model.consolidator')}
        set={model.consolidatorModel}
        inForce={view.consolidator}
        price={view.prices.consolidator}
        models={models}
        keep={(consolidatorModel) => change({ consolidatorModel })}
      />
      <Name
        key={`grader-${models.length}`}
        label={say('model.grader')}
        set={model.graderModel}
        inForce={view.grader}
        price={view.prices.grader}
        models={models}
        keep={(graderModel) => change({ graderModel })}
      />
      <Note>{say('model.grades')}</Note>
      {models.length === 0 && <Note>{say('model.chooseHint')}</Note>}
      <Check
        label={say('model.tokensOnly')}
        hint={say('model.tokensOnlyHint')}
        isOn={model.tokensOnly}
        onChange={(tokensOnly) => choose({ tokensOnly })}
      />
    </Group>
  );
}
