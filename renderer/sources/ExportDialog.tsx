// Names an export of chats: chosen in the system's own dialog where there is a desktop, else typed. It is read this once.
import { useApp, useValue, useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { PathDialog } from './PathDialog.tsx';
import { useScan } from './use-scan.ts';

export interface ExportDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ExportDialog({ isOpen, onClose }: ExportDialogProps) {
  const { stores } = useApp();
  const { say } = useWords();
  const { scan } = useScan();
  const isDesktop = useValue(stores.facts)?.host === 'desktop';
  const choose = (setPath: (path: string) => void): void => {
    void stores.sources.chooseExport().then((chosen) => {
      if (!chosen.ok) stores.news.fail(chosen.error);
      else if (chosen.value.path !== null) setPath(chosen.value.path);
    });
  };
  return (
    <PathDialog
      isOpen={isOpen}
      title={say('sources.exportTitle')}
      description={say('sources.exportText')}
      label={say('sources.exportFile')}
      hint={say('sources.exportHint')}
      placeholder="~/Downloads/chatgpt-export.zip"
      onClose={onClose}
      onRead={(path) => {
        scan([path]);
        onClose();
      }}
    >
      {(setPath) =>
        isDesktop && (
          <div>
            <Button onClick={() => choose(setPath)}>{say('sources.chooseFile')}</Button>
          </div>
        )
      }
    </PathDialog>
  );
}
