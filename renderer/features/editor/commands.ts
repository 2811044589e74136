import { registerCommands } from '#renderer/client/commands/index.ts';
import { attempt, translate } from '#renderer/client/index.ts';
import { fuzzyItems, showQuickPick } from '#renderer/features/quick-pick/index.ts';
import type { Encoding, LineEnding } from '#shared/model/documents.ts';
import { closeActive, closeTabs, newUntitled, reopenClosed, revert, saveActive, saveAs, saveEverything } from './actions.ts';
import { changeFormat, changeLanguage, takeDisk, textDocument, workingCopy } from './documents/index.ts';
import { editorOfGroup } from './editor-instances.ts';
import { encodingNames } from './editor-status.tsx';
import { activateGroup, activeDocumentId, activeGroup, activeTab, setTabState, showTab, splitRight, stepTab, useEditors } from './editor-store.ts';
import { languageNames } from './monaco/index.ts';

/** Runs one of Monaco's own actions in the active editor. */
function monacoAction(id: string): () => void {
  return () => {
    const editor = editorOfGroup(activeGroup().id);
    editor?.focus();
    void editor?.getAction(id)?.run();
  };
}

function pick<Value extends string>(label: string, values: Record<Value, string>, accept: (value: Value) => void): void {
  const items = Object.entries<string>(values).map(([id, name]) => ({ id, label: name }));
  showQuickPick({ label, placeholder: label, items: (query) => fuzzyItems(query, items), accept: (item) => item && accept(item.id as Value) });
}

function withDocument(action: (id: string) => unknown): () => unknown {
  return () => {
    const id = activeDocumentId();
    return id === null ? undefined : action(id);
  };
}

/** Saving with another encoding, or reading the file again with it when nothing is unsaved. */
function changeEncoding(id: string): void {
  pick<Encoding>(translate('editor.encoding'), encodingNames, (encoding) => {
    if (textDocument(id)?.edit === 'clean') {
      pick(
        translate('editor.encoding'),
        { reopen: translate('editor.reopenWith', { name: encodingNames[encoding] }), save: translate('editor.saveWith', { name: encodingNames[encoding] }) },
        (way) => attempt(() => (way === 'reopen' ? takeDisk(id, { encoding }) : changeFormat(id, { encoding }))),
      );
    } else attempt(() => changeFormat(id, { encoding }));
  });
}

const indentations = { 'spaces-2': '2', 'spaces-4': '4', 'tabs-4': '4', 'tabs-2': '2' } as const;

function changeIndentation(id: string): void {
  const names = Object.fromEntries(
    Object.entries(indentations).map(([key, count]) => [
      key,
      translate(key.startsWith('spaces') ? 'editor.spaces' : 'editor.tabSize', { count: Number(count) }),
    ]),
  );
  pick(translate('editor.indentation'), names, (key) =>
    workingCopy(id)?.model.updateOptions({ insertSpaces: key.startsWith('spaces'), tabSize: Number(key.at(-1)), indentSize: Number(key.at(-1)) }),
  );
}

function focusGroup(index: number): void {
  const group = useEditors.getState().groups[index];
  if (group === undefined) return;
  activateGroup(group.id);
  editorOfGroup(group.id)?.focus();
}

function keepOrPin(state: 'kept' | 'pinned'): void {
  const tab = activeTab();
  if (tab) setTabState(activeGroup().id, tab.id, tab.state === 'pinned' && state === 'pinned' ? 'kept' : state);
}

export function registerEditorCommands(): () => void {
  return registerCommands({
    'file.new': newUntitled,
    'file.save': saveActive,
    'file.saveAs': withDocument(saveAs),
    'file.saveAll': saveEverything,
    'file.revert': withDocument(revert),
    'editor.close': closeActive,
    'editor.closeOthers': () =>
      closeTabs(
        activeGroup(),
        activeGroup().tabs.filter((tab) => tab.id !== activeGroup().activeTabId && tab.state !== 'pinned'),
      ),
    'editor.closeAll': () => closeTabs(activeGroup(), activeGroup().tabs),
    'editor.reopenClosed': reopenClosed,
    'editor.next': () => stepTab(1),
    'editor.previous': () => stepTab(-1),
    'editor.splitRight': splitRight,
    'editor.focusFirstGroup': () => focusGroup(0),
    'editor.focusSecondGroup': () => focusGroup(1),
    'editor.keepOpen': () => keepOrPin('kept'),
    'editor.pin': () => keepOrPin('pinned'),
    'editor.find': monacoAction('actions.find'),
    'editor.replace': monacoAction('editor.action.startFindReplaceAction'),
    'editor.goToLine': monacoAction('editor.action.gotoLine'),
    // Chords that begin with our own prefix would never reach Monaco.
    'editor.addLineComment': monacoAction('editor.action.addCommentLine'),
    'editor.removeLineComment': monacoAction('editor.action.removeCommentLine'),
    'editor.foldAll': monacoAction('editor.foldAll'),
    'editor.unfoldAll': monacoAction('editor.unfoldAll'),
    'editor.showHover': monacoAction('editor.action.showHover'),
    'editor.trimTrailingWhitespace': monacoAction('editor.action.trimTrailingWhitespace'),
    'editor.format': monacoAction('editor.action.formatDocument'),
    'editor.changeEncoding': withDocument(changeEncoding),
    'editor.changeLineEnding': withDocument((id) =>
      pick<Exclude<LineEnding, 'mixed'>>(translate('editor.lineEnding'), { lf: 'LF', crlf: 'CRLF' }, (lineEnding) =>
        attempt(() => changeFormat(id, { lineEnding })),
      ),
    ),
    'editor.changeIndentation': withDocument(changeIndentation),
    'editor.changeLanguage': withDocument((id) =>
      pick(translate('editor.language'), languageNames, (languageId) => attempt(() => changeLanguage(id, languageId))),
    ),
    'workbench.openSettings': () => showTab({ kind: 'page', page: 'settings' }),
    'workbench.openKeybindings': () => showTab({ kind: 'page', page: 'keybindings' }),
  });
}
