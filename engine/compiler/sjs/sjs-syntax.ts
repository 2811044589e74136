import type { Node } from 'acorn';

/** Global names of SJS; the guard of the runtime has a value for each. */
export const sjsGlobalNames: ReadonlySet<string> = new Set([
  ...['Math', 'JSON', 'Number', 'String', 'Boolean', 'Object', 'Array', 'Date', 'console', 'getDate', 'getRegExp'],
  ...['isNaN', 'isFinite', 'parseInt', 'parseFloat', 'encodeURI', 'encodeURIComponent', 'decodeURI', 'decodeURIComponent', 'NaN', 'Infinity'],
]);

/** Syntax that SJS may use. What is not in here is refused, so that nothing new gets through unseen. */
export const allowedNodes: ReadonlySet<string> = new Set([
  ...['Program', 'ExpressionStatement', 'BlockStatement', 'EmptyStatement', 'VariableDeclaration', 'VariableDeclarator', 'ReturnStatement', 'IfStatement'],
  ...['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement', 'BreakStatement', 'ContinueStatement', 'LabeledStatement'],
  ...['SwitchStatement', 'SwitchCase', 'ThrowStatement', 'TryStatement', 'CatchClause', 'FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'],
  ...['Identifier', 'Literal', 'TemplateLiteral', 'TemplateElement', 'ArrayExpression', 'ObjectExpression', 'Property', 'SpreadElement', 'UnaryExpression'],
  ...['UpdateExpression', 'BinaryExpression', 'AssignmentExpression', 'LogicalExpression', 'ConditionalExpression', 'CallExpression', 'MemberExpression'],
  ...['ChainExpression', 'SequenceExpression', 'ThisExpression', 'ObjectPattern', 'ArrayPattern', 'RestElement', 'AssignmentPattern'],
  ...['ImportDeclaration', 'ImportSpecifier', 'ImportDefaultSpecifier', 'ImportNamespaceSpecifier'],
  ...['ExportNamedDeclaration', 'ExportDefaultDeclaration', 'ExportAllDeclaration', 'ExportSpecifier'],
]);

/** Properties that lead from a value to what made it; patterns would read them without the guard. */
export const forbiddenProperties: ReadonlySet<string> = new Set([
  ...['constructor', '__proto__', 'prototype', 'caller', 'callee', 'arguments'],
  ...['__defineGetter__', '__defineSetter__', '__lookupGetter__', '__lookupSetter__'],
]);

/** Child nodes in the order of the text. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const value of Object.values(node)) {
    if (Array.isArray(value)) children.push(...value.filter(isNode));
    else if (isNode(value)) children.push(value);
  }
  // A shorthand property has one node twice; an assignment pattern in it repeats its name.
  return children.sort((a, b) => a.start - b.start || b.end - a.end).filter((child, index, all) => index === 0 || child.start >= (all[index - 1]?.end ?? 0));
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;
}
