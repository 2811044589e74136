import type { CodeEditor, Monaco } from './load-monaco.ts';

type EditorOptions = NonNullable<Parameters<Monaco['editor']['create']>[1]>;

interface PooledEditor {
  element: HTMLElement;
  editor: CodeEditor;
}

/** Making an editor costs more than everything else about opening a small file, so unused ones are kept. */
const idle: PooledEditor[] = [];
const maximumIdle = 2;

function createEditor(monaco: Monaco, options: EditorOptions): PooledEditor {
  const element = document.createElement('div');
  element.style.height = '100%';
  return { element, editor: monaco.editor.create(element, { ...options, model: null }) };
}

/** An editor inside `container`, without a model. Give it back with {@link returnEditor}. */
export function takeEditor(monaco: Monaco, container: HTMLElement, options: EditorOptions): PooledEditor {
  const pooled = idle.pop() ?? createEditor(monaco, options);
  container.append(pooled.element);
  pooled.editor.updateOptions(options);
  pooled.editor.layout();
  return pooled;
}

export function returnEditor(pooled: PooledEditor): void {
  pooled.editor.setModel(null);
  pooled.element.remove();
  if (idle.length < maximumIdle) idle.push(pooled);
  else pooled.editor.dispose();
}

/** Makes the first editor before somebody waits for it. */
export function warmUpEditor(monaco: Monaco, options: EditorOptions): void {
  if (idle.length === 0) idle.push(createEditor(monaco, options));
}
