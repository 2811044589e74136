import type { Diagnostic } from '#shared/model/diagnostics.ts';
import { type AppConfig, checkTabBar, pageOf } from './app-config.ts';
import { objectOf, readJsonDocument } from './json-document.ts';
import type { ProgramFiles } from './program-files.ts';

export interface ExtFile {
  value: Record<string, unknown> | null;
  diagnostics: Diagnostic[];
}

/** Reads `ext.json` and says what in it would come to nothing. */
export async function readExt(files: ProgramFiles, { pages }: AppConfig): Promise<ExtFile> {
  const source = await files.source('/ext.json');
  if (!source) return { value: null, diagnostics: [] };
  const document = readJsonDocument('/ext.json', source);
  const { value, report } = document;
  const isReadable = report.diagnostics.length === 0;
  if (isReadable && !('extEnable' in value)) report.warning('ext-not-enabled', document.spanOf());
  if (value.extEnable) {
    for (const page of Object.keys(objectOf(value.extPages)))
      if (!pageOf(pages, page)) report.warning('app-unknown-page', document.spanOf('extPages', page), { page });
    checkTabBar(document, pages);
    if ('ext' in value && objectOf(value.ext) !== value.ext) report.warning('ext-no-object', document.spanOf('ext'));
  }
  return { value, diagnostics: report.diagnostics };
}
