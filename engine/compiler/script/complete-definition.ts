import { type AnyNode, type CallExpression, type Node, type ObjectExpression, parse } from 'acorn';

/**
 * Whether the code of a page or component says itself which methods there are, so that a name it does not contain is none
 * of them: it has one `Page({…})` or `Component({…})` without spreads, computed names, mixins or functions from elsewhere,
 * and gives its instance to nobody who could add to it. In doubt it does not.
 */
export function isCompleteDefinition(code: string, constructorName: 'Page' | 'Component'): boolean {
  const root = parsed(code);
  if (!root) return false;
  const nodes = [...nodesOf(root)];
  const calls = nodes.map(({ node }) => node).filter((node) => node.type === 'CallExpression' && isNamed(node.callee, constructorName)) as CallExpression[];
  const [definition] = calls[0]?.arguments ?? [];
  if (calls.length !== 1 || definition?.type !== 'ObjectExpression' || !isReadable(definition)) return false;
  return nodes.filter((placed) => isReference(placed, constructorName)).length === 1 && !givesInstanceAway(nodes);
}

/** Whether this stands for a variable. More than the one call may be a variable of that name: then it is not the phone's function that is called. */
function isReference({ node, parent }: Placed, name: string): boolean {
  if (node.type !== 'Identifier' || node.name !== name) return false;
  if (parent?.type === 'MemberExpression') return parent.computed || parent.object === node;
  return !(parent?.type === 'Property' && parent.key === node && parent.value !== node);
}

function parsed(code: string): Node | null {
  try {
    return parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true });
  } catch {
    // What cannot be read has diagnostics of its own.
    return null;
  }
}

interface Placed {
  node: AnyNode;
  parent: AnyNode | null;
}

function* nodesOf(root: Node): Generator<Placed> {
  const pending: Placed[] = [{ node: root as AnyNode, parent: null }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    for (const value of Object.values(next.node)) for (const child of [value].flat()) if (isNode(child)) pending.push({ node: child, parent: next.node });
  }
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function isNamed(node: Node, name: string): boolean {
  const { type, ...rest } = node as AnyNode & { name?: unknown; value?: unknown };
  return type === 'Identifier' ? rest.name === name : type === 'Literal' && rest.value === name;
}

/** What the phone copies and never calls. */
const values = ['data', 'props'];

function isReadable({ properties }: ObjectExpression): boolean {
  return properties.every((property) => {
    if (property.type !== 'Property' || property.computed || isNamed(property.key, 'mixins')) return false;
    return values.some((name) => isNamed(property.key, name)) || isWrittenOut(property.value as AnyNode);
  });
}

/** A function from elsewhere is called with the instance, and could add to it. */
function isWrittenOut(value: AnyNode): boolean {
  switch (value.type) {
    case 'ObjectExpression':
      return isReadable(value);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
    case 'ArrayExpression':
    case 'Literal':
    case 'TemplateLiteral':
    case 'UnaryExpression':
      return true;
    default:
      return false;
  }
}

/** Whether `this`, or a variable that holds it, goes anywhere but in front of a dot. */
function givesInstanceAway(nodes: readonly Placed[]): boolean {
  const aliases = new Set(
    nodes.flatMap(({ node }) => (node.type === 'VariableDeclarator' && node.init?.type === 'ThisExpression' && 'name' in node.id ? node.id.name : [])),
  );
  return nodes.some(({ node, parent }) => {
    const isInstance = node.type === 'ThisExpression' || (node.type === 'Identifier' && aliases.has(node.name));
    return isInstance && parent !== null && !staysHere(node, parent);
  });
}

function staysHere(node: AnyNode, parent: AnyNode): boolean {
  switch (parent.type) {
    case 'MemberExpression':
      return !parent.computed;
    case 'VariableDeclarator':
      return parent.id === node || parent.id.type === 'ObjectPattern' || node.type === 'ThisExpression';
    case 'Property':
      return parent.key === node && parent.value !== node;
    case 'CallExpression':
      return parent.arguments[0] === node && isBound(parent.callee as AnyNode);
    default:
      return false;
  }
}

/** `function () {…}.bind` or `this.method.call`: functions of this very definition. */
function isBound(callee: AnyNode): boolean {
  if (callee.type !== 'MemberExpression' || callee.computed || !['bind', 'call', 'apply'].some((name) => isNamed(callee.property, name))) return false;
  const bound = callee.object as AnyNode;
  return (
    ['FunctionExpression', 'ArrowFunctionExpression'].includes(bound.type) ||
    (bound.type === 'MemberExpression' && (bound.object as AnyNode).type === 'ThisExpression')
  );
}
