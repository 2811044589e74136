import { extname } from 'node:path';
import type { FileRule } from '../pack/manifest.ts';
import type { PackFile } from '../pack/read-pack-files.ts';
import { compileJsonTemplate } from './json-template.ts';
import { type CompiledFile, resolveReference, sha256 } from './project-template.ts';
import { compileTextTemplate, isRenderable } from './text-template.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Error('the file is not UTF-8 text');
  }
}

/** Prepares one file of a pack under the rule that matches it. Throws an Error that says what is wrong with the file. */
export function compileFile({ path, bytes }: PackFile, rule: FileRule): CompiledFile {
  const base = { path, class: rule.class };
  if (rule.edits) {
    if (extname(path) !== '.json') throw new Error('only JSON files can have edits');
    const json = compileJsonTemplate(decode(bytes), rule.edits);
    return { ...base, kind: 'rendered', render: (subject) => json.render((reference) => resolveReference(reference, subject)) };
  }
  if (rule.render) {
    if (!isRenderable(path)) throw new Error('files of this kind cannot be rendered');
    const text = compileTextTemplate(path, decode(bytes));
    return { ...base, kind: 'rendered', render: ({ merchant, answers }) => text.render({ ...answers, merchant: { id: merchant.id, name: merchant.name } }) };
  }
  return { ...base, kind: 'static', bytes, sha256: sha256(bytes) };
}
