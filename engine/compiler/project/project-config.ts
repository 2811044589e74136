import path from 'node:path';
import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { FileStore } from './file-store.ts';
import { objectOf, readJsonDocument, stringEntriesOf, stringsOf } from './json-document.ts';

/** What `mini.project.json` says about compiling, in either of its formats. */
export interface ProjectConfig {
  /** Folder of the program: `''` or such as `src`. */
  programRoot: string;
  component2: boolean;
  /** LESS files win over ACSS files of the same name. */
  less: boolean;
  /** The second format, which refuses some keys in app.json. */
  format2: boolean;
  aliases: Record<string, string>;
  /** Globs of files that are not uploaded. */
  exclude: string[];
  /** Globs of files that are uploaded whatever else is said of them. */
  include: string[];
  diagnostics: Diagnostic[];
}

export async function readProjectConfig(store: FileStore): Promise<ProjectConfig> {
  const source = await store.source('/mini.project.json');
  const document = source && readJsonDocument('/mini.project.json', source);
  const value = document?.value ?? {};
  const options = objectOf(value.compileOptions);
  const component2 = options.component2 ?? value.component2;
  return {
    programRoot: typeof value.miniprogramRoot === 'string' ? path.posix.join('/', value.miniprogramRoot).replace(/^\/|\/$/g, '') : '',
    component2: component2 !== false,
    less: options.less === true,
    format2: value.format === 2,
    aliases: Object.fromEntries(stringEntriesOf(options.resolveAlias)),
    exclude: [...stringsOf(value.uploadExclude), ...stringsOf(value.exclude)],
    include: [...stringsOf(value.assetsInclude), ...stringsOf(value.include)],
    diagnostics: document?.report.diagnostics ?? [],
  };
}
