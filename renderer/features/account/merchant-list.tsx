import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { classes, Monogram } from '#renderer/ui/index.ts';
import type { Identity, Merchant } from '#shared/model/identity.ts';
import { actAs, useAccount } from './account-store.ts';
import { movedIndex } from './list-keys.ts';
import { MerchantBadge } from './merchant-badge.tsx';
import styles from './merchant-list.module.css';
import { mayActFor } from './merchant-status.ts';
import { unavailableReason } from './unavailable-reason.ts';

const rowHeight = 40;

function RowContent({ merchant, current }: { merchant: Merchant; current: boolean }) {
  const reason = unavailableReason(merchant);
  return (
    <>
      <span className={styles.edge} style={{ background: `var(--m${merchant.colour})` }} data-merchant-colour={merchant.colour} />
      <Monogram text={merchant.monogram} colour={merchant.colour} size={24} />
      <span className={styles.text}>
        <bdi className={styles.name}>{merchant.name}</bdi>
        <bdi className={styles.place} title={reason ?? undefined}>
          {merchant.city}, {merchant.country}
          {reason !== null && ` · ${reason}`}
        </bdi>
      </span>
      <MerchantBadge merchant={merchant} current={current} />
    </>
  );
}

/** Shows a merchant's page, and acts for it where the platform allows it. */
function choose(identity: Identity, merchant: Merchant): void {
  useAccount.setState({ shownMerchantId: merchant.merchantId });
  if (mayActFor(merchant)) attempt(() => actAs(identity.identityId, merchant.merchantId));
}

/** The merchants to act for: one tab stop, arrows move, Enter chooses. Those that may not be acted for can only be looked at. */
export function MerchantList({ identity, merchants, currentId }: { identity: Identity; merchants: readonly Merchant[]; currentId: string | null }) {
  const words = useWords();
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const shownId = useAccount((state) => state.shownMerchantId) ?? currentId;
  const [activeId, setActiveId] = useState<string | null>(null);
  const virtual = useVirtualizer({ count: merchants.length, getScrollElement: () => scroll.current, estimateSize: () => rowHeight, overscan: 8 });
  const active = Math.max(
    0,
    merchants.findIndex(({ merchantId }) => merchantId === (activeId ?? shownId)),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const merchant = merchants[active];
    if (merchant === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    const next = movedIndex(event.key, active, merchants.length);
    if (next === null && event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    if (next === null) choose(identity, merchant);
    else {
      setActiveId(merchants[next]?.merchantId ?? null);
      virtual.scrollToIndex(next);
    }
  }

  return (
    <div
      ref={scroll}
      role="listbox"
      aria-label={words('account.list.merchants')}
      tabIndex={0}
      aria-activedescendant={merchants.length > 0 ? `${id}-${active}` : undefined}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map((item) => {
          const merchant = merchants[item.index];
          if (merchant === undefined) return null;
          const current = merchant.merchantId === currentId;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
            // biome-ignore lint/a11y/useFocusableInteractive: options are reached through aria-activedescendant
            <div
              key={merchant.merchantId}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={current}
              aria-disabled={!mayActFor(merchant)}
              aria-setsize={merchants.length}
              aria-posinset={item.index + 1}
              className={classes(
                styles.row,
                item.index === active && styles.active,
                merchant.merchantId === shownId && styles.shown,
                !mayActFor(merchant) && styles.off,
              )}
              style={{ transform: `translateY(${item.start}px)` }}
              onClick={() => {
                setActiveId(merchant.merchantId);
                choose(identity, merchant);
              }}
            >
              <RowContent merchant={merchant} current={current} />
            </div>
          );
        })}
      </div>
    </div>
  );
}
