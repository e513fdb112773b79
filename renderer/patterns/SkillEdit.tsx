// A skill in its owner's words, written as they leave it: from then on no night words it anew.
import { useState } from 'react';
import type { Failure } from '../../shared/engine.ts';
import type { Skill } from '../../shared/skills.ts';
import { useApp, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';

const rows = 18;

export function SkillEdit({ skill, onClose }: { readonly skill: Skill; readonly onClose: () => void }) {
  const { stores } = useApp();
  const { say, told } = useWords();
  const [text, setText] = useState(skill.text);
  const [failure, setFailure] = useState<Failure | null>(null);
  const write = async (): Promise<void> => {
    const done = await stores.work.writeSkill(skill.name, text);
    if (!done.ok) return setFailure(done.error);
    onClose();
    stores.news.announce(say('skill.saidWritten'));
  };
  return (
    <Dialog
      title={say('skill.editTitle')}
      description={say('skill.editText')}
      isOpen
      isWide
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={text.trim() === ''} onClick={() => void write()}>
            {say('skill.do.create')}
          </Button>
        </>
      }
    >
      <Field
        label={say('skill.file')}
        value={text}
        rows={rows}
        onChange={setText}
        complaint={failure === null ? null : `${told(failure.happened)} ${told(failure.todo)}`}
      />
    </Dialog>
  );
}
