// Who dreams: the engine alone, or with a model's help. Nothing here is called by a night yet, and the screen says so.
import type { ModelChoice, ModelSettings, Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Group, Note } from './Group.tsx';
import { readAddress, readText, readWhole } from './readings.ts';
import styles from './ModelSection.module.css';
import { useKeep } from './use-keep.ts';

// The app takes no longer name (electron/door/pieces.ts).
const nameCharsMax = 200;

function useModel() {
  const { change, choose } = useKeep();
  const patch = (part: Partial<ModelSettings>) => (now: Settings) => ({ model: { ...now.model, ...part } });
  return {
    change: (part: Partial<ModelSettings>) => change(patch(part)),
    choose: (part: Partial<ModelSettings>) => choose(patch(part)),
  };
}

function Names({ model }: { readonly model: ModelSettings }) {
  const { say } = useWords();
  const { change } = useModel();
  const text = { write: (name: string | null) => name ?? '', read: readText(nameCharsMax) } as const;
  return (
    <>
      {model.choice === 'server' && (
        <DraftField
          label={say('settings.baseUrl')}
          hint={say('settings.baseUrlHint')}
          placeholder="http://127.0.0.1:11434"
          width="middle"
          value={model.baseUrl}
          write={(url) => url ?? ''}
          read={readAddress}
          keep={(baseUrl) => change({ baseUrl })}
        />
      )}
      <DraftField
        label={say('settings.reader')}
        hint={say('settings.readerHint')}
        width="middle"
        value={model.readerModel}
        {...text}
        keep={(readerModel) => change({ readerModel })}
      />
      <DraftField
        label={say('settings.consolidator')}
        hint={say('settings.consolidatorHint')}
        width="middle"
        value={model.consolidatorModel}
        {...text}
        keep={(consolidatorModel) => change({ consolidatorModel })}
      />
    </>
  );
}

function Manner({ model }: { readonly model: ModelSettings }) {
  const { say } = useWords();
  const { change, choose } = useModel();
  return (
    <>
      <Choices<ModelSettings['mode']>
        legend={say('settings.mode')}
        isLegendHidden
        value={model.mode}
        onChange={(mode) => choose({ mode })}
        options={[
          { value: 'shadow', label: say('settings.modeShadow'), hint: say('settings.modeShadowHint') },
          { value: 'full', label: say('settings.modeFull'), hint: say('settings.modeFullHint') },
          { value: 'batch', label: say('settings.modeBatch'), hint: say('settings.modeBatchHint') },
        ]}
      />
      <DraftField
        label={say('settings.rounds')}
        width="short"
        value={model.roundsMax}
        write={String}
        read={readWhole({ min: 0, max: 20 })}
        keep={(roundsMax) => change({ roundsMax })}
      />
    </>
  );
}

export function ModelSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useModel();
  const { model } = settings;
  return (
    <>
      {model.choice !== 'none' && (
        <Banner tone="warn" title={say('settings.modelNotYet')}>
          <p>{say('settings.modelNotYetText')}</p>
        </Banner>
      )}
      <Group title={say('settings.whoDreams')}>
        <Choices<ModelChoice>
          legend={say('settings.whoDreams')}
          isLegendHidden
          value={model.choice}
          onChange={(choice) => choose({ choice })}
          options={[
            { value: 'none', label: say('settings.modelNone'), hint: say('settings.modelNoneHint') },
            { value: 'claude', label: say('settings.modelClaude'), hint: say('settings.modelClaudeHint') },
            { value: 'server', label: say('settings.modelServer'), hint: say('settings.modelServerHint') },
          ]}
        />
      </Group>
      {model.choice !== 'none' && (
        <>
          <Group title={say('settings.models')}>
            <Names model={model} />
            <div className={styles['test']}>
              <Button disabled>{say('settings.test')}</Button>
              <Note>{say('settings.testNotYet')}</Note>
            </div>
          </Group>
          <Group title={say('settings.mode')}>
            <Manner model={model} />
          </Group>
        </>
      )}
    </>
  );
}
