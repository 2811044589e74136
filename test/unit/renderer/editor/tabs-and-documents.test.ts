// @vitest-environment happy-dom
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine, type TestEngine } from '#test/unit/engine/support/start-engine.ts';

const link = vi.hoisted(() => ({ client: undefined as unknown }));

// The real engine in this process instead of a socket, and Monaco's text models without its editor.
vi.mock('#renderer/client/connection.ts', async (original) => ({
  ...(await original<object>()),
  get client() {
    return link.client;
  },
}));
vi.mock('#renderer/features/editor/monaco/load-monaco.ts', async () => {
  const monaco = await import('monaco-editor/editor.js');
  return { loadMonaco: async () => ({ monaco }), whenMonacoIsLoaded: () => new Promise(() => undefined) };
});

const { closeActive, closeEverything, closeTab, openFile, reopenClosed } = await import('#renderer/features/editor/actions.ts');
const { useDialogs } = await import('#renderer/features/editor/close-prompt-store.ts');
const { closeAllDocuments, textDocument, useDocuments, workingCopy } = await import('#renderer/features/editor/documents/index.ts');
const { activeGroup, activeTab, resetEditors, showTab, splitRight, useEditors } = await import('#renderer/features/editor/editor-store.ts');
const { followSession } = await import('#renderer/features/editor/session.ts');
const { loadMonaco } = await import('#renderer/features/editor/monaco/index.ts');
const { useNotifications, useSettings } = await import('#renderer/client/index.ts');
const { toAppError } = await import('#renderer/client/to-app-error.ts');
const { useWorkspace } = await import('#renderer/features/workspace/index.ts');
const { defaultSettings } = await import('#shared/model/settings.ts');

let test: TestEngine;
let workspaceId: string;
let stop: () => void;
let saves = 0;
const sessions: { workspaceId: string | null; state: unknown }[] = [];
const underWay = new Set<Promise<unknown>>();

type Call = (input: unknown) => Promise<unknown>;

/** Every call of a domain, counted while it is under way. */
function followed(calls: object, seen: (name: string, input: never) => void = () => undefined): object {
  return new Proxy(calls, {
    get: (target, name: string) => (input: never) => {
      seen(name, input);
      const answer = (Reflect.get(target, name) as Call)(input).catch((error: unknown) => Promise.reject(toAppError(error)));
      const settled: Promise<unknown> = answer.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return answer;
    },
  });
}

beforeEach(async () => {
  test = await startEngine();
  saves = 0;
  sessions.length = 0;
  const { documents, workspace, log, settings } = test.client;
  link.client = {
    documents: followed(documents, (name) => {
      if (name === 'save') saves++;
    }),
    settings: followed(settings, (name, input) => {
      if (name === 'saveState') sessions.push(input);
    }),
    workspace,
    log,
  };
  const info = await test.open();
  workspaceId = info.workspaceId;
  stop = followSession();
  useWorkspace.setState({ workspace: info, project: null, gone: false, restoring: false });
  for (const name of ['a.js', 'b.js', 'c.js']) await writeFile(join(test.folder, name), name);
});

afterEach(async () => {
  stop();
  closeAllDocuments();
  resetEditors();
  useWorkspace.setState({ workspace: null });
  useSettings.setState({ values: defaultSettings });
  useNotifications.setState({ items: [] });
  await Promise.all(underWay);
  await test[Symbol.asyncDispose]();
});

/** The session is followed once it has been restored; asked of the store, for nothing else says so. */
async function whenFollowed(): Promise<void> {
  // Longer than the pause after which tabs are kept.
  const options = { interval: 500, timeout: 20_000 };
  await vi.waitFor(() => {
    showTab({ kind: 'page', page: 'settings' });
    expect(sessions.length).toBeGreaterThan(0);
  }, options);
}

function edit(path: string, text: string): void {
  const model = workingCopy(`file:${path}`)?.model;
  model?.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
}

function answer(choice: 'save' | 'discard' | 'cancel'): Promise<void> {
  return vi.waitFor(() => {
    expect(useDialogs.getState().open).not.toBeNull();
    useDialogs.getState().answer(choice);
  });
}

function openIds(): string[] {
  return Object.keys(useDocuments.getState().byId).sort();
}

