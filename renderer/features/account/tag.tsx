import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A short outlined word beside a name, such as the role. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className={styles.tag}>{children}</span>;
}
