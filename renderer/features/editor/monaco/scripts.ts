import type * as Monaco from 'monaco-editor';
import type { typescript as TypeScriptApi } from 'monaco-editor';
import { reportError } from '#renderer/client/index.ts';

type Defaults = typeof TypeScriptApi.javascriptDefaults;

const typings = import.meta.glob<string>('../../../../node_modules/@mini-types/*/types/*.d.ts', { query: '?raw', import: 'default' });

/** Leaves out the worker globals, which would shadow the page's own. */
function isWanted(path: string): boolean {
  return !path.endsWith('lib.worker.d.ts');
}

/** Gives both script services the `my.*`, `App`, `Page` and `Component` typings. */
async function loadMiniProgramTypings(defaults: readonly Defaults[]): Promise<void> {
  const files = await Promise.all(
    Object.entries(typings)
      .filter(([path]) => isWanted(path))
      .map(async ([path, load]) => ({ path: `file:///${path.slice(path.indexOf('node_modules/'))}`, text: await load() })),
  );
  for (const each of defaults) {
    for (const file of files) each.addExtraLib(file.text, file.path);
  }
}

interface ScriptApi {
  javascriptDefaults: Defaults;
  typescriptDefaults: Defaults;
  ScriptTarget: typeof TypeScriptApi.ScriptTarget;
  ModuleKind: typeof TypeScriptApi.ModuleKind;
  ModuleResolutionKind: typeof TypeScriptApi.ModuleResolutionKind;
}

/** Script services for mini programs: no DOM, ES modules, types for TypeScript and syntax for JavaScript. */
export function configureScripts(monaco: typeof Monaco, api: ScriptApi): void {
  const options = {
    target: api.ScriptTarget.ESNext,
    module: api.ModuleKind.ESNext,
    moduleResolution: api.ModuleResolutionKind.NodeJs,
    lib: ['esnext'],
    allowNonTsExtensions: true,
    allowJs: true,
    checkJs: false,
    esModuleInterop: true,
    types: [],
  };
  for (const each of [api.javascriptDefaults, api.typescriptDefaults]) {
    each.setCompilerOptions(options);
    each.setEagerModelSync(false);
  }
  api.javascriptDefaults.setDiagnosticsOptions({ noSemanticValidation: true, noSyntaxValidation: false });
  registerSjs(monaco);
  const load = once(() => loadMiniProgramTypings([api.javascriptDefaults, api.typescriptDefaults]));
  monaco.languages.onLanguageEncountered('javascript', load);
  monaco.languages.onLanguageEncountered('typescript', load);
}

function once(action: () => Promise<void>): () => void {
  let started = false;
  return () => {
    if (started) return;
    started = true;
    action().catch(reportError);
  };
}

/** SJS looks like JavaScript, but none of its services apply. */
function registerSjs(monaco: typeof Monaco): void {
  monaco.languages.register({ id: 'sjs', extensions: ['.sjs'], aliases: ['SJS'] });
  monaco.languages.registerTokensProviderFactory('sjs', {
    create: async () => (await import('monaco-editor/languages/definitions/javascript/javascript.js')).language as Monaco.languages.IMonarchLanguage,
  });
  monaco.languages.onLanguageEncountered('sjs', async () => {
    const javascript = await import('monaco-editor/languages/definitions/javascript/javascript.js');
    monaco.languages.setLanguageConfiguration('sjs', javascript.conf as Monaco.languages.LanguageConfiguration);
  });
}
