import { Ban, Check, CircleX, Clock, Play } from 'lucide-react';
import { useWords } from '#renderer/client/index.ts';
import { Badge } from '#renderer/ui/index.ts';
import type { Merchant } from '#shared/model/identity.ts';
import styles from './merchant-badge.module.css';
import { daysLeft, expiringWithin } from './merchant-status.ts';

/** `Expires in N days` for an authorisation that is about to end. */
export function ExpiryBadge({ days }: { days: number }) {
  const words = useWords();
  return <Badge tone="warn">{days === 0 ? words('account.list.expiresToday') : words('account.list.expiresIn', { count: days })}</Badge>;
}

/** Where a merchant stands, in the platform's own labels: an icon and a word. */
export function MerchantBadge({ merchant, current = false, prominent = false }: { merchant: Merchant; current?: boolean; prominent?: boolean }) {
  const words = useWords();
  const left = daysLeft(merchant, Date.now());
  if (current)
    return (
      <span className={styles.current}>
        <Check size={13} aria-hidden="true" />
        {words('account.list.current')}
      </span>
    );
  if (left !== null && left <= expiringWithin) return <ExpiryBadge days={left} />;
  switch (merchant.authorisation) {
    case 'Authorized':
      return prominent ? (
        <Badge tone="ok" icon={Play}>
          {merchant.order}
        </Badge>
      ) : (
        <span className={styles.quiet}>{merchant.order}</span>
      );
    case 'InReview':
      return (
        <Badge tone="info" icon={Clock}>
          {merchant.order}
        </Badge>
      );
    case 'Rejected':
      return (
        <Badge tone="err" icon={CircleX}>
          {merchant.authorisation}
        </Badge>
      );
    case 'Deauthorized':
      return (
        <Badge tone="err" icon={Ban}>
          {merchant.authorisation}
        </Badge>
      );
  }
}
