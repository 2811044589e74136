import { Globe } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import type { Environment } from '#shared/model/identity.ts';
import styles from './environment-mark.module.css';

/** Where it happens: a dashed ring where nothing reaches customers, a globe on an inverted block for production. */
export function EnvironmentMark({ environment, size = 12 }: { environment: Environment; size?: number }) {
  const words = useWords();
  const production = environment === 'production';
  return (
    <span className={production ? `${styles.environment} ${styles.production}` : styles.environment} data-environment={environment}>
      {production ? (
        <Globe size={size} strokeWidth={1.6} aria-hidden="true" />
      ) : (
        <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" className={styles.ring} aria-hidden="true">
          <circle cx="8" cy="8" r="6" strokeDasharray="2.4 2.3" />
        </svg>
      )}
      {words(`account.environments.${environment}`)}
    </span>
  );
}
