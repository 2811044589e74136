import type { AxmlElement, AxmlValue } from '../axml/ast.ts';
import { BlockWriter } from './block-writer.ts';
import { changeNode, Dependencies } from './dependencies.ts';
import type { CompiledExpression } from './expression.ts';
import { literal } from './literal.ts';
import { rowVariables } from './scope.ts';
import type { Site, Unwrapped } from './site.ts';
import { compileValue, constantText } from './value.ts';

/** Code of `a:for`: one block per row, moved by key. */
export function generateList(site: Site, element: AxmlElement, unwrapped: Unwrapped = {}): void {
  const { module, file, writer } = site;
  const attribute = (...names: string[]) => element.attributes.find(({ name }) => names.includes(name));
  const list = compileValue(attribute('a:for', 'a:for-items')?.value ?? null, site.scope, file.report);
  const item = nameFrom(attribute('a:for-item')?.value, 'item');
  const index = nameFrom(attribute('a:for-index')?.value, 'index');
  const row = module.name('r');
  const inner = new BlockWriter('p');
  const scope = site.scope.child(rowVariables(row, item, index));
  site.module.recursion.unwrapped({ ...site, writer: inner, scope, parent: 'p' }, element, { ...unwrapped, list: true });
  const key = keyFunction({ ...site, scope }, attribute('a:key', 'key')?.value, row, index);
  const name = module.name('d');
  writer.create(`const ${name} = $.list(${site.parent}, ${inner.finish([row])}, ${key});`);
  const outer = Dependencies.of(inner.dependencies.without(row));
  const run = `${name}.run(${list.code}, f ? true : ${changeOf(list)}, ${outer.touched() ?? 'false'});`;
  writer.update(Dependencies.of(list.dependencies, outer), run);
  writer.place(site.parent, null, `${name}.end`);
}

function nameFrom(value: AxmlValue | null | undefined, fallback: string): string {
  const name = value && constantText(value)?.trim();
  return name || fallback;
}

/** Code of what changed in the value of an expression. */
export function changeOf(value: CompiledExpression): string {
  if (value.path) return changeNode(value.path);
  const touched = value.dependencies.touched();
  return touched ? `(${touched} ? true : void 0)` : 'void 0';
}

/** A function of the row: its key. A plain text names a property of the item, `*this` the item itself. */
function keyFunction(site: Site, value: AxmlValue | null | undefined, row: string, index: string): string {
  const only = value?.parts.length === 1 ? value.parts[0] : undefined;
  if (!value || value.parts.length === 0) return 'null';
  if (only?.type === 'binding' && only.expression.type === 'this-item') return `(${row}) => ${row}.value`;
  const text = constantText(value)?.trim() ?? null;
  if (text === '*this') return `(${row}) => ${row}.value`;
  if (text === index) return `(${row}) => ${row}.index`;
  if (text !== null) return `(${row}) => $.get(${row}.value, ${literal(text)})`;
  return `(${row}) => ${compileValue(value, site.scope, site.file.report).code}`;
}
