import type { monaco, typescript } from './monaco.ts';

export type Monaco = typeof monaco;
export type TextModel = ReturnType<Monaco['editor']['createModel']>;
export type CodeEditor = ReturnType<Monaco['editor']['create']>;

let loading: Promise<{ monaco: Monaco; typescript: typeof typescript }> | undefined;

/** Loads Monaco once; the workbench asks as soon as it has painted, an editor whenever it needs it. */
export function loadMonaco(): Promise<{ monaco: Monaco; typescript: typeof typescript }> {
  loading ??= import('./monaco.ts');
  return loading;
}
