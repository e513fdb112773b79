// Asks for the place of something that was not found by itself, and begins to read it.
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { isWholePath } from '../settings/readings.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';

export interface PathDialogProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly description?: string;
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly onClose: () => void;
  readonly onRead: (path: string) => void;
  /** Below the field; may fill it in. */
  readonly children: (setPath: (path: string) => void) => ReactNode;
}

export function PathDialog(props: PathDialogProps) {
  const { isOpen, title, description, label, hint, placeholder, onClose, onRead, children } = props;
  const { say } = useWords();
  const [path, setPath] = useState('');
  useEffect(() => {
    if (isOpen) setPath('');
  }, [isOpen]);
  const isWhole = isWholePath(path);
  return (
    <Dialog
      title={title}
      {...(description === undefined ? {} : { description })}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={!isWhole} onClick={() => onRead(path.trim())}>
            {say('sources.read')}
          </Button>
        </>
      }
    >
      <Field
        label={label}
        hint={hint}
        placeholder={placeholder}
        value={path}
        onChange={setPath}
        complaint={path.trim() !== '' && !isWhole ? say('settings.wrongPath') : null}
      />
      {children(setPath)}
    </Dialog>
  );
}
