import { User } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { initialsOf, Monogram } from '#renderer/ui/index.ts';
import { merchantColours } from './acting-capsule.tsx';
import styles from './acting-status.module.css';
import { EnvironmentMark } from './environment-mark.tsx';
import { MerchantStrip } from './merchant-strip.tsx';
import { useCapsule } from './use-capsule.ts';

/** The capsule again, at the left of the status bar: same order, same words, same colour. */
export function ActingStatus() {
  const words = useWords();
  const content = useCapsule();
  if (content === null) return null;
  if (content.kind === 'out')
    return (
      <section className={styles.status} aria-label={words('account.statusBar.label')}>
        <span className={`${styles.block} ${styles.strong}`}>
          <User size={12} aria-hidden="true" />
          {words(content.signedIn ? 'account.noIdentity' : 'account.notSignedIn')}
        </span>
        <span className={`${styles.block} ${styles.divided}`}>{words('account.localOnlyHint')}</span>
      </section>
    );
  const { merchant } = content;
  return (
    <section className={styles.status} aria-label={words('account.statusBar.label')}>
      <span className={styles.block}>
        {content.role === 'isv' && <Monogram text={initialsOf(content.workspaceName)} size={14} />}
        <bdi>{content.role === 'isv' ? words('account.statusBar.asIsv', { name: content.workspaceName }) : words('account.roles.merchant')}</bdi>
      </span>
      {merchant ? (
        <span className={styles.block} {...merchantColours(merchant.colour)}>
          <span className={styles.monogram}>{merchant.monogram}</span>
          {content.role === 'isv' && words('account.statusBar.for')} <bdi className={styles.name}>{merchant.name}</bdi>
        </span>
      ) : (
        <span className={`${styles.block} ${styles.several}`}>
          <MerchantStrip />
          {content.merchantCount === null ? words('account.statusBar.noMerchant') : words('account.merchants', { count: content.merchantCount })}
        </span>
      )}
      <span className={styles.block}>
        <EnvironmentMark environment={content.environment} />
      </span>
    </section>
  );
}
