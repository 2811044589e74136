import { ListFilter } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { IconButton, MenuButton, type MenuEntry } from '#renderer/ui/index.ts';
import { requestOf } from './phone-actions.ts';
import { restartPhone } from './phone-lifecycle.ts';
import styles from './phone-pane.module.css';
import { type Phone, usePhones } from './phone-store.ts';

/** `pages/menu/menu?storeId=1` of the page on top. */
export function addressOf({ stack }: Pick<Phone, 'stack'>): string {
  const top = stack.at(-1);
  if (!top) return '';
  const query = new URLSearchParams(top.query).toString();
  return query === '' ? top.route : `${top.route}?${query}`;
}

function Modes({ phone }: { phone: Phone }) {
  const words = useWords();
  const { modes, activeMode } = usePhones();
  const entries: MenuEntry[] = [
    { kind: 'item', id: ':none', label: `${activeMode === null ? '✓ ' : ''}${words('phone.modes.normal')}` },
    ...modes.map(({ name }): MenuEntry => ({ kind: 'item', id: name, label: `${activeMode === name ? '✓ ' : ''}${name}` })),
    { kind: 'separator', id: ':separator' },
    { kind: 'item', id: ':add', label: words('phone.modes.add') },
    { kind: 'item', id: ':remove', label: words('phone.modes.remove'), disabled: activeMode === null },
  ];
  function choose(id: string): void {
    if (id === ':add') return void runCommand('phone.addMode');
    if (id === ':remove') return void runCommand('phone.removeMode');
    usePhones.setState({ activeMode: id === ':none' ? null : id });
    attempt(() => restartPhone(phone.phoneId, id === ':none' ? { launch: { path: '', query: '', scene: '1000' } } : {}));
  }
  return (
    <MenuButton
      label={words('phone.modes.title')}
      entries={entries}
      onAction={choose}
      trigger={<IconButton icon={ListFilter} label={words('phone.modes.title')} pressed={activeMode !== null} />}
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
    const [path = '', query = ''] = text.trim().replace(/^\//, '').split('?', 2);
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
