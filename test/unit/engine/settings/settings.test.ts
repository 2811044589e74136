import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '#shared/model/settings.ts';
import { failureOf, until } from '../support/make-folder.ts';
import { startEngine, type TestEngine } from '../support/start-engine.ts';

async function writeSettings(test: TestEngine, text: string): Promise<void> {
  await mkdir(test.dataDirectory, { recursive: true });
  await writeFile(join(test.dataDirectory, 'settings.json'), text);
}

describe('settings', () => {
  it('are kept, and go back to their default', async () => {
    await using test = await startEngine();
    await test.client.settings.set({ key: 'workbench.theme', value: 'high-contrast' });
    await test.restart();
    expect((await test.client.settings.get()).values['workbench.theme']).toBe('high-contrast');
    await test.client.settings.set({ key: 'workbench.theme', value: null });
    expect((await test.client.settings.get()).values).toEqual(defaultSettings);
  });

  it('refuse unknown keys and values that are not allowed', async () => {
    await using test = await startEngine();
    expect(await failureOf(test.client.settings.set({ key: 'no.such', value: 1 }))).toMatchObject({ code: 'SETTING_UNKNOWN', data: { key: 'no.such' } });
    expect((await failureOf(test.client.settings.set({ key: '__proto__', value: {} }))).code).toBe('SETTING_UNKNOWN');
    expect(await failureOf(test.client.settings.set({ key: 'editor.tabSize', value: 99 }))).toMatchObject({
      code: 'SETTING_INVALID',
      data: { key: 'editor.tabSize' },
    });
    expect((await test.client.settings.get()).values).toEqual(defaultSettings);
  });

  it('fall back one by one when a stored value is not valid', async () => {
    await using test = await startEngine();
    await writeSettings(test, JSON.stringify({ 'editor.tabSize': 'four', 'editor.fontSize': 20, 'from.a.newer.version': true }));
    await test.restart();
    const { values, recovered } = await test.client.settings.get();
    expect(values).toEqual({ ...defaultSettings, 'editor.fontSize': 20 });
    expect(recovered).toBeNull();
    await test.client.settings.set({ key: 'editor.minimap', value: true });
    const stored = JSON.parse(await readFile(join(test.dataDirectory, 'settings.json'), 'utf8'));
    expect(stored).toMatchObject({ 'editor.tabSize': 'four', 'from.a.newer.version': true, 'editor.minimap': true });
    expect((await test.client.log.report()).text).toContain('editor.tabSize');
  });

  it.each(['{ "editor.fontSize": 2', '[]', 'null', ''])('keep an unreadable file (%j) as a copy and say where', async (text) => {
    await using test = await startEngine();
    await writeSettings(test, text);
    await test.restart();
    const { values, recovered } = await test.client.settings.get();
    expect(values).toEqual(defaultSettings);
    const copy = (await readdir(test.dataDirectory)).find((name) => name.includes('unreadable')) ?? '';
    expect(recovered?.copy).toContain(copy);
    expect(await readFile(join(test.dataDirectory, copy), 'utf8')).toBe(text);
    await test.client.settings.set({ key: 'editor.minimap', value: true });
    expect((await test.client.settings.get()).values['editor.minimap']).toBe(true);
  });

  it('reach every window when one changes them, and when the file changes', async () => {
    await using test = await startEngine();
    const windows = await Promise.all(['one', 'two'].map((id) => test.connect(id).client.settings.watch()));
    for (const window of windows) expect((await window.next()).value).toMatchObject({ values: { 'editor.tabSize': 2 } });
    await test.client.settings.set({ key: 'editor.tabSize', value: 8 });
    for (const window of windows) expect((await window.next()).value).toMatchObject({ values: { 'editor.tabSize': 8 } });
    await writeSettings(test, JSON.stringify({ 'editor.tabSize': 3 }));
    let seen = 8;
    while (seen === 8) {
      const next = await windows[0]?.next();
      if (!next || next.done) break;
      seen = next.value.values['editor.tabSize'];
    }
    expect(seen).toBe(3);
  });

  it('wait for somebody who is still writing the file', async () => {
    await using test = await startEngine();
    await test.client.settings.set({ key: 'editor.tabSize', value: 8 });
    await writeSettings(test, '{ "editor.tabSize": 4, ');
    expect((await test.client.settings.get()).values['editor.tabSize']).toBe(8);
    expect(await readFile(join(test.dataDirectory, 'settings.json'), 'utf8')).toBe('{ "editor.tabSize": 4, ');
    await writeSettings(test, '{ "editor.tabSize": 4 }');
    await until(async () => (await test.client.settings.get()).values['editor.tabSize'] === 4);
  });
});

describe('window state', () => {
  it('is kept per workspace', async () => {
    await using test = await startEngine();
    await test.client.settings.saveState({ workspaceId: 'w', state: { tabs: ['a'] } });
    await test.client.settings.saveState({ workspaceId: null, state: 'window' });
    await test.restart();
    expect(await test.client.settings.loadState({ workspaceId: 'w' })).toEqual({ tabs: ['a'] });
    expect(await test.client.settings.loadState({ workspaceId: null })).toBe('window');
    expect(await test.client.settings.loadState({ workspaceId: '../../other' })).toBeNull();
  });

  it('is refused above 1 MB and ignored, but kept aside, when it is corrupt', async () => {
    await using test = await startEngine();
    expect((await failureOf(test.client.settings.saveState({ workspaceId: 'w', state: 'x'.repeat(1024 * 1024) }))).code).toBe('BAD_INPUT');
    await test.client.settings.saveState({ workspaceId: null, state: { a: 1 } });
    const file = join(test.dataDirectory, 'state', 'window.json');
    await writeFile(file, '{"schemaVersion":1,"sta');
    expect(await test.client.settings.loadState({ workspaceId: null })).toBeNull();
    const aside = (await readdir(join(test.dataDirectory, 'state'))).find((name) => name.includes('unreadable')) ?? '';
    expect(await readFile(join(test.dataDirectory, 'state', aside), 'utf8')).toBe('{"schemaVersion":1,"sta');
  });
});
