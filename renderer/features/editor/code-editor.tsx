import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { setContextKey } from '#renderer/client/commands/index.ts';
import { useSettings, useTheme } from '#renderer/client/index.ts';
import styles from './code-editor.module.css';
import { useCursor } from './cursor-store.ts';
import { type TextDocument, workingCopy } from './documents/index.ts';
import { applyWantedPosition, registerInstance } from './editor-instances.ts';
import { editorOptions } from './editor-options.ts';
import { activateGroup, setTabState, useEditors } from './editor-store.ts';
import { loadMonaco, type Monaco, type CodeEditor as MonacoEditor, returnEditor, takeEditor } from './monaco/index.ts';

type ViewState = ReturnType<MonacoEditor['saveViewState']>;
/** Where the person was, by group and document; the oldest are forgotten. */
const viewStates = new Map<string, ViewState>();
const maximumViewStates = 200;

function keepViewState(key: string, state: ViewState): void {
  if (state === null) return;
  viewStates.delete(key);
  viewStates.set(key, state);
  const [oldest] = viewStates.keys();
  if (viewStates.size > maximumViewStates && oldest !== undefined) viewStates.delete(oldest);
}

/** Gives the group an editor once Monaco is there. */
function useMonacoEditor(groupId: number) {
  const container = useRef<HTMLDivElement>(null);
  const [created, setCreated] = useState<{ editor: MonacoEditor; monaco: Monaco } | null>(null);
  useEffect(() => {
    let release: (() => void) | undefined;
    let ended = false;
    void loadMonaco().then(({ monaco }) => {
      if (ended || container.current === null) return;
      const pooled = takeEditor(monaco, container.current, editorOptions(useSettings.getState().values));
      const { editor } = pooled;
      monaco.editor.setTheme(`minifoundry-${useTheme.getState().theme}`);
      const listeners = [
        editor.onDidFocusEditorWidget(() => activateGroup(groupId)),
        editor.onDidFocusEditorText(() => setContextKey('textEditorFocus', true)),
        editor.onDidBlurEditorText(() => setContextKey('textEditorFocus', false)),
        editor.onDidChangeCursorSelection(({ selection }) =>
          useCursor.setState({
            line: selection.positionLineNumber,
            column: selection.positionColumn,
            selected: editor.getModel()?.getValueLengthInRange(selection) ?? 0,
          }),
        ),
      ];
      release = () => {
        for (const listener of listeners) listener.dispose();
        setContextKey('textEditorFocus', false);
        returnEditor(pooled);
      };
      setCreated({ editor, monaco });
    });
    return () => {
      ended = true;
      release?.();
    };
  }, [groupId]);
  return { container, created };
}

/** Shows a document in the editor, keeping where the person was in each. */
function useShownDocument(created: { editor: MonacoEditor } | null, groupId: number, document: TextDocument): void {
  const { id, readOnly } = document;
  const copy = workingCopy(id);
  const model = copy?.model;
  const key = `${copy?.workspaceId}:${groupId}:${id}`;
  // As a layout effect its end comes before the editor is given back, while there still is a view to remember.
  useLayoutEffect(() => {
    if (created === null || model === undefined || model.isDisposed()) return;
    const { editor } = created;
    editor.setModel(model);
    editor.restoreViewState(viewStates.get(key) ?? null);
    editor.updateOptions({ readOnly });
    const position = editor.getPosition();
    if (position) useCursor.setState({ line: position.lineNumber, column: position.column, selected: 0 });
    const instance = { editor, documentId: () => id };
    const unregister = registerInstance(groupId, instance);
    applyWantedPosition(instance);
    const keepOpen = editor.onDidChangeModelContent(() => {
      const tab = useEditors
        .getState()
        .groups.find((group) => group.id === groupId)
        ?.tabs.find((candidate) => candidate.content.kind === 'document' && candidate.content.documentId === id);
      if (tab?.state === 'preview') setTabState(groupId, tab.id, 'kept');
    });
    return () => {
      keepOpen.dispose();
      unregister();
      keepViewState(key, editor.saveViewState());
    };
  }, [created, groupId, id, key, model, readOnly]);
}

export function CodeEditor({ groupId, document }: { groupId: number; document: TextDocument }) {
  const theme = useTheme((state) => state.theme);
  const settings = useSettings((state) => state.values);
  const { container, created } = useMonacoEditor(groupId);
  useShownDocument(created, groupId, document);
  useEffect(() => created?.monaco.editor.setTheme(`minifoundry-${theme}`), [created, theme]);
  useEffect(() => created?.editor.updateOptions({ ...editorOptions(settings), ariaLabel: document.title }), [created, settings, document.title]);
  return <div ref={container} className={styles.editor} data-testid="code-editor" />;
}
