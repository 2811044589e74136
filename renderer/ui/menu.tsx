import type { ReactElement } from 'react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';
import styles from './menu.module.css';

export type MenuEntry =
  | { kind: 'separator'; id: string }
  | { kind: 'item'; id: string; label: string; shortcut?: string | undefined; disabled?: boolean; danger?: boolean };

interface MenuListProps {
  label: string;
  entries: MenuEntry[];
  onAction(id: string): void;
}

function MenuList({ label, entries, onAction }: MenuListProps) {
  return (
    <AriaMenu
      aria-label={label}
      className={styles.menu ?? ''}
      onAction={(key) => onAction(String(key))}
      disabledKeys={entries.flatMap((entry) => (entry.kind === 'item' && entry.disabled ? [entry.id] : []))}
    >
      {entries.map((entry) =>
        entry.kind === 'separator' ? (
          <Separator key={entry.id} className={styles.separator ?? ''} />
        ) : (
          <MenuItem key={entry.id} id={entry.id} textValue={entry.label} className={entry.danger ? `${styles.item} ${styles.danger}` : (styles.item ?? '')}>
            <Text slot="label">{entry.label}</Text>
            {entry.shortcut && (
              <span className={styles.keys} aria-hidden="true">
                {entry.shortcut}
              </span>
            )}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}

/** A button with a menu under it. */
export function MenuButton({ trigger, ...list }: MenuListProps & { trigger: ReactElement }) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <MenuList {...list} />
      </Popover>
    </MenuTrigger>
  );
}

/** A menu at a point of the window, for right clicks and the menu key. */
export function ContextMenu({ at, onClose, ...list }: MenuListProps & { at: { x: number; y: number }; onClose(): void }) {
  return (
    <MenuTrigger isOpen onOpenChange={(open) => open || onClose()}>
      <button type="button" className={styles.anchor} style={{ left: at.x, top: at.y }} tabIndex={-1} aria-hidden="true" />
      <Popover className={styles.popover ?? ''} placement="bottom start" offset={0}>
        <MenuList {...list} />
      </Popover>
    </MenuTrigger>
  );
}
