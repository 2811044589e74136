import { ChevronDown } from 'lucide-react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, MenuButton, type MenuEntry } from '#renderer/ui/index.ts';
import { loadMerchants } from './phone-actions.ts';
import { switchMerchant } from './phone-lifecycle.ts';
import styles from './phone-pane.module.css';
import { type Phone, usePhones } from './phone-store.ts';

/** As whom the program runs; another merchant's `ext` starts it anew. */
export function MerchantMenu({ phone }: { phone: Phone }) {
  const words = useWords();
  const merchants = usePhones((state) => state.merchants);
  const check = (on: boolean, label: string) => (on ? `✓ ${label}` : label);
  const entries: MenuEntry[] = [
    { kind: 'item', id: ':own', label: check(phone.merchant === null, words('phone.merchants.own')) },
    ...merchants.map(
      ({ key, name, origin }): MenuEntry => ({
        kind: 'item',
        id: key,
        label: check(phone.merchant?.key === key, `${name} – ${words(`phone.merchants.${origin}`)}`),
      }),
    ),
    ...(merchants.length === 0 ? [{ kind: 'item', id: ':nobody', label: words('phone.merchants.nobody'), disabled: true } as const] : []),
    { kind: 'separator', id: ':separator' },
    { kind: 'item', id: ':file', label: words('phone.merchants.open') },
    { kind: 'item', id: ':reload', label: words('phone.merchants.reload') },
  ];
  function choose(id: string): void {
    if (id === ':file') runCommand('phone.openMerchants');
    else if (id === ':reload') attempt(() => loadMerchants());
    else attempt(() => switchMerchant(phone.phoneId, id === ':own' ? undefined : id));
  }
  const name = phone.merchant?.name ?? words('phone.merchants.own');
  return (
    <MenuButton
      label={words('phone.merchants.title')}
      entries={entries}
      onAction={choose}
      trigger={
        <Button variant="ghost" size="small" aria-label={words('phone.merchants.runAs', { name })}>
          <span className={styles.device}>{name}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </Button>
      }
    />
  );
}
