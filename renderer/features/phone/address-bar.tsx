import { ChevronDown, ListFilter } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, IconButton, MenuButton, type MenuEntry } from '#renderer/ui/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import { addressOf, splitAddress } from './address.ts';
import { requestOf } from './phone-actions.ts';
import { startInMode } from './phone-lifecycle.ts';
import styles from './phone-pane.module.css';
import { type Phone, usePhones } from './phone-store.ts';

function Modes({ phone }: { phone: Phone }) {
  const words = useWords();
  const { modes, activeMode } = usePhones();
  const chosen = (on: boolean, label: string) => (on ? `✓ ${label}` : label);
  const entries: MenuEntry[] = [
    { kind: 'item', id: ':none', label: chosen(activeMode === null, words('phone.modes.normal')) },
    ...modes.map(({ name }): MenuEntry => ({ kind: 'item', id: `=${name}`, label: chosen(activeMode === name, name) })),
    { kind: 'separator', id: ':separator' },
    { kind: 'item', id: ':add', label: words('phone.modes.add') },
    { kind: 'item', id: ':edit', label: words('phone.modes.edit'), disabled: activeMode === null },
    { kind: 'item', id: ':remove', label: words('phone.modes.remove'), disabled: activeMode === null },
  ];
  const actions: Record<string, CommandId> = { ':add': 'phone.addMode', ':edit': 'phone.editMode', ':remove': 'phone.removeMode' };
  function choose(id: string): void {
    const command = actions[id];
    if (command) runCommand(command);
    else attempt(() => startInMode(phone.phoneId, id === ':none' ? null : id.slice(1)));
  }
  const label = activeMode === null ? words('phone.modes.title') : words('phone.modes.titled', { name: activeMode });
  return (
    <MenuButton
      label={words('phone.modes.title')}
      entries={entries}
      onAction={choose}
      trigger={
        activeMode === null ? (
          <IconButton icon={ListFilter} label={label} />
        ) : (
          <Button variant="ghost" size="small" aria-label={label}>
            <span className={styles.mode}>{activeMode}</span>
            <ChevronDown size={12} aria-hidden="true" />
          </Button>
        )
      }
    />
  );
}

/** Where the program is; typing another page goes there. */
export function AddressBar({ phone }: { phone: Phone }) {
  const words = useWords();
  const pages = usePhones((state) => state.pages);
  const current = addressOf(phone);
  const [text, setText] = useState(current);
  useEffect(() => setText(current), [current]);
  function go(): void {
    const [path, query] = splitAddress(text);
    attempt(() => requestOf(phone.phoneId, { kind: 'navigate', path, query }));
  }
  return (
    <>
      <form
        className={styles.addressForm}
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <input
          className={styles.addressField}
          aria-label={words('phone.address')}
          data-phone-address=""
          value={text}
          list="phone-pages"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && setText(current)}
        />
        <datalist id="phone-pages">
          {pages.map((page) => (
            <option key={page} value={page} />
          ))}
        </datalist>
      </form>
      <Modes phone={phone} />
    </>
  );
}
