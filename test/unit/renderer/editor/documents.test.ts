// @vitest-environment happy-dom
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startEngine, type TestClient, type TestEngine } from '#test/unit/engine/support/start-engine.ts';

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

const {
  changeFormat,
  checkDisk,
  claimBackups,
  closeAllDocuments,
  closeDocument,
  continueBackup,
  createUntitled,
  documentId,
  keepMine,
  moveDocument,
  openDocument,
  restoreText,
  saveDocument,
  saveDocumentAs,
  takeDisk,
  textDocument,
  useDocuments,
  workingCopy,
} = await import('#renderer/features/editor/documents/index.ts');
const { flushBackups } = await import('#renderer/features/editor/documents/backups.ts');
const { toAppError } = await import('#renderer/client/to-app-error.ts');
const { useWorkspace } = await import('#renderer/features/workspace/index.ts');
const { loadMonaco } = await import('#renderer/features/editor/monaco/index.ts');

let test: TestEngine;
let workspaceId: string;

async function enter(folder?: string): Promise<void> {
  const workspace = await test.open(folder);
  workspaceId = workspace.workspaceId;
  useWorkspace.setState({ workspace, project: null, gone: false, restoring: false });
}

beforeEach(async () => {
  test = await startEngine();
  setClient();
  await enter();
});

afterEach(async () => {
  closeAllDocuments();
  useWorkspace.setState({ workspace: null });
  await Promise.all(underWay);
  await test[Symbol.asyncDispose]();
});

function at(path: string): string {
  return join(test.folder, path);
}

function disk(path: string): Promise<string> {
  return readFile(at(path), 'utf8');
}

async function opened(path: string, text: string): Promise<string> {
  await writeFile(at(path), text);
  await openDocument(path);
  return documentId(path);
}

/** Types at the end, as a person would. */
function type(id: string, text: string): void {
  const model = workingCopy(id)?.model;
  const { endLineNumber: line, endColumn: column } = model?.getFullModelRange() ?? { endLineNumber: 1, endColumn: 1 };
  model?.pushEditOperations([], [{ range: { startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: column }, text }], () => null);
}

function textOf(id: string): string | undefined {
  return workingCopy(id)?.model.getValue();
}

type Documents = TestClient['documents'];
type Call = (...args: unknown[]) => Promise<unknown>;

const underWay = new Set<Promise<unknown>>();

/** The engine's calls as the socket's client has them, errors as their codes; `instead` takes the place of one. */
function setClient(instead: Partial<Record<keyof Documents, Call>> = {}): void {
  const documents = new Proxy(test.client.documents, {
    get: (target, name: keyof Documents) => (input: unknown) => {
      const call = (instead[name] ?? target[name]) as Call;
      const answer = call(input).catch((error: unknown) => Promise.reject(toAppError(error)));
      const settled = answer.catch(() => undefined).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return answer;
    },
  });
  link.client = { workspace: test.client.workspace, documents };
}

/** Keeps back the next answer to one call until it is let go. */
function hold(method: 'save' | 'stat' | 'open'): { reached: Promise<void>; release(): void } {
  const reached = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const call = test.client.documents[method] as Call;
  setClient({
    [method]: async (input: unknown) => {
      const answer = await call(input);
      setClient();
      reached.resolve();
      await gate.promise;
      return answer;
    },
  });
  return { reached: reached.promise, release: gate.resolve };
}

