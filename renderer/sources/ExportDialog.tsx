// Names an export of chats: chosen in the system's own dialog where there is a desktop, else typed. It is read this once.
import { useEffect, useState } from 'react';
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { isWholePath } from '../settings/readings.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import { Field } from '../ui/Field.tsx';
import { useScan } from './use-scan.ts';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const { scan } = useScan();
  const [path, setPath] = useState('');
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  useEffect(() => {
    if (isOpen) setPath('');
  }, [isOpen]);
  const isWhole = isWholePath(path);
  const choose = (): void => {
    void stores.sources.chooseExport().then((chosen) => {
      if (!chosen.ok) stores.news.fail(chosen.error);
      else if (chosen.value.path !== null) setPath(chosen.value.path);
    });
  };
  const read = (): void => {
    scan([path.trim()]);
    onClose();
  };
  return (
    <Dialog
      title={say('sources.exportTitle')}
      description={say('sources.exportText')}
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
        label={say('sources.exportFile')}
        hint={say('sources.exportHint')}
        placeholder="~/Downloads/chatgpt-export.zip"
        value={path}
        onChange={setPath}
        complaint={path.trim() !== '' && !isWhole ? say('settings.wrongPath') : null}
      />
      {isDesktop && (
        <div>
          <Button onClick={choose}>{say('sources.chooseFile')}</Button>
        </div>
      )}
    </Dialog>
  );
}
