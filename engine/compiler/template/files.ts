import type { AxmlDocument, AxmlElement, AxmlNode } from '../axml/ast.ts';
import { BlockWriter } from './block-writer.ts';
import { FileContext, type ModuleContext } from './context.ts';
import { literal } from './literal.ts';
import { Scope } from './scope.ts';
import type { Site } from './site.ts';
import { constantText } from './value.ts';

/** Files that include each other twice grow beyond all bounds. */
const maximumIncludes = 500;

/**
 * Prepares a file: its SJS modules, the templates of the files it imports, and its own, which win. Templates that an
 * imported file itself imports are visible there only.
 */
export function openFile(module: ModuleContext, document: AxmlDocument): FileContext {
  const known = module.opened.get(document.path);
  if (known) return known;
  const file = new FileContext(module, document);
  module.opened.set(document.path, file);
  readHead(module, file);
  return file;
}

function readHead(module: ModuleContext, file: FileContext): void {
  const elements = [...allElements(file.document.children)];
  for (const element of elements) if (element.name === 'template') declareTemplate(module, file, element);
  for (const element of elements) if (element.name === 'import-sjs') importSjs(module, file, element);
  for (const element of elements) if (element.name === 'import') importTemplates(module, file, element);
}

/** Generates the templates that are declared, also those of files that are opened on the way, and the tables of templates. */
export function finishFiles(module: ModuleContext): void {
  for (let next = module.pending.shift(); next; next = module.pending.shift()) next();
  for (const file of module.tables) {
    const entries = [...file.imported, ...file.own].map(([name, code]) => `[${literal(name)}]: ${code}`);
    module.functions.push(`const ${file.templateTable()} = {${entries.join(', ')}};`);
  }
}

function declareTemplate(module: ModuleContext, file: FileContext, element: AxmlElement): void {
  const name = constantText(element.attributes.find((attribute) => attribute.name === 'name')?.value ?? null);
  if (name === null || file.own.has(name)) return;
  const code = module.name('t');
  file.own.set(name, code);
  module.pending.push(() => {
    const writer = new BlockWriter('p');
    const scope = file.within(Scope.ofTemplate());
    module.recursion.children({ module, file, writer, scope, parent: 'p', inText: false }, element.children);
    module.functions.push(`const ${code} = (i, t) => ${writer.finish()};`);
  });
}

function* allElements(nodes: readonly AxmlNode[]): Generator<AxmlElement> {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    yield node;
    yield* allElements(node.children);
  }
}

function importSjs(module: ModuleContext, file: FileContext, element: AxmlElement): void {
  const path = resolved(module, file, element, 'from', '.sjs');
  const names = constantText(element.attributes.find(({ name }) => name === 'name')?.value ?? null)?.trim();
  if (!path || !names) return;
  const code = module.module(path);
  if (!names.startsWith('{')) {
    file.modules.push([names, { value: `${code}.main`, dependency: null }]);
    return;
  }
  for (const part of names.replace(/[{}]/g, '').split(',')) {
    const [imported = '', local = imported] = part.split(':').map((name) => name.trim());
    if (!imported) continue;
    if (file.modules.some(([name]) => name === local)) file.report.error('template-sjs-name-taken', element.span, { name: local });
    file.modules.push([local, { value: `${code}.names[${literal(imported)}]`, dependency: null }]);
  }
}

function importTemplates(module: ModuleContext, file: FileContext, element: AxmlElement): void {
  const document = referenced(module, file, element);
  if (!document || document.path === file.document.path) return;
  for (const [name, code] of openFile(module, document).own) file.imported.set(name, code);
}

/** Code of everything in another file except its templates, as if it stood here. */
export function generateInclude(site: Site, element: AxmlElement): void {
  const { module, file } = site;
  const document = referenced(module, file, element);
  if (!document) return;
  if (file.including.includes(document.path)) {
    file.report.error('template-include-cycle', element.span, { path: document.path });
    return;
  }
  if (++module.includes > maximumIncludes) {
    if (module.includes === maximumIncludes + 1) file.report.error('template-too-many-includes', element.span, { limit: maximumIncludes });
    return;
  }
  const included = new FileContext(module, document, file);
  readHead(module, included);
  site.module.recursion.children({ ...site, file: included, scope: included.within(site.scope) }, document.children);
}

function referenced(module: ModuleContext, file: FileContext, element: AxmlElement): AxmlDocument | null {
  const path = resolved(module, file, element, 'src', '.axml');
  const document = path === null ? null : module.input.load(path);
  if (path !== null) module.sources.add(path);
  if (path !== null && !document) missing(file, element, 'src', path);
  return document;
}

function resolved(module: ModuleContext, file: FileContext, element: AxmlElement, name: 'src' | 'from', extension: '.axml' | '.sjs'): string | null {
  const specifier = constantText(element.attributes.find((attribute) => attribute.name === name)?.value ?? null)?.trim();
  if (!specifier) {
    file.report.error('template-missing-path', element.nameSpan, { name: element.name, attribute: name });
    return null;
  }
  const path = module.input.resolve(specifier, file.document.path, extension);
  if (path === null) missing(file, element, name, specifier);
  return path;
}

function missing(file: FileContext, element: AxmlElement, name: string, path: string): void {
  const attribute = element.attributes.find((candidate) => candidate.name === name);
  file.report.error('template-missing-file', attribute?.value?.span ?? element.span, { path });
}