describe('saving', () => {
  it('keeps what is typed while a save is under way, unsaved', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' two');
    const { reached, release } = hold('save');
    const saving = saveDocument(id);
    await reached;
    type(id, ' three');
    release();
    await saving;
    expect(await disk('a.js')).toBe('one two');
    expect([textOf(id), textDocument(id)?.edit]).toEqual(['one two three', 'dirty']);
  });

  it('waits its turn: three saves at once end with the last text and without a conflict', async () => {
    const id = await opened('a.js', '');
    const saves = ['1', '2', '3'].map((text) => {
      type(id, text);
      return saveDocument(id);
    });
    await Promise.all(saves);
    expect(await disk('a.js')).toBe('123');
    expect(textDocument(id)?.edit).toBe('clean');
  });

  it('is not over when another encoding was chosen meanwhile', async () => {
    const id = await opened('a.js', 'é');
    type(id, '!');
    const { reached, release } = hold('save');
    const saving = saveDocument(id);
    await reached;
    await changeFormat(id, { encoding: 'utf16le' });
    release();
    await saving;
    expect(textDocument(id)?.edit).toBe('dirty');
    await saveDocument(id);
    expect((await readFile(at('a.js'))).toString('utf16le')).toBe('é!');
  });

  it('never writes over a file that changed, until the person says so', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' mine');
    await writeFile(at('a.js'), 'theirs');
    await expect(saveDocument(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect([await disk('a.js'), textOf(id), textDocument(id)?.disk]).toEqual(['theirs', 'one mine', 'changed']);
    await keepMine(id);
    expect([await disk('a.js'), textDocument(id)?.edit, textDocument(id)?.disk]).toEqual(['one mine', 'clean', 'same']);
  });

  it('under another name takes along what is typed meanwhile', async () => {
    const id = await createUntitled({ text: 'draft' });
    const { reached, release } = hold('save');
    const saving = saveDocumentAs(id, 'b.js', { replace: false });
    await reached;
    type(id, ' and more');
    release();
    const newId = await saving;
    expect([await disk('b.js'), textOf(newId), textDocument(newId)?.edit]).toEqual(['draft', 'draft and more', 'dirty']);
    expect(workingCopy(id)).toBeUndefined();
  });

  it('under the name of another file replaces it only on request, and never somebody’s unsaved text', async () => {
    await writeFile(at('b.js'), 'theirs');
    const id = await createUntitled({ text: 'mine' });
    await expect(saveDocumentAs(id, 'b.js', { replace: false })).rejects.toMatchObject({ code: 'CONFLICT' });
    await openDocument('b.js');
    type(documentId('b.js'), ' edited');
    await expect(saveDocumentAs(id, 'b.js', { replace: true })).rejects.toMatchObject({ code: 'ALREADY_EXISTS' });
    expect(await disk('b.js')).toBe('theirs');
    closeDocument(documentId('b.js'));
    await saveDocumentAs(id, 'b.js', { replace: true });
    expect([await disk('b.js'), textOf(documentId('b.js'))]).toEqual(['mine', 'mine']);
  });
});

describe('the disk', () => {
  it('is followed by a clean text and never by one that is being edited', async () => {
    const id = await opened('a.js', 'one');
    await writeFile(at('a.js'), 'two');
    await checkDisk(id);
    expect([textOf(id), textDocument(id)?.edit]).toEqual(['two', 'clean']);
    type(id, ' mine');
    await writeFile(at('a.js'), 'three');
    await checkDisk(id);
    expect([textOf(id), textDocument(id)?.disk]).toEqual(['two mine', 'changed']);
  });

  it('does not replace what is typed while it is read', async () => {
    const id = await opened('a.js', 'one');
    await writeFile(at('a.js'), 'two');
    const { reached, release } = hold('open');
    const checking = checkDisk(id);
    await reached;
    type(id, ' mine');
    release();
    await checking;
    expect([textOf(id), textDocument(id)?.disk]).toEqual(['one mine', 'changed']);
  });

  it('is not said to have changed by our own save', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' two');
    const { reached, release } = hold('stat');
    const checking = checkDisk(id);
    await reached;
    await saveDocument(id);
    type(id, ' three');
    release();
    await checking;
    expect([textDocument(id)?.disk, textOf(id)]).toEqual(['same', 'one two three']);
  });

  it('brings back a deleted file on the next save', async () => {
    const id = await opened('a.js', 'one');
    await rm(at('a.js'));
    await checkDisk(id);
    expect(textDocument(id)?.disk).toBe('missing');
    await saveDocument(id);
    expect([await disk('a.js'), textDocument(id)?.disk]).toEqual(['one', 'same']);
  });

  it('shows a file as what it has become', async () => {
    const id = await opened('a.png', '');
    expect(useDocuments.getState().byId[id]?.kind).toBe('image');
    const text = await opened('b.js', 'one');
    await writeFile(at('b.js'), Buffer.from([0, 1, 2, 0, 0, 3]));
    await checkDisk(text);
    expect(useDocuments.getState().byId[text]?.kind).toBe('binary');
  });

  it('reads lone carriage returns and mixed line ends, and writes those that nobody touched as they were', async () => {
    const id = await opened('a.js', 'one\rtwo\r\nthree\nfour');
    type(id, '!');
    await saveDocument(id);
    expect(await disk('a.js')).toBe('one\rtwo\r\nthree\nfour!');
  });

  it('opens an image’s source as text when asked to', async () => {
    const id = await opened('a.svg', '<svg/>');
    await openDocument('a.svg', { encoding: 'utf8' });
    expect(textOf(id)).toBe('<svg/>');
  });
});

