// What the dream should look for, in its owner's words.
import { useEffect, useState } from 'react';
import { instructionsCharsMax } from '../../shared/instructions.ts';
import { useWords } from '../app/AppContext.tsx';
import { charsIn } from '../settings/readings.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { useNightHands } from './use-night-hands.ts';

export interface FocusDialogProps {
  readonly isOpen: boolean;
  readonly focus: string | null;
  readonly onClose: () => void;
}

export function FocusDialog({ isOpen, focus, onClose }: FocusDialogProps) {
  const { say } = useWords();
  const hands = useNightHands();
  const [text, setText] = useState(focus ?? '');
  useEffect(() => {
    if (isOpen) setText(focus ?? '');
  }, [isOpen, focus]);
  const chars = charsIn(text.trim());
  const isTooLong = chars > instructionsCharsMax;
  const save = (): void => {
    hands.setFocus(text.trim() === '' ? null : text.trim());
    onClose();
  };
  return (
    <Dialog
      title={say('tonight.focus')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={isTooLong} onClick={save}>
            {say('action.save')}
          </Button>
        </>
      }
    >
      <Field
        label={say('tonight.focus')}
        hint={`${say('tonight.focusHint')} ${say('tonight.focusCount', { chars, max: instructionsCharsMax })}`}
        complaint={isTooLong ? say('settings.wrongLength', { max: instructionsCharsMax }) : null}
        placeholder={say('tonight.focusPlaceholder')}
        rows={3}
        value={text}
        onChange={setText}
      />
    </Dialog>
  );
}
