declare module 'monaco-editor/features/register.all.js';
declare module 'monaco-editor/languages/definitions/*';
declare module 'monaco-editor/languages/features/css/register.js';

declare module 'monaco-editor/editor.js' {
  export * from 'monaco-editor';
}

declare module 'monaco-editor/languages/features/json/register.js' {
  import { json } from 'monaco-editor';
  export const jsonDefaults: typeof json.jsonDefaults;
}

declare module 'monaco-editor/languages/features/typescript/register.js' {
  import { typescript } from 'monaco-editor';
  export const javascriptDefaults: typeof typescript.javascriptDefaults;
  export const typescriptDefaults: typeof typescript.typescriptDefaults;
  export const ScriptTarget: typeof typescript.ScriptTarget;
  export const ModuleKind: typeof typescript.ModuleKind;
  export const ModuleResolutionKind: typeof typescript.ModuleResolutionKind;
}