describe('documents and their tabs', () => {
  it('close together: a preview that gives way leaves no document and no model', async () => {
    await whenFollowed();
    for (const path of ['a.js', 'b.js', 'c.js']) await openFile(path, { preview: true });
    const { monaco } = await loadMonaco();
    await vi.waitFor(() => expect(openIds()).toEqual(['file:c.js']));
    expect(monaco.editor.getModels()).toHaveLength(1);
  });

  it('stay open while another group shows them', async () => {
    await openFile('a.js');
    splitRight();
    edit('a.js', 'mine');
    await closeActive();
    expect([openIds(), textDocument('file:a.js')?.edit]).toEqual([['file:a.js'], 'dirty']);
  });

  it('close with their comparison, after asking', async () => {
    await openFile('a.js');
    edit('a.js', 'mine');
    showTab({ kind: 'compare', documentId: 'file:a.js' });
    const [tab] = activeGroup().tabs.filter((each) => each.content.kind === 'document');
    const closing = tab && closeTab(activeGroup(), tab);
    await answer('discard');
    expect([await closing, openIds(), activeGroup().tabs.map((each) => each.id)]).toEqual([true, [], []]);
    expect(await readFile(join(test.folder, 'a.js'), 'utf8')).toBe('a.js');
  });

  it('stay as they are when the person cancels, and when saving fails', async () => {
    await openFile('a.js');
    edit('a.js', 'mine');
    const cancelled = closeActive();
    await answer('cancel');
    await cancelled;
    expect(textDocument('file:a.js')?.edit).toBe('dirty');
    await writeFile(join(test.folder, 'a.js'), 'theirs');
    const failing = expect(closeActive()).rejects.toMatchObject({ code: 'CONFLICT' });
    await answer('save');
    await failing;
    expect([workingCopy('file:a.js')?.model.getValue(), activeTab()?.id]).toEqual(['mine', 'document:file:a.js']);
  });

  it('open again where they were closed', async () => {
    await openFile('a.js');
    await openFile('b.js');
    await closeActive();
    await reopenClosed();
    expect(activeTab()?.id).toBe('document:file:b.js');
    expect(openIds()).toEqual(['file:a.js', 'file:b.js']);
  });

  it('that are asked about twice keep the first asker where it is', async () => {
    await openFile('a.js');
    edit('a.js', 'mine');
    const closings = [closeActive(), closeActive()];
    await answer('cancel');
    await Promise.all(closings);
    expect(textDocument('file:a.js')?.edit).toBe('dirty');
  });
});

describe('before the folder changes', () => {
  it('every unsaved document is asked about at once, and the tabs are kept for next time', async () => {
    await whenFollowed();
    for (const path of ['a.js', 'b.js', 'c.js']) await openFile(path);
    edit('a.js', 'mine');
    edit('b.js', 'mine too');
    const leaving = closeEverything();
    await vi.waitFor(() => expect(useDialogs.getState().open?.titles).toEqual(['a.js', 'b.js']));
    await answer('save');
    expect(await leaving).toBe(true);
    expect(await readFile(join(test.folder, 'b.js'), 'utf8')).toBe('mine too');
    useWorkspace.setState({ workspace: null });
    await vi.waitFor(() => expect(JSON.stringify(sessions.at(-1))).toContain('c.js'));
    expect(sessions.at(-1)?.workspaceId).toBe(workspaceId);
    expect([openIds(), useEditors.getState().groups.flatMap((group) => group.tabs)]).toEqual([[], []]);
  });
});

describe('saving by itself', () => {
  it('does not try a failed save again until the text changes, nor bring back a deleted file', async () => {
    useSettings.setState({ values: { ...defaultSettings, 'files.autoSave': 'on-focus-change' } });
    await openFile('a.js');
    edit('a.js', 'mine');
    await writeFile(join(test.folder, 'a.js'), 'theirs');
    window.dispatchEvent(new Event('blur'));
    await vi.waitFor(() => expect(textDocument('file:a.js')).toMatchObject({ edit: 'failed', disk: 'changed' }));
    for (let time = 0; time < 3; time++) window.dispatchEvent(new Event('blur'));
    expect(saves).toBe(1);
  });

  it('saves what was typed after a while', async () => {
    useSettings.setState({ values: { ...defaultSettings, 'files.autoSave': 'after-delay', 'files.autoSaveDelay': 200 } });
    await openFile('a.js');
    edit('a.js', 'mine');
    await vi.waitFor(async () => expect(await readFile(join(test.folder, 'a.js'), 'utf8')).toBe('mine'), { timeout: 10_000 });
  });
});
