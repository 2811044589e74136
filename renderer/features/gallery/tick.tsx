import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components';
import styles from './tick.module.css';

/** A checkbox with its label beside it. */
export function Tick({ children, ...props }: Omit<CheckboxProps, 'className' | 'children'> & { children: ReactNode }) {
  return (
    <Checkbox {...props} className={styles.tick ?? ''}>
      <span className={styles.box}>
        <Check size={11} strokeWidth={2.4} aria-hidden="true" />
      </span>
      {children}
    </Checkbox>
  );
}
