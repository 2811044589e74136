export { returnEditor, takeEditor, warmUpEditor } from './editor-pool.ts';
export { languageIdOf, languageNames } from './language-id.ts';
export { type CodeEditor, loadMonaco, type Monaco, type TextModel, whenMonacoIsLoaded } from './load-monaco.ts';
