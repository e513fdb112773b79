// Chooses how far we may write into one agent's files; the boldest way asks for its name first.
import { useState } from 'react';
import type { FileMode } from '../../shared/agent-files.ts';
import type { AgentView } from '../../shared/contract.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { isTyped, modeHints, modeNames, needsTyping } from './modes.ts';
import styles from './Mode.module.css';

interface ConfirmProps {
  readonly name: string;
  readonly onClose: () => void;
  readonly onSure: () => void;
}

function Confirm({ name, onClose, onSure }: ConfirmProps) {
  const { say } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={say('agents.sure', { agent: name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="danger" disabled={!isTyped(typed, name)} onClick={onSure}>
            {say('agents.turnOn')}
          </Button>
        </>
      }
    >
      <div className={styles['sure']}>
        <p>{say('agents.sureText')}</p>
        <p>{say('agents.sureNever')}</p>
        <Field label={say('agents.sureType', { agent: name })} value={typed} onChange={setTyped} />
      </div>
    </Dialog>
  );
}

const modes: readonly FileMode[] = ['review', 'auto-duplicates', 'auto-with-undo', 'off'];

export function Mode({ view }: { readonly view: AgentView }) {
  const { stores } = useApp();
  const { say } = useWords();
  const [isSure, setIsSure] = useState(true);
  const { writing, name } = view;
  const set = (mode: FileMode): void => {
    void stores.agents.write({ ...writing, mode }).then((failure) => {
      if (failure === null) stores.news.announce(`${name}: ${say(modeNames[mode])}.`);
      else stores.news.fail(failure);
    });
  };
  const pick = (mode: FileMode): void => (needsTyping(mode, writing.mode) ? setIsSure(false) : set(mode));
  return (
    <div className={styles['mode']}>
      <Choices
        legend={say('agents.mode')}
        value={writing.mode}
        onChange={pick}
        options={modes.map((mode) => ({
          value: mode,
          label: say(modeNames[mode]),
          hint: say(modeHints[mode]),
        }))}
      />
      {!isSure && (
        <Confirm
          name={name}
          onClose={() => setIsSure(true)}
          onSure={() => {
            setIsSure(true);
            set('auto-with-undo');
          }}
        />
      )}
    </div>
  );
}
