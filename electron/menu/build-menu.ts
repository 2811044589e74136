import type { MenuItemConstructorOptions } from 'electron';
import { type Language, messages } from '#shared/messages/index.ts';
import { type CommandDefinition, type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';
import type { Settings } from '#shared/model/settings.ts';
import { acceleratorOf } from './accelerator.ts';

export interface MenuInput {
  language: Language;
  platform: NodeJS.Platform;
  packaged: boolean;
  /** A person's own keys, which the menu shows instead of the defaults. */
  keybindings: Settings['keybindings'];
  run(command: CommandId): void;
}

type Section = NonNullable<CommandDefinition['menu']>;
const separator: MenuItemConstructorOptions = { type: 'separator' };

function keyOf(command: CommandId, keybindings: Settings['keybindings']): string | undefined {
  return keybindings.findLast((binding) => binding.command === command)?.key ?? commandDefinition(command).key;
}

/** The workbench listens for its keys itself: the menu shows them without taking them. */
function commandItem(command: CommandId, { language, keybindings, run }: MenuInput): MenuItemConstructorOptions {
  return {
    id: command,
    label: messages[language].commandTitles[command],
    accelerator: acceleratorOf(keyOf(command, keybindings)),
    registerAccelerator: false,
    click: () => run(command),
  };
}

function commandItems(section: Section, input: MenuInput): MenuItemConstructorOptions[] {
  return commandIds.filter((id) => commandDefinition(id).menu === section).map((id) => commandItem(id, input));
}

function editItems(input: MenuInput): MenuItemConstructorOptions[] {
  const { menu } = messages[input.language].shell;
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'selectAll', label: menu.selectAll },
    separator,
    ...commandItems('edit', input),
  ];
}

function viewItems(input: MenuInput): MenuItemConstructorOptions[] {
  const { menu } = messages[input.language].shell;
  const tools: MenuItemConstructorOptions[] = input.packaged ? [] : [{ role: 'toggleDevTools', label: menu.developerTools }];
  return [...commandItems('view', input), separator, { role: 'togglefullscreen', label: menu.fullScreen }, ...tools];
}

/** The native menu: every command of the table that names a menu, in the person's language, and what the system expects beside them. */
export function buildMenu(input: MenuInput): MenuItemConstructorOptions[] {
  const { menu } = messages[input.language].shell;
  const isMac = input.platform === 'darwin';
  const quit: MenuItemConstructorOptions[] = isMac ? [] : [separator, { role: 'quit', label: menu.quit }];
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    { id: 'file', label: menu.file, submenu: [...commandItems('file', input), ...quit] },
    { id: 'edit', label: menu.edit, submenu: editItems(input) },
    { id: 'view', label: menu.view, submenu: viewItems(input) },
    { id: 'go', label: menu.go, submenu: commandItems('go', input) },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { id: 'help', role: 'help', label: menu.help, submenu: commandItems('help', input) },
  ];
}
