// The key of the model's server, and whether the server answers. A key is typed once, goes to where keys are kept, and
// never comes back to this page.
import { useState, type FormEvent } from 'react';
import { useStore } from 'zustand';
import { isKeyLike, keyVariable, type KeyFor, type ModelView } from '../../shared/models.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import type { Say } from '../words/words.ts';
import { Group } from './Group.tsx';
import styles from './ModelSection.module.css';

function whereKept(view: ModelView, who: KeyFor, say: Say): string {
  if (view.keyFrom === null) return say(who === 'claude' ? 'model.keyNone' : 'model.keyNotNeeded');
  if (view.isFromKeychain) return say('model.keyFrom.keychain');
  if (view.keyFrom === 'environment') return say('model.keyFrom.environment', { name: keyVariable[who] });
  return say('model.keyFrom.file', { place: view.keyPlace });
}

function Given({ view, who }: { readonly view: ModelView; readonly who: KeyFor }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [text, setText] = useState('');
  const key = text.trim();
  const keep = async (given: string | null): Promise<void> => {
    const failure = await stores.model.setKey(who, given);
    if (failure !== null) return stores.news.fail(failure);
    setText('');
    stores.news.announce(say(given === null ? 'model.keyDropped' : 'model.keyKept'));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isKeyLike(key)) void keep(key);
  };
  const canDrop = view.hasKey && (view.isFromKeychain || view.keyFrom === 'file');
  const label = view.hasKey ? 'model.keyReplace' : who === 'claude' ? 'model.keyGive' : 'model.keyGiveServer';
  return (
    <form className={styles['key']} onSubmit={submit}>
      <Field
        label={say(label)}
        isSecret
        value={text}
        onChange={setText}
        hint={say(`model.keyHint.${view.keysGoTo}`, { place: view.keyPlace })}
        complaint={key !== '' && !isKeyLike(key) ? say('model.keyWrong') : null}
      />
      <div className={styles['buttons']}>
        <Button type="submit" disabled={!isKeyLike(key)}>
          {say('model.keyKeep')}
        </Button>
        {canDrop && (
          <Button tone="quiet" onClick={() => void keep(null)}>
            {say('model.keyDrop')}
          </Button>
        )}
      </div>
    </form>
  );
}

function TestConnection() {
  const { stores } = useApp();
  const { say, told } = useWords();
  const tested = useStore(stores.model.tested);
  const isAsking = tested === 'asking';
  return (
    <div className={styles['tested']}>
      <div className={styles['test']}>
        <Button disabled={isAsking} onClick={() => void stores.model.test()}>
          {say(isAsking ? 'model.testing' : 'model.test')}
        </Button>
        <span className={styles['hint']}>{say('model.testHint')}</span>
      </div>
      <div role="status">
        {tested !== null && tested !== 'asking' && !tested.ok && (
          <Banner tone="danger" title={told(tested.error.happened)}>
            {told(tested.error.safe)} {told(tested.error.todo)}
          </Banner>
        )}
        {tested !== null && tested !== 'asking' && tested.ok && (
          <Banner
            tone="plain"
            title={say('model.tested', {
              address: tested.value.address,
              ms: tested.value.tookMs,
              count: tested.value.models.length,
            })}
          >
            {say(tested.value.models.length === 0 ? 'model.testedNone' : 'model.testedThen')}
          </Banner>
        )}
      </div>
    </div>
  );
}

export function KeyGroup({ view }: { readonly view: ModelView }) {
  const { say } = useWords();
  const who: KeyFor = view.choice === 'server' ? 'server' : 'claude';
  return (
    <>
      <Group title={say('model.key')}>
        <p className={styles['kept']}>{whereKept(view, who, say)}</p>
        <Given key={who} view={view} who={who} />
      </Group>
      <Group title={say('model.connection')}>
        <TestConnection />
      </Group>
    </>
  );
}
