// Who dreams: the engine alone, or with a model's help, which is asked only at an address that its owner agreed to.
import type { ModelChoice, ModelSettings, Settings } from '../../shared/settings.ts';
import { useWords } from '../app/AppContext.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Group, Note } from './Group.tsx';
import { readAddress, readText, readWhole } from './readings.ts';
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
  const { change } = useModel();
  return (
    <>
      <Note>{say('settings.modeShadowHint')}</Note>
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

/** Where words would go; null while no address is named. */
const addressOf = ({ choice, baseUrl }: ModelSettings): string | null =>
  choice === 'claude' ? 'https://api.anthropic.com' : baseUrl;

/** Said for one address: another address has to be agreed to anew. */
function Consent({ model }: { readonly model: ModelSettings }) {
  const { say } = useWords();
  const { choose } = useModel();
  const address = addressOf(model);
  if (address === null) return null;
  return (
    <Group title={say('settings.consent')}>
      <Choices<'no' | 'yes'>
        legend={say('settings.consent')}
        isLegendHidden
        value={model.consentTo === address ? 'yes' : 'no'}
        onChange={(answer) => choose({ consentTo: answer === 'yes' ? address : null })}
        options={[
          { value: 'no', label: say('settings.consentNo'), hint: say('settings.consentNoHint') },
          {
            value: 'yes',
            label: say('settings.consentYes', { address }),
            hint: say('settings.consentYesHint'),
          },
        ]}
      />
    </Group>
  );
}

export function ModelSection({ settings }: { readonly settings: Settings }) {
  const { say } = useWords();
  const { choose } = useModel();
  const { model } = settings;
  return (
    <>
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
            <Note>{say('settings.keyByCommand')}</Note>
          </Group>
          <Consent model={model} />
          <Group title={say('settings.mode')}>
            <Manner model={model} />
          </Group>
        </>
      )}
    </>
  );
}
