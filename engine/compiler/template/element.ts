import type { AxmlAttribute, AxmlElement } from '../axml/ast.ts';
import { type AttributeKind, attributeKind, isAppearance } from './attribute-kind.ts';
import type { CompiledExpression } from './expression.ts';
import { literal, property } from './literal.ts';
import type { Site } from './site.ts';
import { compileValue } from './value.ts';

/** Attributes that are set by a kit function of the same name, which compares with the value before. */
const memoized = new Set(['class', 'style', 'id', 'hidden']);

/** Code of an ordinary element and what is in it. */
export function generateElement(site: Site, element: AxmlElement): void {
  const { module, file, writer } = site;
  const node = module.name('n');
  writer.create(`const ${node} = $.element(i, ${literal(tagName(site, element))}, ${file.sourceOf(element.span.start)});`);
  generateAttributes(site, node, element);
  if (element.children.length > 0) generateContent(site, node, element);
  writer.create(`${site.parent}.appendChild(${node});`);
  writer.place(site.parent, node, node);
}

function generateContent(site: Site, node: string, element: AxmlElement): void {
  let parent = node;
  if (element.name !== 'view' && element.name !== 'text') {
    parent = site.module.name('c');
    site.writer.create(`const ${parent} = $.inside(${node});`);
  }
  site.module.recursion.children({ ...site, parent, inText: site.inText || element.name === 'text' }, element.children);
}

function tagName({ file }: Site, element: AxmlElement): string {
  if (/^[A-Za-z][\w.-]*$/.test(element.name)) return element.name;
  file.report.error('template-invalid-tag', element.nameSpan, { name: element.name });
  return 'unknown';
}

interface CompiledAttribute {
  kind: Exclude<AttributeKind, { kind: 'control' }>;
  value: CompiledExpression;
}

function compileAttributes(site: Site, element: AxmlElement): CompiledAttribute[] {
  return uniqueAttributes(element).flatMap((attribute) => {
    const kind = attributeKind(attribute.name);
    return kind.kind === 'control' ? [] : [{ kind, value: compileValue(attribute.value, site.scope, site.file.report) }];
  });
}

function generateAttributes(site: Site, node: string, element: AxmlElement): void {
  const handlers = new Map<string, string>();
  const { scopeClass } = site.module.input.unit;
  if (scopeClass && !element.attributes.some(({ name }) => name === 'class')) site.writer.create(`$.class(${node}, ${literal(scopeClass)});`);
  let observes = false;
  const attributes = compileAttributes(site, element);
  const lastFixedData = attributes.findLastIndex(({ kind, value }) => kind.kind === 'data' && isConstant(value));
  for (const [at, { kind, value }] of attributes.entries()) {
    // A dataset has its keys in the order they are written, although values that change are set after all that do not.
    if (kind.kind === 'data' && at < lastFixedData && !isConstant(value)) site.writer.create(`$.data(${node}, ${literal(kind.name)}, void 0);`);
    if (kind.kind === 'event') observes ||= isAppearance(kind.name);
    if (kind.kind === 'event' && value.constant !== undefined) handlers.set(kind.name, value.constant);
    else generateAttribute(site, node, kind, value);
  }
  if (handlers.size > 0) site.writer.create(`$.handlers(${node}, ${handlerTable(site, handlers)});`);
  if (observes) site.writer.create(`$.observe(${node});`);
}

/** Whether a value is known when the template is compiled. */
export function isConstant(value: CompiledExpression): boolean {
  return value.constant !== undefined || value.code === 'true';
}

function handlerTable({ module }: Site, handlers: Map<string, string>): string {
  return module.constant(`{${[...handlers].map(([name, method]) => property(name, literal(method))).join(', ')}}`);
}

/** The attributes of an element; of those given twice, the first. */
export function uniqueAttributes(element: AxmlElement): AxmlAttribute[] {
  return element.attributes.filter(({ name }, at) => element.attributes.findIndex((other) => other.name === name) === at);
}

function generateAttribute(site: Site, node: string, kind: Exclude<AttributeKind, { kind: 'control' }>, value: CompiledExpression): void {
  const code = kind.kind === 'class' ? withScopeClass(site, value) : value.code;
  if (kind.kind === 'change') {
    site.writer.update(value.dependencies, `$.changed(${node}, ${literal(kind.name)}, ${code});`);
  } else if ('name' in kind) {
    const method = kind.kind === 'plain' ? 'set' : kind.kind === 'event' ? 'on' : kind.kind;
    assign(site, value, (memo) => `$.${method}(${node}, ${literal(kind.name)}, ${code}${memo})`, method === 'set' || method === 'aria');
  } else {
    assign(site, value, (memo) => `$.${kind.kind}(${node}, ${code}${memo})`, memoized.has(kind.kind));
  }
}

/** Values that never change are set once, while the element is made. */
function assign(site: Site, value: CompiledExpression, code: (memo: string) => string, compares: boolean): void {
  if (isConstant(value)) {
    site.writer.create(`${code('')};`);
  } else if (!compares) {
    site.writer.update(value.dependencies, `${code('')};`);
  } else {
    const memo = site.writer.memo(site.module.name('v'));
    site.writer.update(value.dependencies, `${memo} = ${code(`, ${memo}`)};`);
  }
}

function withScopeClass({ module }: Site, value: CompiledExpression): string {
  const { scopeClass } = module.input.unit;
  if (!scopeClass) return value.code;
  if (value.constant !== undefined) return literal(`${scopeClass} ${value.constant}`);
  return `${literal(`${scopeClass} `)} + $.classText(${value.code})`;
}
