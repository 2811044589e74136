import type { AxmlElement } from '../axml/ast.ts';
import { BlockWriter } from './block-writer.ts';
import { Dependencies } from './dependencies.ts';
import type { Site, Unwrapped } from './site.ts';
import { compileValue } from './value.ts';

export function startsBranches(element: AxmlElement): boolean {
  return element.attributes.some(({ name }) => name === 'a:if');
}

export function isContinuation(element: AxmlElement): boolean {
  return !startsBranches(element) && element.attributes.some(({ name }) => name === 'a:elif' || name === 'a:else');
}

/** Code of `a:if` with the `a:elif` and `a:else` that follow it: one place in which at most one block stands. */
export function generateBranches(site: Site, chain: readonly AxmlElement[], unwrapped: Unwrapped = {}): void {
  const { module, writer } = site;
  const name = module.name('d');
  const conditions = new Dependencies();
  const bodies = new Dependencies();
  const factories: string[] = [];
  let choice = '';
  for (const [at, element] of chain.entries()) {
    const inner = new BlockWriter('p');
    site.module.recursion.unwrapped({ ...site, writer: inner, parent: 'p' }, element, { ...unwrapped, branch: true });
    factories.push(inner.finish());
    bodies.addAll(inner.dependencies);
    choice += branchTest(site, element, at, conditions);
  }
  choice += '-1';
  writer.create(`const ${name} = $.branch(${site.parent}, [${factories.join(', ')}]);`);
  const touched = conditions.touched();
  const next = touched ? `f || ${touched} ? ${choice} : ${name}.at` : `f ? ${choice} : ${name}.at`;
  writer.update(Dependencies.of(conditions, bodies), `${name}.run(${next});`);
  writer.place(site.parent, null, `${name}.end`);
}

function branchTest(site: Site, element: AxmlElement, at: number, conditions: Dependencies): string {
  const attribute = element.attributes.find(({ name }) => (at === 0 ? name === 'a:if' : name === 'a:elif'));
  if (!attribute) return `true ? ${at} : `;
  const test = compileValue(attribute.value, site.scope, site.file.report);
  conditions.addAll(test.dependencies);
  return `(${test.code}) ? ${at} : `;
}
