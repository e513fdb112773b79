// A few views of one thing, side by side; arrows move between them, Tab moves on.
import { Tabs as BaseTabs } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly tabs: readonly { readonly value: T; readonly label: string; readonly count?: number }[];
  /** Of the chosen tab. */
  readonly children: ReactNode;
  /** At the end of their row: what can be done with the view. */
  readonly aside?: ReactNode;
  readonly className?: string | undefined;
}

export const Tabs = <T extends string>({
  label,
  value,
  onChange,
  tabs,
  children,
  aside,
  className,
}: TabsProps<T>) => (
  <BaseTabs.Root
    value={value}
    className={className}
    onValueChange={(next: unknown) => {
      const tab = tabs.find((each) => each.value === next);
      if (tab !== undefined) onChange(tab.value);
    }}
  >
    <div className={styles['row']}>
      <BaseTabs.List className={styles['list']} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <BaseTabs.Tab key={tab.value} value={tab.value} className={styles['tab']}>
            {tab.label}
            {tab.count !== undefined && <span className={styles['count']}>{tab.count}</span>}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {aside}
    </div>
    {tabs.map((tab) => (
      <BaseTabs.Panel key={tab.value} value={tab.value} className={styles['panel']} tabIndex={-1}>
        {tab.value === value && children}
      </BaseTabs.Panel>
    ))}
  </BaseTabs.Root>
);
