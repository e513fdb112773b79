// Reject, and say why by a number. Its own step, so that a digit never lands on the next card.
import { useEffect, useRef } from 'react';
import { rejectReasons, type RejectReason } from '../../shared/decisions.ts';
import { useWords } from '../app/AppContext.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Overlay.tsx';
import styles from './RejectDialog.module.css';

export interface RejectDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onReject: (reason: RejectReason) => void;
}

export function RejectDialog({ isOpen, onClose, onReject }: RejectDialogProps) {
  const { say } = useWords();
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      const reason = /^[1-5]$/u.test(event.key) ? rejectReasons[Number(event.key) - 1] : undefined;
      if (reason === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      onReject(reason);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOpen, onReject]);
  return (
    <Dialog
      title={say('reject.title')}
      description={say('reject.text')}
      isOpen={isOpen}
      onClose={onClose}
      firstFocus={first}
    >
      <ol className={styles['reasons']}>
        {rejectReasons.map((reason, i) => (
          <li key={reason}>
            <Button
              ref={i === 0 ? first : undefined}
              className={styles['reason']}
              hint={String(i + 1)}
              onClick={() => onReject(reason)}
            >
              {say(`reason.${reason}`)}
            </Button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
