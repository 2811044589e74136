import { Ban, CircleX, Clock, Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { displayChord, keyFor } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, TextField } from '#renderer/ui/index.ts';
import type { Identity } from '#shared/model/identity.ts';
import { loadMerchants, useAccount, useActing, useMerchants } from './account-store.ts';
import { MerchantList } from './merchant-list.tsx';
import { countByFilter, findMerchants, type MerchantFilter, merchantFilters } from './merchant-status.ts';
import styles from './merchant-switcher.module.css';

const icons = { all: null, expiring: Clock, pending: Clock, rejected: CircleX, revoked: Ban } as const;

function Filters({ counts, value, onChange }: { counts: Record<MerchantFilter, number>; value: MerchantFilter; onChange(filter: MerchantFilter): void }) {
  const words = useWords();
  return (
    <ToggleButtonGroup
      aria-label={words('account.list.filters')}
      className={styles.chips ?? ''}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => onChange([...keys][0] as MerchantFilter)}
    >
      {merchantFilters
        .filter((filter) => filter === 'all' || counts[filter] > 0)
        .map((filter) => {
          const Icon = icons[filter];
          return (
            <ToggleButton key={filter} id={filter} className={`${styles.chip} ${styles[filter]}`}>
              {Icon && <Icon size={12} aria-hidden="true" />}
              {words(`account.list.${filter}`)} {counts[filter]}
            </ToggleButton>
          );
        })}
    </ToggleButtonGroup>
  );
}

function ListState({ identity, empty }: { identity: Identity; empty: boolean }) {
  const words = useWords();
  const kind = useAccount((state) => state.merchants[identity.identityId]?.kind ?? 'loading');
  if (kind === 'failed')
    return (
      <div className={styles.state} role="alert">
        {words('account.list.failed')}
        <Button size="small" onPress={() => attempt(() => loadMerchants(identity.identityId))}>
          {words('account.list.retry')}
        </Button>
      </div>
    );
  const text = kind === 'loading' ? words('account.list.loading') : empty ? words('account.list.nothing') : null;
  return (
    <div role="status" className={text === null ? 'visually-hidden' : styles.state}>
      {text}
    </div>
  );
}

/** Searches and filters the merchants of an ISV identity, and acts for the one that is chosen. */
export function MerchantSwitcher({ identity }: { identity: Identity }) {
  const words = useWords();
  const merchants = useMerchants(identity.identityId);
  const currentId = useActing()?.merchant?.merchantId ?? null;
  const [query, setQuery] = useState('');
  const [filter, setFilter] = useState<MerchantFilter>('all');
  const list = useRef<HTMLDivElement>(null);
  const now = Date.now();
  const found = findMerchants(merchants, query, filter, now);
  const counts = countByFilter(merchants, now);
  const key = keyFor('identity.actAs');
  useEffect(() => attempt(() => loadMerchants(identity.identityId)), [identity.identityId]);

  function onKeyDown(event: { key: string; preventDefault(): void } | KeyboardEvent): void {
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    list.current?.querySelector<HTMLElement>('[role="listbox"]')?.focus();
  }

  return (
    <section className={styles.switcher} aria-label={words('account.list.title')} ref={list}>
      <header className={styles.head}>
        <h3 className={styles.title}>{words('account.list.title')}</h3>
        <span className={styles.count}>{counts.all}</span>
      </header>
      <search className={styles.search}>
        <TextField
          label={words('account.list.search')}
          labelHidden
          placeholder={words('account.list.search')}
          value={query}
          onChange={setQuery}
          onKeyDown={onKeyDown}
          leading={<Search size={14} aria-hidden="true" />}
          trailing={key && <kbd className={styles.key}>{displayChord(key)}</kbd>}
        />
        <Filters counts={counts} value={filter} onChange={setFilter} />
      </search>
      <ListState identity={identity} empty={found.length === 0} />
      <MerchantList identity={identity} merchants={found} currentId={currentId} />
    </section>
  );
}
