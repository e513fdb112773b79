// Names a folder or a file of sessions that was not found by itself: to be read once, or looked into from now on.
import { useEffect, useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { isWholePath } from '../settings/readings.ts';
import { Button } from '../ui/Button.tsx';
import { Check, Field } from '../ui/Field.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { useFolders } from './use-folders.ts';

export interface FolderDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Reading has begun. */
  readonly onRead: () => void;
}

export function FolderDialog({ isOpen, onClose, onRead }: FolderDialogProps) {
  const { say } = useWords();
  const { add } = useFolders();
  const [path, setPath] = useState('');
  const [isKept, setIsKept] = useState(true);
  useEffect(() => {
    if (isOpen) setPath('');
  }, [isOpen]);
  const isWhole = isWholePath(path);
  const read = (): void => {
    add(path.trim(), isKept);
    onRead();
  };
  return (
    <Dialog
      title={say('sources.addTitle')}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          <Button tone="primary" disabled={!isWhole} onClick={read}>
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
      <Check
        label={say('sources.keepFolder')}
        hint={say('sources.keepFolderHint')}
        isOn={isKept}
        onChange={setIsKept}
      />
    </Dialog>
  );
}
