import 'monaco-editor/features/register.all.js';
import 'monaco-editor/languages/definitions/javascript/register.js';
import 'monaco-editor/languages/features/typescript/register.js';
import EditorWorker from 'monaco-editor/editor/editor.worker.js?worker';
import * as monaco from 'monaco-editor/editor.js';
import TypeScriptWorker from 'monaco-editor/language/typescript/ts.worker.js?worker';

self.MonacoEnvironment = { getWorker: (_id, label) => (label === 'javascript' || label === 'typescript' ? new TypeScriptWorker() : new EditorWorker()) };
monaco.editor.create(document.getElementById('editor'), {
  value: await (await fetch('/text.js')).text(),
  language: 'javascript',
  automaticLayout: true,
  minimap: { enabled: false },
});
