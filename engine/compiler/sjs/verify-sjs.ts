import { type AnyNode, type Node, parse } from 'acorn';
import { global, guard, own } from './render-sjs.ts';
import { childrenOf, forbiddenProperties } from './sjs-syntax.ts';

/**
 * Reads a compiled module once more, knowing nothing of how it was made, and throws when anything in it touches an
 * object without the guard or names something that is not its own. A second lock on the same door.
 */
export function verifySjs(code: string): void {
  const program = parse(code, { ecmaVersion: 'latest', sourceType: 'script' });
  const pending: { node: AnyNode; inFunction: boolean }[] = [{ node: program, inFunction: false }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node } = next;
    const inFunction = next.inFunction || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
    const needsFunction = node.type === 'ThisExpression' || (node.type === 'Identifier' && node.name === 'arguments');
    if (!isSafe(node) || (needsFunction && !inFunction))
      throw new Error(`Compiled SJS is not safe at ${node.start}: ${code.slice(node.start, node.start + 60)}`);
    for (const child of namedChildren(node)) pending.push({ node: child as AnyNode, inFunction });
  }
}

/** Children without plain property names and labels, which name nothing. */
function namedChildren(node: AnyNode): ReturnType<typeof childrenOf> {
  if (node.type === 'MemberExpression' && !node.computed) return [node.object];
  if (node.type === 'Property' && !node.computed) return [node.value];
  if (node.type === 'LabeledStatement') return [node.body];
  if (node.type === 'BreakStatement' || node.type === 'ContinueStatement') return [];
  return childrenOf(node);
}

const ownName = new RegExp(`^(?:${own.replace('$', '\\$')}.*|${global.replace('$', '\\$')}\\w+|I\\d+|d\\$|p|\\$|${guard}|arguments|defineView)$`, 's');

function isSafe(node: AnyNode): boolean {
  switch (node.type) {
    case 'Identifier':
      return ownName.test(node.name);
    case 'MemberExpression':
      return node.object.type === 'Identifier' ? isOwnMember(node.object.name, node.computed) : isGlobalsMember(node);
    case 'ObjectPattern':
      return node.properties.every((property) => property.type === 'RestElement' || isHarmlessKey(property));
    case 'NewExpression':
    case 'ClassDeclaration':
    case 'ClassExpression':
    case 'ImportExpression':
    case 'MetaProperty':
    case 'WithStatement':
    case 'TaggedTemplateExpression':
      return false;
    default:
      return true;
  }
}

function isHarmlessKey({ key, computed }: { key: Node; computed: boolean }): boolean {
  const node = key as AnyNode;
  const name = node.type === 'Literal' ? String(node.value) : node.type === 'Identifier' && !computed ? node.name : null;
  return name !== null && !forbiddenProperties.has(name);
}

function isOwnMember(object: string, computed: boolean): boolean {
  return !computed && (object === guard || object === '$' || /^I\d+$/.test(object));
}

/** `G.globals.x`, `I0.names["x"]`. */
function isGlobalsMember(node: AnyNode & { type: 'MemberExpression' }): boolean {
  const { object } = node;
  if (object.type !== 'MemberExpression' || object.object.type !== 'Identifier' || object.property.type !== 'Identifier') return false;
  const path = `${object.object.name}.${object.property.name}`;
  return (path === `${guard}.globals` && !node.computed) || (/^I\d+\.names$/.test(path) && node.computed && node.property.type === 'Literal');
}
