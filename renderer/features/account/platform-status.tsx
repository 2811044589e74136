import { CircleAlert, CircleCheck, CircleDashed } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { useAccount } from './account-store.ts';
import styles from './platform-status.module.css';

const icons = { 'not-started': CircleDashed, starting: CircleDashed, reachable: CircleCheck, unreachable: CircleAlert } as const;

/** Whether the platform answers. */
export function PlatformStatus() {
  const words = useWords();
  const state = useAccount((account) => account.snapshot?.platform.state);
  if (state === undefined) return null;
  const Icon = icons[state];
  return (
    <span className={styles.status} data-state={state} role="status">
      <Icon size={12} strokeWidth={1.6} aria-hidden="true" />
      {words(`account.platform.${state}`)}
    </span>
  );
}
