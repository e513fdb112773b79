// A button that opens a few choices.
import { Menu as BaseMenu } from '@base-ui/react/menu';
import { ChevronDown } from 'lucide-react';
import buttonStyles from './Button.module.css';
import styles from './Menu.module.css';

export interface MenuProps {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly onPick: () => void; readonly isOn?: boolean }[];
}

export const Menu = ({ label, items }: MenuProps) => (
  <BaseMenu.Root>
    <BaseMenu.Trigger className={buttonStyles['button']}>
      <span>{label}</span>
      <ChevronDown size={14} aria-hidden="true" />
    </BaseMenu.Trigger>
    <BaseMenu.Portal>
      <BaseMenu.Positioner sideOffset={4} align="end" className={styles['positioner']}>
        <BaseMenu.Popup className={styles['popup']}>
          {items.map((item) => (
            <BaseMenu.Item key={item.label} className={styles['item']} onClick={item.onPick}>
              {item.label}
            </BaseMenu.Item>
          ))}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  </BaseMenu.Root>
);
