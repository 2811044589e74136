import { Menu as MenuIcon, Smartphone } from 'lucide-react';
import { displayChord, isCommandEnabled, keyFor, runCommand, useCommandTitle } from '#renderer/client/commands/index.ts';
import { useHost, useWords } from '#renderer/client/index.ts';
import { ActingAs } from '#renderer/features/account/index.ts';
import { usePhones } from '#renderer/features/phone/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import { Button, IconButton, MenuButton, type MenuEntry } from '#renderer/ui/index.ts';
import { type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';
import styles from './title-bar.module.css';

function Logo() {
  return (
    <svg
      width="20"
      height="20"
      viewBox="0 0 32 32"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinejoin="round"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M4.500 8h23l-2.800 14.300a2.600 2.600 0 0 1-2.500 2.100H9.800a2.600 2.600 0 0 1-2.500-2.100z" />
      <path d="M11 14.500h10M16 19.500v.2" />
    </svg>
  );
}

const menus = ['file', 'edit', 'view', 'go', 'help'] as const;

/** The application menu of the browser shell; the desktop has a native one from the same table. */
function ApplicationMenu() {
  const words = useWords();
  const title = useCommandTitle();
  const entries = menus.flatMap((menu, index): MenuEntry[] => {
    const items = commandIds.filter((id) => commandDefinition(id).menu === menu);
    const shown = items.map((id): MenuEntry => {
      const key = keyFor(id);
      return { kind: 'item', id, label: title(id), shortcut: key && displayChord(key), disabled: !isCommandEnabled(id) };
    });
    return index === 0 ? shown : [{ kind: 'separator', id: `before-${menu}` }, ...shown];
  });
  return (
    <MenuButton
      label={words('workbench.menu')}
      entries={entries}
      onAction={(id) => runCommand(id as CommandId)}
      trigger={<IconButton icon={MenuIcon} label={words('workbench.menu')} />}
    />
  );
}

/** Shows and hides the phone. */
function PreviewButton() {
  const words = useWords();
  const shown = usePhones((state) => state.layout !== 'hidden');
  return (
    <Button variant="ghost" size="small" aria-pressed={shown} onPress={() => runCommand('phone.toggle')}>
      <Smartphone size={14} strokeWidth={1.5} aria-hidden="true" />
      {words('phone.toggle')}
    </Button>
  );
}

export function TitleBar() {
  const desktop = useHost((state) => state.info?.kind === 'desktop');
  const name = useWorkspace((state) => state.workspace?.name);
  // The start page has a heading of its own.
  const Name = name === undefined ? 'span' : 'h1';
  return (
    <header className={styles.bar} data-part="title-bar">
      <div className={styles.left}>
        <span className={styles.logo}>
          <Logo />
        </span>
        {!desktop && <ApplicationMenu />}
        <Name className={styles.name} dir="auto">
          {name ?? 'Minifoundry'}
        </Name>
      </div>
      <ActingAs />
      <div className={styles.right}>{name !== undefined && <PreviewButton />}</div>
    </header>
  );
}
