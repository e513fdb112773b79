// The key that does the same. Hidden from screen readers: they are told through aria-keyshortcuts.
import styles from './Kbd.module.css';

export const Kbd = ({ children }: { readonly children: string }) => (
  <kbd className={styles['kbd']} aria-hidden="true">
    {children}
  </kbd>
);
