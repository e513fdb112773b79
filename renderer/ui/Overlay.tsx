// What lies over a screen: a dialog in the middle, or a sheet at the right edge. Focus stays inside, Escape leaves, and the
// actions of the screen beneath rest meanwhile.
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { useActions, useWords } from '../app/AppContext.tsx';
import { classes } from './classes.ts';
import styles from './Overlay.module.css';

export interface OverlayProps {
  readonly title: string;
  readonly description?: ReactNode;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children?: ReactNode;
  /** At the bottom, always in sight. */
  readonly actions?: ReactNode;
  readonly isWide?: boolean;
  /** What gets the focus; left out: see usualFocus. */
  readonly firstFocus?: RefObject<HTMLElement | null>;
}

const fields = 'input:not([type="checkbox"], [type="radio"]), textarea';

/** A field to write in, else the first deed at the foot, which is the safe one; else whatever comes first. */
const usualFocus = (popup: HTMLElement | null): HTMLElement | true =>
  popup?.querySelector<HTMLElement>(fields) ??
  popup?.querySelector<HTMLElement>('footer button:not(:disabled)') ??
  true;

/** Stands in every overlay, so that single keys do not reach what lies beneath. */
function RestBeneath() {
  useActions({}, true);
  return null;
}

function Overlay({ kind, ...props }: OverlayProps & { readonly kind: 'dialog' | 'sheet' }) {
  const { say } = useWords();
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Root open={props.isOpen} onOpenChange={(isOpen) => isOpen || props.onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles['backdrop']} />
        <BaseDialog.Popup
          className={classes(styles['popup'], styles[kind], props.isWide === true && styles['wide'])}
          ref={popup}
          initialFocus={props.firstFocus ?? (() => usualFocus(popup.current))}
        >
          <RestBeneath />
          <header className={styles['header']}>
            <BaseDialog.Title className={styles['title']}>{props.title}</BaseDialog.Title>
            <BaseDialog.Close className={styles['close']} aria-label={say('action.close')}>
              <X size={16} aria-hidden="true" />
            </BaseDialog.Close>
          </header>
          {props.description !== undefined && (
            <BaseDialog.Description className={styles['description']} render={<div />}>
              {props.description}
            </BaseDialog.Description>
          )}
          {props.children !== undefined && <div className={styles['body']}>{props.children}</div>}
          {props.actions !== undefined && <footer className={styles['actions']}>{props.actions}</footer>}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

export const Dialog = (props: OverlayProps) => <Overlay kind="dialog" {...props} />;
export const Sheet = (props: OverlayProps) => <Overlay kind="sheet" {...props} />;
