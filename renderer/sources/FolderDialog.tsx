// Names a folder or a file of sessions that was not found by itself: to be read once, or looked into from now on.
import { useState } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { Check } from '../ui/Field.tsx';
import { PathDialog } from './PathDialog.tsx';
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
  const [isKept, setIsKept] = useState(true);
  return (
    <PathDialog
      isOpen={isOpen}
      title={say('sources.addTitle')}
      label={say('sources.folder')}
      hint={say('sources.folderHint')}
      placeholder="~/old-laptop/.claude/projects"
      onClose={onClose}
      onRead={(path) => {
        add(path, isKept);
        onRead();
      }}
    >
      {() => (
        <Check
          label={say('sources.keepFolder')}
          hint={say('sources.keepFolderHint')}
          isOn={isKept}
          onChange={setIsKept}
        />
      )}
    </PathDialog>
  );
}
