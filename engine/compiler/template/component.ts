import type { AxmlElement, AxmlNode } from '../axml/ast.ts';
import { isFunctionProp, propName } from './attribute-kind.ts';
import { BlockWriter } from './block-writer.ts';
import { isContinuation } from './branches.ts';
import { Dependencies } from './dependencies.ts';
import { isConstant, uniqueAttributes } from './element.ts';
import { literal, property } from './literal.ts';
import type { Variable } from './scope.ts';
import type { Site } from './site.ts';
import { compileValue, constantText } from './value.ts';

/** Attributes of a component that are not props. */
const notProps = /^(a:|mark:|slot$|slot-scope$|key$|ref$)/;

/** Code of a custom component: props that are sent to the logic, and the content of its slots. */
export function generateComponent(site: Site, element: AxmlElement): void {
  const { module, file, writer } = site;
  const name = module.name('k');
  const { slots, forwards, dependencies } = generateSlots(site, element.children);
  const path = module.input.unit.components[element.name] ?? '';
  const head = `${literal(element.name)}, ${literal(path)}, ${file.sourceOf(element.span.start)}`;
  writer.create(`const ${name} = $.component(${site.parent}, i, ${head}, ${slots}${forwards === '' ? '' : `, ${forwards}`});`);
  generateProps(site, name, element);
  const { scopeClass } = module.input.unit;
  if (scopeClass) writer.create(`${name}.scopeClass(${literal(scopeClass)});`);
  writer.always(`${name}.commit(f);`);
  writer.updateLater(dependencies, `${name}.updateSlots();`);
  writer.place(site.parent, `${name}.start`, `${name}.end`);
}

function generateProps({ scope, file, writer }: Site, component: string, element: AxmlElement): void {
  const props = uniqueAttributes(element).flatMap((attribute) => {
    const set = setterOf(attribute.name);
    return set ? [{ set, value: compileValue(attribute.value, scope, file.report) }] : [];
  });
  const lastFixed = props.findLastIndex(({ value }) => isConstant(value));
  for (const [at, { set, value }] of props.entries()) {
    const code = `${component}.${set.method}(${literal(set.name)}, ${value.code});`;
    if (isConstant(value)) {
      writer.create(code);
      continue;
    }
    // Props are in the order they are written, although those that change are set after all that do not.
    if (at < lastFixed && (set.method === 'prop' || set.method === 'handler')) writer.create(`${component}.expect(${literal(set.name)});`);
    writer.update(value.dependencies, code);
  }
}

function setterOf(name: string): { method: string; name: string } | null {
  if (name === 'ref') return { method: 'attribute', name };
  if (name.startsWith('mark:')) return { method: 'mark', name: name.slice(5) };
  if (name.startsWith('change:')) return { method: 'listener', name: propName(name.slice(7)) };
  if (notProps.test(name)) return null;
  const prop = propName(name);
  return { method: isFunctionProp(prop) ? 'handler' : 'prop', name: prop };
}

interface GeneratedSlots {
  /** The content as an object of functions, by slot name; `""` is the default slot. */
  slots: string;
  /** By slot name the slots of the unit itself that are all its content; empty when there are none. */
  forwards: string;
  dependencies: Dependencies;
}

function generateSlots(site: Site, children: readonly AxmlNode[]): GeneratedSlots {
  const groups = new Map<string, AxmlNode[]>();
  let name = '';
  for (const child of children) {
    if (child.type === 'comment' || (child.type === 'text' && isSpace(child))) continue;
    // Branches stay together: `a:else` goes where its `a:if` is.
    if (child.type !== 'element' || !isContinuation(child) || groups.size === 0) name = slotName(site, child);
    groups.set(name, [...(groups.get(name) ?? []), child]);
  }
  const dependencies = new Dependencies();
  const entries = [...groups].map(([name, nodes]) => property(name, generateSlotContent(site, nodes, dependencies)));
  const forwards = [...groups].flatMap(([name, nodes]) => {
    const names = forwardedSlots(nodes);
    return names ? property(name, `[${names.map(literal).join(', ')}]`) : [];
  });
  return { slots: entries.length > 0 ? `{${entries.join(', ')}}` : 'null', forwards: forwards.length > 0 ? `{${forwards.join(', ')}}` : '', dependencies };
}

/** Names of the slots that are handed on, when the content is nothing but `<slot>` elements without content of their own. */
function forwardedSlots(nodes: readonly AxmlNode[]): string[] | null {
  const names: string[] = [];
  for (const node of nodes) {
    if (
      node.type !== 'element' ||
      node.name !== 'slot' ||
      node.children.some((child) => child.type === 'element' || (child.type === 'text' && !isSpace(child)))
    )
      return null;
    const value = node.attributes.find(({ name }) => name === 'name')?.value;
    const name = value ? constantText(value) : '';
    if (name === null) return null;
    names.push(name);
  }
  return names;
}

function isSpace(node: Extract<AxmlNode, { type: 'text' }>): boolean {
  return node.value.parts.every((part) => part.type === 'literal' && /^[ \t\r\n]*$/.test(part.text));
}

function slotName({ file }: Site, node: AxmlNode): string {
  const attribute = node.type === 'element' ? node.attributes.find(({ name }) => name === 'slot') : undefined;
  if (!attribute?.value) return '';
  const name = constantText(attribute.value);
  if (name === null) file.report.warning('template-dynamic-slot', attribute.span);
  return name ?? '';
}

function scopeName(node: AxmlNode): string {
  const scoped = node.type === 'element' ? node.attributes.find(({ name }) => name === 'slot-scope')?.value : undefined;
  return (scoped && constantText(scoped)?.trim()) ?? '';
}

/** Neighbours that call what the slot hands out by the same name; branches go with their `a:if`. */
function runsOfOneScope(nodes: readonly AxmlNode[]): AxmlNode[][] {
  const runs: AxmlNode[][] = [];
  for (const node of nodes) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    const joins = first !== undefined && (scopeName(first) === scopeName(node) || (node.type === 'element' && isContinuation(node)));
    if (run && joins) run.push(node);
    else runs.push([node]);
  }
  return runs;
}

/** A function `(p, q) => block`, where `q` holds what a scoped slot hands out. */
function generateSlotContent(site: Site, nodes: readonly AxmlNode[], dependencies: Dependencies): string {
  const writer = new BlockWriter('p');
  const owner = site.module.name('q');
  const variable: Variable = { value: `${owner}.value`, dependency: { owner, change: `${owner}.change`, keys: [] } };
  for (const run of runsOfOneScope(nodes)) {
    const [first] = run;
    const name = first ? scopeName(first) : '';
    const scope = name === '' ? site.scope : site.scope.child([[name, variable]]);
    site.module.recursion.children({ ...site, writer, scope, parent: 'p', inText: false }, run);
  }
  dependencies.addAll(writer.dependencies.without(owner));
  return writer.finish([owner]);
}
