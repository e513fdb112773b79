// Buttons. An ActionButton belongs to a row of the list of actions: it does what the row does, shows its key, and is
// disabled while the row cannot be done.
import type { ComponentProps, ReactNode } from 'react';
import { useAction, useApp, useWords } from '../app/AppContext.tsx';
import { factOf, type ActionId } from '../app/actions.ts';
import { ariaKeys, isSingle, keyLabel } from '../app/keyboard.ts';
import { useKeys } from '../app/use-keys.ts';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { Kbd } from './Kbd.tsx';

export type ButtonTone = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly tone?: ButtonTone;
  readonly icon?: ReactNode;
  /** The key that does the same, printed beside the words. */
  readonly hint?: string;
  readonly isSmall?: boolean;
}

export function Button({
  tone = 'plain',
  icon,
  hint,
  isSmall = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(styles['button'], styles[tone], isSmall && styles['small'], className)}
      {...rest}
    >
      {icon}
      {children !== undefined && <span>{children}</span>}
      {hint !== undefined && <Kbd>{hint}</Kbd>}
    </button>
  );
}

export interface ActionButtonProps extends Omit<ButtonProps, 'onClick' | 'hint'> {
  readonly action: ActionId;
}

export function ActionButton({ action, children, disabled, ...rest }: ActionButtonProps) {
  const { isMac, stores } = useApp();
  const { say } = useWords();
  const run = useAction(action);
  const fact = factOf(action);
  const keys = useKeys()(action);
  const [first] = keys;
  const settings = stores.settings.settings.value();
  // A key that is switched off is not promised.
  const isShown = first !== undefined && (!isSingle(first) || settings?.singleKeys !== false);
  return (
    <Button
      {...rest}
      {...(isShown ? { hint: keyLabel(first, isMac), 'aria-keyshortcuts': ariaKeys(keys, isMac) } : {})}
      disabled={run === null || disabled === true}
      onClick={run ?? undefined}
    >
      {children ?? say(fact.words)}
    </Button>
  );
}
