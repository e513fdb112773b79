// A project that is in no list yet, by its name.
import { useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import styles from './ProjectsDialog.module.css';

export interface AnotherProjectProps {
  readonly label: string;
  readonly deed: string;
  readonly onAdd: (name: string) => void;
}

export function AnotherProject({ label, deed, onAdd }: AnotherProjectProps) {
  const { say } = useWords();
  const [name, setName] = useState('');
  const typed = name.trim();
  // Longer ones are no name of a folder; a session would never be found by it.
  const isTooLong = typed.length > nameMax;
  return (
    <form
      className={styles['another']}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed === '' || isTooLong) return;
        onAdd(typed);
        setName('');
      }}
    >
      <Field
        label={label}
        placeholder="client-x"
        complaint={isTooLong ? say('sources.nameTooLong') : null}
        value={name}
        onChange={setName}
      />
      <Button type="submit" disabled={typed === '' || isTooLong}>
        {deed}
      </Button>
    </form>
  );
}

const nameMax = 255;
