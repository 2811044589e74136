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
  /** Given to a component, which may never call it. */
  isProp: boolean;
}

/**
 * The methods that a page's or component's own template names, also in what it includes. Those in templates that it imports
 * are left out: it need not use them.
 */
export function handlersOf(closure: TemplateClosure, components: Readonly<Record<string, string>>): HandlerUse[] {
  const uses: HandlerUse[] = [];
  const visited = new Set<AxmlDocument>();
  const visit = (document: AxmlDocument, nodes: readonly AxmlNode[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      uses.push(...handlersOfElement(document, node, Object.hasOwn(components, node.name)));
      visit(document, node.children);
      const included = node.name === 'include' ? includedBy(node, document, closure) : null;
      if (!included || visited.has(included)) continue;
      visited.add(included);
      visit(included, included.children);
    }
  };
  visited.add(closure.document);
  visit(closure.document, closure.document.children);
  return uses;
}

function handlersOfElement(document: AxmlDocument, { attributes }: AxmlElement, isProp: boolean): HandlerUse[] {
  return attributes.flatMap(({ name: attribute, value }) => {
    if (attributeKind(attribute).kind !== 'event' || !value) return [];
    const name = constantText(value)?.trim() ?? '';
    return /^[\w$]+$/.test(name) ? [{ document, name, span: value.span, isProp }] : [];
  });
}

function includedBy({ attributes }: AxmlElement, { path }: AxmlDocument, closure: TemplateClosure): AxmlDocument | null {
  const specifier = constantText(attributes.find(({ name }) => name === 'src')?.value ?? null)?.trim();
  const target = specifier ? closure.resolve(specifier, path, '.axml') : null;
  return target === null ? null : closure.load(target);
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
  return missing.flatMap(({ document, name, span, isProp }) => {
    const report = new Reporter(document.path, document.text);
    const parameters = { name, script: path.slice(1) };
    if (isProp) report.warning('template-missing-handler', span, parameters);
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
