import parser, { type ClassName, type Node, type Pseudo, type Root, type Selector, type Tag } from 'postcss-selector-parser';

export interface SelectorContext {
  /** Class that limits the rules to a component's or page's own elements; null where styles may leak. */
  scopeClass: string | null;
  /** Class of the component's wrapper element; null when it has none, so that `:host` selects nothing. */
  hostClass: string | null;
}

export interface RewrittenSelector {
  selector: string;
  /** What the rule uses that does not work on a phone. */
  problems: ('attribute' | 'host')[];
}

/**
 * Elements, classes, ids, pseudo-classes without arguments and combinators: what most selectors consist of. Names are taken
 * whole, so that a long one in front of something else is not tried in every way it could be cut.
 */
const simple = /^(?:[.#]?[A-Za-z_-][\w-]*(?![\w-])|::?(?!root|host)[a-z-]+(?![\w-])|[\s>+~,*])*$/;
const element = /(?<![\w.#:-])[A-Za-z_][\w-]*/g;

/**
 * Rewrites a rule's selectors: element `x` is `a-x` in the document, `page` and `:root` are the page's element,
 * `:host` the component's wrapper.
 */
export function rewriteSelector(selector: string, context: SelectorContext): RewrittenSelector {
  if (context.scopeClass === null && simple.test(selector)) return { selector: selector.replace(element, 'a-$&'), problems: [] };
  const problems = new Set<RewrittenSelector['problems'][number]>();
  const root = parser().astSync(selector);
  rewriteNodes(root, context, problems);
  if (context.scopeClass !== null) for (const one of root.nodes) scopeLastCompound(one, context.scopeClass, context.hostClass);
  return { selector: root.toString(), problems: [...problems] };
}

function rewriteNodes(root: Root, { hostClass }: SelectorContext, problems: Set<RewrittenSelector['problems'][number]>): void {
  root.walk((node) => {
    if (node.type === 'tag') {
      if (!isFormula(node)) node.value = `a-${node.value}`;
    } else if (node.type === 'attribute') {
      problems.add('attribute');
    } else if (node.type === 'pseudo' && node.value === ':root') {
      node.replaceWith(parser.tag({ value: 'a-page' }));
    } else if (node.type === 'pseudo' && node.value === ':host') {
      if (hostClass === null) problems.add('host');
      replaceHost(node, hostClass ?? 'h-none');
    }
  });
}

const notElements = /^:(?:nth-|lang$|dir$)/i;

/** What looks like an element in `:nth-child(2n + 1)` or `:lang(en)`; after `of`, elements are what they are elsewhere. */
function isFormula(tag: Tag): boolean {
  const selector = tag.parent;
  const pseudo = selector?.parent;
  if (selector?.type !== 'selector' || pseudo?.type !== 'pseudo' || !notElements.test(pseudo.value)) return false;
  const of = selector.nodes.findIndex((node) => node.type === 'tag' && node.value === 'of');
  return of === -1 || selector.nodes.indexOf(tag) <= of;
}

function replaceHost(node: Pseudo, hostClass: string): void {
  const [condition] = node.nodes;
  const host: Node[] = [parser.className({ value: hostClass })];
  if (condition) host.push(...condition.nodes.map((inner) => inner.clone() as Node));
  const [first, ...rest] = host;
  if (!first) return;
  const parent = node.parent;
  node.replaceWith(first as ClassName);
  let previous = first;
  for (const inner of rest) {
    parent?.insertAfter(previous as never, inner as never);
    previous = inner;
  }
}

/** The class goes after the last simple selector that is no pseudo-element. `:host` stands outside of the component's own elements. */
function scopeLastCompound(selector: Selector, scope: string, hostClass: string | null): void {
  const last = selector.nodes.findLastIndex((node) => node.type === 'combinator') + 1;
  const compound = selector.nodes.slice(last);
  if (compound.some((node) => (node.type === 'class' && node.value === hostClass) || (node.type === 'tag' && node.value === 'a-page'))) return;
  const before = compound.find((node) => node.type === 'pseudo');
  const className = parser.className({ value: scope });
  if (before) selector.insertBefore(before, className);
  else selector.append(className);
}
