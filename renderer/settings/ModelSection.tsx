// Who dreams: the engine alone, or with a model's help, which is asked only at an address that its owner agreed to.
import { Link } from 'wouter';
import type { ModelView } from '../../shared/models.ts';
import type { ModelChoice, ModelSettings, Settings } from '../../shared/settings.ts';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { pathTo } from '../app/routes.ts';
import { standingOf, unpricedIn } from '../model/standing.ts';
import { Banner } from '../ui/Banner.tsx';
import { Choices } from '../ui/Choices.tsx';
import { DraftField } from '../ui/DraftField.tsx';
import { Group, Note } from './Group.tsx';
import { KeyGroup } from './KeyGroup.tsx';
import { ModelNames } from './ModelNames.tsx';
import styles from './ModelSection.module.css';
import { readAddress } from './readings.ts';
import { useModel } from './use-model.ts';

function Connection({ model }: { readonly model: ModelSettings }) {
  const { say } = useWords();
  const { change } = useModel();
  return (
    <Group title={say('model.server')}>
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
    </Group>
  );
}

function Leaves({ view, model }: { readonly view: ModelView; readonly model: ModelSettings }) {
  const { say } = useWords();
  const sent = [
    say('model.leavesSent.1'),
    say('model.leavesSent.2'),
    say('model.leavesSent.3'),
    ...(model.mode !== 'shadow' ? [say('model.leavesSentFull')] : []),
  ];
  const never = [say('model.leavesNever.1'), say('model.leavesNever.2'), say('model.leavesNever.3')];
  return (
    <div className={styles['leaves']}>
      <div>
        <h4>{say('model.leavesSent')}</h4>
        <ul>
          {sent.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </div>
      <div>
        <h4>{say('model.leavesNever')}</h4>
        <ul>
          {never.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <Link href={pathTo('settings', 'focus')}>{say('model.leavesOut')}</Link>
      </div>
      <p>{say('model.leavesTo', { address: view.address ?? '' })}</p>
    </div>
  );
}

/** Said for one address: another address has to be agreed to anew. */
function Consent({ view, model }: { readonly view: ModelView; readonly model: ModelSettings }) {
  const { say } = useWords();
  const { choose } = useModel();
  const { address } = view;
  if (address === null) return null;
  return (
    <Group title={say('model.leaves')}>
      <Leaves view={view} model={model} />
      <Choices<'no' | 'yes'>
        legend={say('settings.consent')}
        value={model.consentTo === address ? 'yes' : 'no'}
        onChange={(answer) => choose({ consentTo: answer === 'yes' ? address : null })}
        options={[
          { value: 'no', label: say('settings.consentNo'), hint: say('settings.consentNoHint') },
          { value: 'yes', label: say('settings.consentYes', { address }) },
        ]}
      />
    </Group>
  );
}

/** Those that the engine dreams in. */
const modes: readonly ModelSettings['mode'][] = ['shadow', 'full', 'batch'];

function Manner({ model }: { readonly model: ModelSettings }) {
  const { say } = useWords();
  const { choose } = useModel();
  return (
    <Group title={say('settings.mode')}>
      <Choices<ModelSettings['mode']>
        legend={say('settings.mode')}
        isLegendHidden
        value={model.mode}
        onChange={(mode) => choose({ mode })}
        options={modes.map((mode) => ({
          value: mode,
          label: say(`model.mode.${mode}`),
          hint: say(`model.mode.${mode}Hint`),
        }))}
      />
      <Note>{say('model.proof')}</Note>
    </Group>
  );
}

/** In one sentence whether the next night asks it, and if not why. */
function Stands({ view, settings }: { readonly view: ModelView; readonly settings: Settings }) {
  const { say } = useWords();
  const standing = standingOf(view, settings);
  if (standing === 'none') return null;
  const words = {
    address: view.address ?? '',
    name: standing === 'ready' ? (view.consolidator ?? '') : (unpricedIn(view) ?? ''),
  };
  const isReady = standing === 'ready';
  return (
    <div role="status">
      <Banner tone={isReady ? 'plain' : 'warn'} title={say(`model.standing.${standing}`, words)}>
        {isReady ? undefined : say('model.standing.alone')}
      </Banner>
    </div>
  );
}

export function ModelSection({ settings }: { readonly settings: Settings }) {
  const { stores } = useApp();
  const { say } = useWords();
  const { choose } = useModel();
  const view = useValue(stores.model.status);
  const { model } = settings;
  return (
    <>
      {view !== null && view.choice === model.choice && <Stands view={view} settings={settings} />}
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
      {model.choice === 'server' && <Connection model={model} />}
      {model.choice !== 'none' && view !== null && view.choice === model.choice && (
        <>
          <KeyGroup view={view} />
          <Consent view={view} model={model} />
          <ModelNames view={view} model={model} />
          <Manner model={model} />
        </>
      )}
    </>
  );
}
