import type { AxmlElement, AxmlNode, AxmlPart, AxmlText } from '../axml/ast.ts';
import { generateBranches, isContinuation, startsBranches } from './branches.ts';
import { generateComponent } from './component.ts';
import { generateElement } from './element.ts';
import { generateInclude } from './files.ts';
import { generateList } from './list.ts';
import { literal } from './literal.ts';
import type { Recursion, Site, Unwrapped } from './site.ts';
import { generateSlot } from './slot.ts';
import { generateTemplateCall } from './template-call.ts';
import { compileText } from './value.ts';

/** What generates every kind of node. */
export const recursion: Recursion = { children: generateChildren, unwrapped: generateUnwrapped };

function generateChildren(site: Site, nodes: readonly AxmlNode[]): void {
  const meaningful = nodes.filter((node) => node.type === 'element' || (node.type === 'text' && !isBlank(site, node)));
  for (let at = 0; at < meaningful.length; at++) {
    const node = meaningful[at];
    if (node?.type === 'text') generateText(site, node);
    if (node?.type !== 'element') continue;
    const chain = [node];
    if (startsBranches(node)) {
      for (let next = meaningful[at + 1]; next?.type === 'element' && isContinuation(next); next = meaningful[at + 1]) {
        chain.push(next);
        at++;
      }
    }
    generateNode(site, node, chain);
  }
}

/** Of `a:for` and `a:if` on one element the loop is outside, unless other branches follow. */
function generateNode(site: Site, element: AxmlElement, chain: AxmlElement[]): void {
  if (isContinuation(element)) site.file.report.error('template-else-without-if', element.nameSpan, { name: branchName(element) });
  const loops = element.attributes.some(({ name }) => name === 'a:for' || name === 'a:for-items');
  if (startsBranches(element) && (chain.length > 1 || !loops)) generateBranches(site, chain);
  else if (loops) generateList(site, element);
  else generateSingle(site, element);
}

function branchName(element: AxmlElement): string {
  return element.attributes.find(({ name }) => name === 'a:elif' || name === 'a:else')?.name ?? 'a:else';
}

/** An element whose `a:if` and `a:for`, as far as `unwrapped` says so, stand outside already. */
function generateUnwrapped(site: Site, element: AxmlElement, unwrapped: Unwrapped): void {
  const has = (...names: string[]) => element.attributes.some(({ name }) => names.includes(name));
  if (!unwrapped.list && has('a:for', 'a:for-items')) generateList(site, element, unwrapped);
  else if (!unwrapped.branch && has('a:if')) generateBranches(site, [element], unwrapped);
  else generateSingle(site, element);
}

function generateSingle(site: Site, element: AxmlElement): void {
  switch (element.name) {
    case 'block':
      return generateChildren(site, element.children);
    case 'template':
      if (element.attributes.some(({ name }) => name === 'is')) generateTemplateCall(site, element);
      return;
    case 'slot':
      return generateSlot(site, element);
    case 'include':
      return generateInclude(site, element);
    case 'import':
    case 'import-sjs':
      return;
    default:
      if (Object.hasOwn(site.module.input.unit.components, element.name)) generateComponent(site, element);
      else generateElement(site, element);
  }
}

/** Space between elements is nothing; inside `<text>` only when it is more than the layout of the source. */
function isBlank({ inText }: Site, node: AxmlText): boolean {
  if (node.value.parts.some((part) => part.type === 'binding')) return false;
  const text = node.value.parts.map((part) => (part.type === 'literal' ? part.text : '')).join('');
  return /^[ \t\r\n]*$/.test(text) && (!inText || text === '' || /[\r\n]/.test(text));
}

function generateText(site: Site, node: AxmlText): void {
  const { module, writer } = site;
  const value = compileText(site.inText ? trimmed(node.value.parts) : node.value.parts, site.scope, site.file.report);
  const name = module.name('x');
  if (value.constant !== undefined) {
    writer.create(`const ${name} = $.literal(${site.parent}, ${literal(value.constant)});`);
  } else {
    writer.create(`const ${name} = $.text(${site.parent});`);
    writer.update(value.dependencies, `$.write(${name}, ${value.code});`);
  }
  writer.place(site.parent, name, name);
}

/** Line breaks next to the tags of `<text>` are layout of the source. */
function trimmed(parts: readonly AxmlPart[]): AxmlPart[] {
  return parts.map((part, at) => {
    if (part.type === 'binding') return part;
    let { text } = part;
    if (at === 0) text = text.replace(/^[ \t]*[\r\n]\s*/, '');
    if (at === parts.length - 1) text = text.replace(/\s*[\r\n][ \t]*$/, '');
    return { ...part, text };
  });
}
