import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '#electron/menu/accelerator.ts';
import { buildMenu, type MenuInput } from '#electron/menu/build-menu.ts';
import { type Language, messages } from '#shared/messages/index.ts';
import { type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';

function menu(overrides: Partial<MenuInput> = {}): MenuItemConstructorOptions[] {
  return buildMenu({ language: 'en', platform: 'linux', packaged: true, keybindings: [], run: () => undefined, ...overrides });
}

function items(template: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);
}

const inMenu = commandIds.filter((id) => commandDefinition(id).menu !== undefined);

describe.each<Language>(['en', 'zh-CN'])('native menu in %s', (language) => {
  it('holds every command of the table that names a menu, once, under that menu and with its title', () => {
    expect(inMenu.length).toBeGreaterThan(20);
    for (const section of ['file', 'edit', 'view', 'go', 'help'] as const) {
      const top = menu({ language }).find((item) => item.id === section);
      expect(top?.label).toBe(messages[language].shell.menu[section]);
      const commands = items(top === undefined ? [] : [top]).filter((item) => item.id !== undefined && item !== top);
      expect(commands.map(({ id, label }) => [id, label])).toEqual(
        inMenu.filter((id) => commandDefinition(id).menu === section).map((id) => [id, messages[language].commandTitles[id]]),
      );
    }
  });

  it('has a label of ours on everything a person sees', () => {
    for (const item of items(menu({ language, packaged: false }))) expect(item.type === 'separator' || Boolean(item.label)).toBe(true);
  });
});

describe('native menu', () => {
  it('runs the command that is clicked', () => {
    const ran: CommandId[] = [];
    const save = items(menu({ run: (command) => ran.push(command) })).find((item) => item.id === 'file.save');
    (save?.click as (() => void) | undefined)?.();
    expect(ran).toEqual(['file.save']);
  });

  it('shows keys without taking them from the workbench, and a person’s own before the defaults', () => {
    const template = menu({
      keybindings: [
        { command: 'file.save', key: 'ctrl+alt+s' },
        { command: 'workbench.quickOpen', key: '' },
      ],
    });
    const item = (id: CommandId) => items(template).find((candidate) => candidate.id === id);
    expect(item('file.save')).toMatchObject({ accelerator: 'CmdOrCtrl+Alt+S', registerAccelerator: false });
    expect(item('workbench.quickOpen')?.accelerator).toBeUndefined();
    expect(item('workbench.commandPalette')?.accelerator).toBe('CmdOrCtrl+Shift+P');
    for (const { accelerator, registerAccelerator } of items(template)) expect(accelerator === undefined || registerAccelerator === false).toBe(true);
  });

  it('writes keys as Electron does, and leaves chords out', () => {
    expect(['ctrl+\\', 'ctrl+,', 'shift+alt+f', 'f2', 'ctrl+pagedown', 'ctrl+k ctrl+s', '', undefined].map(acceleratorOf)).toEqual([
      'CmdOrCtrl+\\',
      'CmdOrCtrl+,',
      'Shift+Alt+F',
      'F2',
      'CmdOrCtrl+PageDown',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('has what each system expects, and developer tools only unpackaged', () => {
    const roles = (overrides: Partial<MenuInput>) => items(menu(overrides)).flatMap(({ role }) => role ?? []);
    expect(roles({ platform: 'darwin' })).toEqual(expect.arrayContaining(['appMenu', 'windowMenu']));
    expect(roles({ platform: 'darwin' })).not.toContain('quit');
    expect(roles({ platform: 'win32' })).toContain('quit');
    expect(roles({ packaged: true })).not.toContain('toggleDevTools');
    expect(roles({ packaged: false })).toContain('toggleDevTools');
  });
});
