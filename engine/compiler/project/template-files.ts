import type { Diagnostic } from '#shared/model/diagnostics.ts';
import type { AxmlDocument, AxmlElement, AxmlNode } from '../axml/index.ts';
import { parseAxml } from '../axml/index.ts';
import type { Reference } from './check-packages.ts';
import type { SourceFile } from './file-store.ts';
import { Memo } from './memo.ts';
import type { ProgramFiles } from './program-files.ts';
import type { ReferenceResolver } from './resolve-reference.ts';

/** What a template file names in other files. */
interface Named {
  specifier: string;
  extension: '.axml' | '.sjs';
}

interface TemplateFile {
  document: AxmlDocument;
  references: Named[];
  diagnostics: Diagnostic[];
}

/** A template with every file that it reaches. */
export interface TemplateClosure {
  document: AxmlDocument;
  /** Path that a specifier in a file means; null when there is none. */
  resolve(specifier: string, from: string, extension: '.axml' | '.sjs'): string | null;
  load(path: string): AxmlDocument | null;
  /** The template's own file and those it imports or includes. */
  documents: AxmlDocument[];
  sjs: string[];
  references: Reference[];
  diagnostics: Diagnostic[];
  /** What it was made from: the same values in the same order mean the same closure. */
  identity: unknown[];
}

/** Parses template files, each once, and follows what they import and include. */
export class TemplateFiles {
  private readonly files = new Memo<TemplateFile>();

  sweep(): void {
    this.files.sweep();
  }

  async closure(path: string, program: ProgramFiles, resolver: ReferenceResolver): Promise<TemplateClosure | null> {
    const found = new Map<string, TemplateFile | null>();
    const answers = new Map<string, string | null>();
    const visit = async (current: string): Promise<void> => {
      if (found.has(current)) return;
      found.set(current, null);
      const source = await program.source(current);
      if (!source) return;
      const file = this.file(current, source);
      found.set(current, file);
      await Promise.all(
        file.references.map(async ({ specifier, extension }) => {
          const target = await resolver.file(specifier, current, [extension]);
          answers.set(keyOf(specifier, current, extension), target);
          if (target && extension === '.axml') await visit(target);
        }),
      );
    };
    await visit(path);
    return closureOf(path, found, answers);
  }

  private file(path: string, source: SourceFile): TemplateFile {
    return this.files.get(path, [source], () => {
      const { document, diagnostics } = parseAxml(path, source.text);
      return { document, diagnostics, references: referencesOf(document.children) };
    });
  }
}

function keyOf(specifier: string, from: string, extension: string): string {
  return `${from}\0${specifier}\0${extension}`;
}

function closureOf(path: string, found: Map<string, TemplateFile | null>, answers: Map<string, string | null>): TemplateClosure | null {
  const own = found.get(path);
  if (!own) return null;
  // Sorted, because files are read in any order.
  const files = [...found].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, file]) => (file ? [file] : []));
  const targets = [...answers].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    document: own.document,
    resolve: (specifier, from, extension) => answers.get(keyOf(specifier, from, extension)) ?? null,
    load: (target) => found.get(target)?.document ?? null,
    documents: files.map(({ document }) => document),
    sjs: [...new Set(targets.flatMap(([, target]) => (target?.endsWith('.sjs') ? [target] : [])))],
    references: files.flatMap(({ document: { path: from }, references }) =>
      references.flatMap(({ specifier, extension }) => {
        const target = answers.get(keyOf(specifier, from, extension));
        return target ? [{ from, specifier, target }] : [];
      }),
    ),
    diagnostics: files.flatMap(({ diagnostics }) => diagnostics),
    identity: [own.document, ...files.map(({ document }) => document), ...targets.flat()],
  };
}

function referencesOf(nodes: readonly AxmlNode[], found: Named[] = []): Named[] {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const specifier = node.name === 'import-sjs' ? textOf(node, 'from') : node.name === 'import' || node.name === 'include' ? textOf(node, 'src') : null;
    if (specifier) found.push({ specifier, extension: node.name === 'import-sjs' ? '.sjs' : '.axml' });
    referencesOf(node.children, found);
  }
  return found;
}

function textOf({ attributes }: AxmlElement, name: string): string | null {
  const parts = attributes.find((attribute) => attribute.name === name)?.value?.parts ?? [];
  const [only] = parts;
  return parts.length === 1 && only?.type === 'literal' ? only.text.trim() : null;
}
