import { documentLimits } from '#shared/model/documents.ts';

const byExtension: Record<string, string> = {
  axml: 'axml',
  acss: 'acss',
  sjs: 'sjs',
  js: 'javascript',
  cjs: 'javascript',
  mjs: 'javascript',
  jsx: 'javascript',
  ts: 'typescript',
  mts: 'typescript',
  tsx: 'typescript',
  json: 'json',
  json5: 'json',
  css: 'css',
  less: 'less',
  html: 'html',
  htm: 'html',
  xml: 'xml',
  svg: 'xml',
  md: 'markdown',
  yml: 'yaml',
  yaml: 'yaml',
};

export const languageNames: Record<string, string> = {
  axml: 'AXML',
  acss: 'ACSS',
  sjs: 'SJS',
  javascript: 'JavaScript',
  typescript: 'TypeScript',
  json: 'JSON',
  css: 'CSS',
  less: 'Less',
  html: 'HTML',
  xml: 'XML',
  markdown: 'Markdown',
  yaml: 'YAML',
  plaintext: 'Plain text',
};

/** The language for a file name; large documents are plain text, because the services would keep them waiting. */
export function languageIdOf(path: string, size = 0): string {
  if (size > documentLimits.plainAbove) return 'plaintext';
  const extension = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  return byExtension[extension] ?? 'plaintext';
}
