// Asks once before something that reaches far, and says what it will do. Never the default key.
import type { ReactNode } from 'react';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';

export interface ConfirmProps {
  readonly title: string;
  readonly text: string;
  readonly verb: string;
  readonly isDanger?: boolean;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDo: () => void;
  readonly children?: ReactNode;
  /** Another way to do it, where there is one. */
  readonly other?: { readonly verb: string; readonly onDo: () => void } | null;
}

export function Confirm({
  title,
  text,
  verb,
  isDanger = false,
  isOpen,
  onClose,
  onDo,
  children,
  other = null,
}: ConfirmProps) {
  const { say } = useWords();
  return (
    <Dialog
      title={title}
      description={text}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{say('action.cancel')}</Button>
          {other !== null && (
            <Button
              onClick={() => {
                onClose();
                other.onDo();
              }}
            >
              {other.verb}
            </Button>
          )}
          <Button
            tone={isDanger ? 'danger' : 'primary'}
            onClick={() => {
              onClose();
              onDo();
            }}
          >
            {verb}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