describe('models', () => {
  it('go with their document, and a model of somebody else is not taken for the file', async () => {
    const { monaco } = await loadMonaco();
    monaco.editor.createModel('old text of another folder', 'javascript', monaco.Uri.from({ scheme: 'file', path: '/a.js' }));
    const id = await opened('a.js', 'true text');
    expect(textOf(id)).toBe('true text');
    closeDocument(id);
    expect(monaco.editor.getModels()).toEqual([]);
  });

  it('do not come from a folder that was left while a file was read', async () => {
    await writeFile(at('a.js'), 'first folder');
    const { reached, release } = hold('open');
    const opening = openDocument('a.js');
    await reached;
    closeAllDocuments();
    useWorkspace.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, workspaceId: 'another' } }));
    release();
    await opening;
    expect(useDocuments.getState().byId).toEqual({});
  });

  it('follow a renamed file with their unsaved text', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' mine');
    await rename(at('a.js'), at('b.js'));
    const moved = await moveDocument('a.js', 'b.js');
    expect([moved, moved && textOf(moved), textDocument(documentId('b.js'))?.edit]).toEqual(['file:b.js', 'one mine', 'dirty']);
    await saveDocument('file:b.js');
    expect([await disk('b.js'), workingCopy(id)]).toEqual(['one mine', undefined]);
  });
});

describe('unsaved text after a crash', () => {
  /** What the next start finds and does. */
  async function crashAndRestore(): Promise<string[]> {
    flushBackups();
    closeAllDocuments();
    const ids: string[] = [];
    for (const backup of await claimBackups(workspaceId)) {
      if (backup.path !== null) await openDocument(backup.path);
      const id = await restoreText(backup);
      continueBackup(id, workspaceId, backup.backupId);
      ids.push(id);
    }
    return ids;
  }

  it('comes back once, however often it happens, and is gone when it is given up', async () => {
    await createUntitled({ text: 'draft', title: 'Untitled-1' });
    const [again = ''] = await crashAndRestore();
    type(again, '!');
    const ids = await crashAndRestore();
    expect(ids.map(textOf)).toEqual(['draft!']);
    closeDocument(ids[0] ?? '');
    expect(await crashAndRestore()).toEqual([]);
  });

  it('keeps texts of files apart whose long paths end alike', async () => {
    const tail = 'x'.repeat(120);
    for (const name of ['a', 'b']) type(await opened(`${name}${tail}.js`, ''), name);
    expect((await crashAndRestore()).map(textOf).sort()).toEqual(['a', 'b']);
  });

  it('comes back although its file is gone', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' mine');
    flushBackups();
    await rm(at('a.js'));
    await crashAndRestore();
    expect([textOf(id), textDocument(id)?.disk, textDocument(id)?.edit]).toEqual(['one mine', 'missing', 'dirty']);
    await saveDocument(id);
    expect(await disk('a.js')).toBe('one mine');
  });

  it('does not overwrite what came to the file since', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' mine');
    flushBackups();
    closeAllDocuments();
    await writeFile(at('a.js'), 'theirs');
    await crashAndRestore();
    expect([textOf(id), textDocument(id)?.disk]).toEqual(['one mine', 'changed']);
    await expect(saveDocument(id)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await disk('a.js')).toBe('theirs');
    await takeDisk(id);
    expect(textOf(id)).toBe('theirs');
  });

  it('is written for the folder that it belongs to, though another one is open by then', async () => {
    const id = await opened('a.js', 'one');
    type(id, ' mine');
    useWorkspace.setState(({ workspace }) => ({ workspace: workspace && { ...workspace, workspaceId: 'another' } }));
    closeAllDocuments();
    await enter();
    const [restored = ''] = await crashAndRestore();
    expect([restored, textOf(restored)]).toEqual([id, 'one mine']);
  });
});
