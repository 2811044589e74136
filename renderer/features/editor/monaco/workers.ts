import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import CssWorker from 'monaco-editor/language/css/css.worker.js?worker';
import JsonWorker from 'monaco-editor/language/json/json.worker.js?worker';
import TypeScriptWorker from 'monaco-editor/language/typescript/ts.worker.js?worker';

/** A worker for one of Monaco's language services; they come from our own origin, as the policy demands. */
export function workerFor(label: string): Worker {
  switch (label) {
    case 'json':
      return new JsonWorker();
    case 'css':
    case 'less':
      return new CssWorker();
    case 'typescript':
    case 'javascript':
      return new TypeScriptWorker();
    default:
      return new EditorWorker();
  }
}
