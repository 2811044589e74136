import type { Diagnostic, Span } from '#shared/model/diagnostics.ts';
import type { AxmlDocument, AxmlElement, AxmlNode } from '../axml/index.ts';
import { isCompleteDefinition, type ScriptFile } from '../script/index.ts';
import { Reporter } from '../source/reporter.ts';
import { attributeKind, constantText } from '../template/index.ts';
import type { Unit } from './find-units.ts';
import { Memo } from './memo.ts';
import type { TemplateClosure } from './template-files.ts';

/** A method that a template names. */
export interface HandlerUse {
  document: AxmlDocument;
  name: string;
  span: Span;
  /** Without the method everything may be as it is meant to be. */
  isOptional: boolean;
}

/**
 * The methods that a page's or component's own template names, also in what it includes and in the templates of its files
 * that it uses by their names. Those in templates that it imports are left out: it need not use them.
 */
export function handlersOf(closure: TemplateClosure, components: Readonly<Record<string, string>>): HandlerUse[] {
  const uses: HandlerUse[] = [];
  const visited = new Set<readonly AxmlNode[]>();
  const visit = (document: AxmlDocument, nodes: readonly AxmlNode[]): void => {
    if (visited.has(nodes)) return;
    visited.add(nodes);
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      uses.push(...handlersOfElement(document, node, Object.hasOwn(components, node.name)));
      // What a template contains stands only where it is used.
      if (node.name !== 'template') visit(document, node.children);
      const included = node.name === 'include' ? includedBy(node, document, closure) : null;
      if (included) visit(included, included.children);
      const used = node.name === 'template' ? templateUsedBy(node, document) : undefined;
      if (used) visit(document, used.children);
    }
  };
  visit(closure.document, closure.document.children);
  return uses;
}

function handlersOfElement(document: AxmlDocument, { attributes }: AxmlElement, isProp: boolean): HandlerUse[] {
  return attributes.flatMap(({ name: attribute, value }) => {
    const kind = attributeKind(attribute);
    if (kind.kind !== 'event' || !value) return [];
    const name = constantText(value)?.trim() ?? '';
    // A component may never call what it gets, and to catch an event is often all that is wanted: a mask that does not scroll.
    const isOptional = isProp || /^(?:capture-)?catch:/.test(kind.name);
    return /^[\w$]+$/.test(name) ? [{ document, name, span: value.span, isOptional }] : [];
  });
}

function textOf({ attributes }: AxmlElement, name: string): string | null {
  return constantText(attributes.find((attribute) => attribute.name === name)?.value ?? null);
}

function includedBy(element: AxmlElement, { path }: AxmlDocument, closure: TemplateClosure): AxmlDocument | null {
  const specifier = textOf(element, 'src')?.trim();
  const target = specifier ? closure.resolve(specifier, path, '.axml') : null;
  return target === null ? null : closure.load(target);
}

function templateUsedBy(element: AxmlElement, { children }: AxmlDocument): AxmlElement | undefined {
  const name = textOf(element, 'is');
  return name === null ? undefined : elementsOf(children).find((candidate) => candidate.name === 'template' && textOf(candidate, 'name') === name);
}

function elementsOf(nodes: readonly AxmlNode[]): AxmlElement[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [node, ...elementsOf(node.children)] : []));
}

/** Finds handlers that the script of their page or component does not have. */
export class HandlerCheck {
  private readonly results = new Memo<Diagnostic[]>();

  check({ path, kind }: Unit, uses: readonly HandlerUse[], script: ScriptFile): Diagnostic[] {
    if (path.includes('/node_modules/')) return [];
    return this.results.get(path, [uses, script], () => missingHandlers(kind, uses, script));
  }

  sweep(): void {
    this.results.sweep();
  }
}

function missingHandlers(kind: Unit['kind'], uses: readonly HandlerUse[], { code, path }: ScriptFile): Diagnostic[] {
  // Most scripts contain all names, and are then not read at all.
  const missing = uses.filter(({ name }) => !containsWord(code, name));
  if (missing.length === 0 || !isCompleteDefinition(code, kind === 'page' ? 'Page' : 'Component')) return [];
  return missing.flatMap(({ document, name, span, isOptional }) => {
    const report = new Reporter(document.path, document.text);
    const parameters = { name, script: path.slice(1) };
    if (isOptional) report.warning('template-missing-handler', span, parameters);
    else report.error('template-missing-handler', span, parameters);
    return report.diagnostics;
  });
}

function containsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\w$]/.test(text.charAt(at - 1)) && !/[\w$]/.test(text.charAt(at + word.length))) return true;
  }
  return false;
}
