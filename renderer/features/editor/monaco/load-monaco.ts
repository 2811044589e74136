import type { monaco, typescript } from './monaco.ts';

export type Monaco = typeof monaco;
export type TextModel = ReturnType<Monaco['editor']['createModel']>;
export type CodeEditor = ReturnType<Monaco['editor']['create']>;

type Loaded = { monaco: Monaco; typescript: typeof typescript };

const loaded = Promise.withResolvers<Loaded>();
let loading = false;

/** Loads Monaco once; the workbench asks as soon as it has painted, an editor whenever it needs it. */
export function loadMonaco(): Promise<Loaded> {
  if (!loading) {
    loading = true;
    import('./monaco.ts').then(loaded.resolve, loaded.reject);
  }
  return loaded.promise;
}

/** Resolves once somebody has loaded Monaco; does not load it. */
export function whenMonacoIsLoaded(): Promise<Loaded> {
  return loaded.promise;
}
