import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { ProgramFiles } from './program-files.ts';

/**
 * Diagnostics as a person wants them: each once, with paths from the project's root, by file and place. What is merely odd in
 * a package is left out: nobody can mend it here.
 */
export async function tidyDiagnostics(diagnostics: readonly Diagnostic[], files: ProgramFiles): Promise<Diagnostic[]> {
  const found = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    if (diagnostic.severity !== 'error' && /(?:^|\/)node_modules\//.test(diagnostic.file)) continue;
    const file = (await files.projectPath(`/${diagnostic.file}`)).slice(1);
    const { start, end } = diagnostic.range;
    const key = [file, diagnostic.code, diagnostic.message, start.line, start.column, end.line, end.column].join('\0');
    if (!found.has(key)) found.set(key, file === diagnostic.file ? diagnostic : { ...diagnostic, file });
  }
  return [...found.values()].sort(compare);
}

function compare(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column;
}
