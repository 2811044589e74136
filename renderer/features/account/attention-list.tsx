import { useWords } from '#renderer/client/index.ts';
import { Button, Monogram } from '#renderer/ui/index.ts';
import type { Identity } from '#shared/model/identity.ts';
import { useAccount, useMerchants } from './account-store.ts';
import styles from './attention-list.module.css';
import { MerchantBadge } from './merchant-badge.tsx';
import { needingAttention } from './merchant-status.ts';
import { unavailableReason } from './unavailable-reason.ts';

/** Merchants of the workspace whose authorisation is about to end, pending, rejected or revoked, and why. */
export function AttentionList({ identity }: { identity: Identity }) {
  const words = useWords();
  const merchants = useMerchants(identity.identityId);
  if (identity.role !== 'isv' || merchants.length === 0) return null;
  const listed = needingAttention(merchants, Date.now());
  return (
    <section className={styles.attention}>
      <h2 className={styles.heading}>
        {words('account.detail.attention', { name: identity.workspaceName })}{' '}
        <span className={styles.count}>{words('account.detail.attentionCount', { count: listed.length, total: merchants.length })}</span>
      </h2>
      {listed.length === 0 && <p className={styles.reason}>{words('account.detail.attentionNone')}</p>}
      <ul className={styles.list}>
        {listed.map((merchant) => (
          <li key={merchant.merchantId} className={styles.row}>
            <Monogram text={merchant.monogram} colour={merchant.colour} size={18} />
            <bdi className={styles.name}>{merchant.name}</bdi>
            <span className={styles.reason}>{unavailableReason(merchant)}</span>
            <MerchantBadge merchant={merchant} />
            <Button
              size="small"
              onPress={() => useAccount.setState({ shownMerchantId: merchant.merchantId })}
              aria-label={words('account.detail.showNamed', { name: merchant.name })}
            >
              {words('account.detail.show')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
