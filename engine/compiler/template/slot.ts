import type { AxmlElement } from '../axml/ast.ts';
import { BlockWriter } from './block-writer.ts';
import { Dependencies } from './dependencies.ts';
import { uniqueAttributes } from './element.ts';
import { changeOf } from './list.ts';
import { camelCase, literal, property } from './literal.ts';
import type { Site } from './site.ts';
import { compileValue } from './value.ts';

const notHandedOut = /^(a:|name$|slot$|slot-scope$|key$)/;

/** Code of `<slot>`: what the user of the component gave, or the content of the element itself. */
export function generateSlot(site: Site, element: AxmlElement): void {
  const { module, file, writer } = site;
  const fallback = new BlockWriter('p');
  site.module.recursion.children({ ...site, writer: fallback, parent: 'p' }, element.children);
  const attributes = uniqueAttributes(element);
  const named = attributes.find(({ name }) => name === 'name');
  const name = named ? compileValue(named.value, site.scope, file.report) : null;
  const all = Dependencies.of(fallback.dependencies, name?.dependencies ?? []);
  const props: string[] = [];
  const changes: string[] = [];
  for (const attribute of attributes) {
    if (notHandedOut.test(attribute.name)) continue;
    const value = compileValue(attribute.value, site.scope, file.report);
    all.addAll(value.dependencies);
    props.push(property(camelCase(attribute.name), value.code));
    changes.push(`${literal(camelCase(attribute.name))}, ${changeOf(value)}`);
  }
  const slot = module.name('d');
  const content = element.children.some((child) => child.type !== 'comment') ? fallback.finish() : 'null';
  writer.create(`const ${slot} = $.slot(${site.parent}, i, ${content});`);
  const scope = props.length > 0 ? `{${props.join(', ')}}, f ? true : $.changes([${changes.join(', ')}])` : 'null, void 0';
  // A name that is worked out to nothing is not the default slot: libraries leave a slot unused in this way.
  const shown = name === null ? '""' : name.constant === undefined ? `$.str(${name.code}) || null` : literal(name.constant);
  writer.update(all, `${slot}.run(${shown}, ${scope});`);
  writer.place(site.parent, null, `${slot}.end`);
}
