// Names a folder or a file of sessions that was not found by itself.
import { useEffect, useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { isWholePath } from '../settings/readings.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';

export interface FolderDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onRead: (path: string) => void;
}

export function FolderDialog({ isOpen, onClose, onRead }: FolderDialogProps) {
  const { say } = useWords();
  const [path, setPath] = useState('');
  useEffect(() => {
    if (isOpen) setPath('');
  }, [isOpen]);
  const isWhole = isWholePath(path);
  return (
    <Dialog
      title={say('sources.addTitle')}
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
        label={say('sources.folder')}
        hint={say('sources.folderHint')}
        placeholder="~/old-laptop/.claude/projects"
        value={path}
        onChange={setPath}
        complaint={path.trim() !== '' && !isWhole ? say('settings.wrongPath') : null}
      />
    </Dialog>
  );
}
