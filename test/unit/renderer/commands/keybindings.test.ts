// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  activeKeybindings,
  conflictsOf,
  evaluateWhen,
  keyFor,
  listenForKeys,
  registerCommands,
  setContextKey,
  useContextKeys,
} from '#renderer/client/commands/index.ts';
import { useHost, useSettings } from '#renderer/client/index.ts';
import { messages } from '#shared/messages/index.ts';
import { commandIds } from '#shared/model/commands.ts';
import type { HostInfo } from '#shared/model/host.ts';
import { defaultSettings } from '#shared/model/settings.ts';

function inShell(kind: HostInfo['kind']): void {
  useHost.setState({ info: { kind, folderPicker: 'built-in', platform: 'linux', version: '0', openOnStart: null } });
}

function bind(...keybindings: { command: string; key: string }[]): void {
  useSettings.setState({ values: { ...defaultSettings, keybindings } });
}

beforeEach(() => {
  inShell('desktop');
  bind();
  useContextKeys.setState({}, true);
  document.body.replaceChildren();
});

describe('when-clauses', () => {
  it.each([
    [undefined, true],
    ['', true],
    ['signedIn', true],
    ['!signedIn', false],
    ['signedIn && desktop', false],
    ['signedIn && !desktop', true],
    ['desktop || signedIn', true],
    ['desktop && signedIn || !desktop', true],
  ])('%s is %s', (clause, expected) => {
    expect(evaluateWhen(clause, { signedIn: true })).toBe(expected);
  });
});

describe('which key does what', () => {
  it('uses the browser’s variant only in a browser', () => {
    expect(keyFor('editor.close')).toBe('ctrl+w');
    inShell('browser');
    expect(keyFor('editor.close')).toBe('alt+w');
  });

  it('lets a person replace and remove keys, and ignores commands that do not exist', () => {
    bind({ command: 'file.save', key: 'Shift+Ctrl+Y' }, { command: 'editor.close', key: '' }, { command: 'no.such', key: 'f9' });
    expect(keyFor('file.save')).toBe('ctrl+shift+y');
    expect(keyFor('editor.close')).toBeUndefined();
    expect(activeKeybindings().map((binding) => binding.key)).not.toContain('f9');
  });

  it.each(['desktop', 'browser'] as const)('has no two commands on one key by default in the %s', (kind) => {
    inShell(kind);
    const all = activeKeybindings();
    const clashes = all.flatMap((binding) => conflictsOf(binding, all).map((other) => `${binding.key}: ${binding.command}, ${other}`));
    expect(clashes).toEqual([]);
  });

  it.each(['desktop', 'browser'] as const)('has no key that is the beginning of another one in the %s', (kind) => {
    inShell(kind);
    const keys = activeKeybindings().map((binding) => binding.key);
    expect(keys.filter((key) => keys.some((other) => other.startsWith(`${key} `)))).toEqual([]);
  });

  it('sees a conflict only where both commands can be meant', () => {
    bind({ command: 'file.saveAll', key: 'f2' }, { command: 'workbench.showStart', key: 'f8' });
    const [f2] = activeKeybindings().filter((binding) => binding.command === 'file.saveAll');
    expect(f2 && conflictsOf(f2)).toEqual(['explorer.rename']);
  });

  it('has a title for every command in every language', () => {
    for (const { commandTitles } of Object.values(messages)) {
      expect(Object.keys(commandTitles).sort()).toEqual([...commandIds].sort());
      expect(Object.values(commandTitles).filter((title) => title.trim() === '')).toEqual([]);
    }
  });
});

describe('pressing keys', () => {
  const ran = vi.fn();
  let stops: (() => void)[] = [];

  beforeEach(() => {
    ran.mockReset();
    setContextKey('workspaceOpen', true);
    stops = [
      listenForKeys(),
      registerCommands({
        'workbench.openKeybindings': () => ran('keybindings'),
        'file.saveAll': () => ran('saveAll'),
        'workbench.quickOpen': () => ran('quickOpen'),
        'explorer.delete': () => ran('delete'),
      }),
    ];
  });

  afterEach(() => {
    for (const stop of stops) stop();
    vi.useRealTimers();
  });

  async function press(key: string, init: KeyboardEventInit = {}, target: Element = document.body): Promise<boolean> {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
    target.dispatchEvent(event);
    await Promise.resolve();
    return event.defaultPrevented;
  }

  function add(html: string): Element {
    document.body.innerHTML = html;
    return document.body.firstElementChild ?? document.body;
  }

  it('runs a chord after its second stroke', async () => {
    await press('k', { ctrlKey: true });
    expect(ran).not.toHaveBeenCalled();
    await press('s', { ctrlKey: true });
    expect(ran.mock.calls).toEqual([['keybindings']]);
  });

  it('gives a chord up at Escape, at a click and at an unknown stroke', async () => {
    const giveUps = [() => press('Escape'), async () => document.body.dispatchEvent(new MouseEvent('mousedown', { bubbles: true })), () => press('x')];
    for (const giveUp of giveUps) {
      await press('k', { ctrlKey: true });
      await giveUp();
      expect(await press('s')).toBe(false);
    }
    expect(ran).not.toHaveBeenCalled();
  });

  it('forgets half a chord after a while, so that a letter is a letter again', async () => {
    vi.useFakeTimers();
    await press('k', { ctrlKey: true });
    vi.advanceTimersByTime(6000);
    expect(await press('s')).toBe(false);
    expect(ran).not.toHaveBeenCalled();
  });

  it('hands every stroke to a field that records keys', async () => {
    const recorder = add('<input data-records-keys="true">');
    expect(await press('p', { ctrlKey: true }, recorder)).toBe(false);
    expect(ran).not.toHaveBeenCalled();
    await press('p', { ctrlKey: true });
    expect(ran).toHaveBeenCalledWith('quickOpen');
  });

  it('leaves typing, editing keys and composition to fields', async () => {
    bind({ command: 'workbench.quickOpen', key: 'shift+/' });
    const input = add('<input>');
    expect(await press('/', { shiftKey: true }, input)).toBe(false);
    expect(await press('p', { ctrlKey: true, isComposing: true }, input)).toBe(false);
    setContextKey('explorerFocus', true);
    expect(await press('Delete', {}, input)).toBe(false);
    expect(ran).not.toHaveBeenCalled();
  });

  it('runs Delete only where the tree has the keyboard', async () => {
    expect(await press('Delete')).toBe(false);
    setContextKey('explorerFocus', true);
    expect(await press('Delete')).toBe(true);
    expect(ran.mock.calls).toEqual([['delete']]);
  });
});
