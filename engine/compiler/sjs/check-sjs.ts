import type { AnyNode, Node, Program } from 'acorn';
import type { Reporter } from '../source/reporter.ts';
import { allowedNodes, childrenOf, forbiddenProperties, sjsGlobalNames } from './sjs-syntax.ts';

/** What surrounds a node. */
interface Surroundings {
  /** Inside a function that is no arrow function, where `arguments` means something. */
  inFunction: boolean;
  inPattern: boolean;
}

export interface CheckedSjs {
  /** Whether everything is in the subset; if not, diagnostics say what is not. */
  allowed: boolean;
  /** Every name that is declared anywhere in the module. */
  declared: Set<string>;
  /** Names that are written to but declared nowhere. */
  implicit: Map<string, Node>;
  /** Names declared by statements of the module itself: these may not be declared again around it. */
  topLevel: Set<string>;
}

/** Says what of a module is not in the subset of JavaScript that SJS is, and which names it declares. */
export function checkSjs(program: Program, report: Reporter): CheckedSjs {
  const checked: CheckedSjs = { allowed: true, declared: new Set(), topLevel: new Set(), implicit: new Map() };
  const written: Node[] = [];
  for (const statement of program.body) collectTopLevel(statement as AnyNode, checked.topLevel);
  const visit = (node: AnyNode, around: Surroundings): void => {
    const reason = reasonAgainst(node, around);
    if (reason !== null) {
      checked.allowed = false;
      report.error('sjs-unsupported', node, { what: reason });
      return;
    }
    declare(node, checked.declared);
    written.push(...targetsOf(node));
    const inside = surroundingsInside(node, around);
    for (const child of childrenOf(node)) visit(child as AnyNode, { ...inside, inPattern: isPatternPart(node, child, inside.inPattern) });
  };
  visit(program, { inFunction: false, inPattern: false });
  for (const target of written) addImplicit(target, checked);
  return checked;
}

/** What a node writes to without declaring it. */
function targetsOf(node: AnyNode): Node[] {
  if (node.type === 'AssignmentExpression') return [node.left];
  if (node.type === 'UpdateExpression') return [node.argument];
  return (node.type === 'ForInStatement' || node.type === 'ForOfStatement') && node.left.type !== 'VariableDeclaration' ? [node.left] : [];
}

function addImplicit(target: Node, { declared, implicit }: CheckedSjs): void {
  const names = new Set<string>();
  addNames(target, names);
  for (const name of names) {
    if (declared.has(name) || sjsGlobalNames.has(name)) continue;
    declared.add(name);
    implicit.set(name, target);
  }
}

function reasonAgainst(node: AnyNode, { inFunction, inPattern }: Surroundings): string | null {
  if (node.type === 'NewExpression') return 'new';
  if (!allowedNodes.has(node.type)) return words[node.type] ?? node.type;
  if ('async' in node && node.async) return 'async';
  if ('generator' in node && node.generator) return 'function*';
  if (node.type === 'ForOfStatement' && node.await) return 'for await';
  if (node.type === 'MemberExpression' && inPattern) return 'destructuring into a property';
  if (node.type === 'MemberExpression' && node.property.type === 'PrivateIdentifier') return '#private';
  if (node.type === 'Identifier' && node.name === 'arguments' && !inFunction) return 'arguments';
  if (node.type === 'Property') return reasonAgainstProperty(node, inPattern);
  return null;
}

const words: Record<string, string> = {
  ClassDeclaration: 'class',
  ClassExpression: 'class',
  AwaitExpression: 'await',
  YieldExpression: 'yield',
  ImportExpression: 'import()',
  MetaProperty: 'import.meta or new.target',
  Super: 'super',
  TaggedTemplateExpression: 'tagged template',
  DebuggerStatement: 'debugger',
  WithStatement: 'with',
};

function reasonAgainstProperty(node: AnyNode & { type: 'Property' }, inPattern: boolean): string | null {
  if (node.kind !== 'init') return `${node.kind}ter`;
  const key = node.key.type === 'Literal' ? String(node.key.value) : !node.computed && node.key.type === 'Identifier' ? node.key.name : null;
  if (inPattern && key === null) return 'computed key in a pattern';
  if (key === null || (node.computed && !inPattern)) return null;
  const forbidden = inPattern ? forbiddenProperties.has(key) : key === '__proto__';
  return forbidden ? key : null;
}

function surroundingsInside(node: AnyNode, around: Surroundings): Surroundings {
  return { ...around, inFunction: around.inFunction || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' };
}

/** Patterns end where default values, keys and function bodies begin. */
function isPatternPart(parent: AnyNode, child: Node, parentInPattern: boolean): boolean {
  if (child.type === 'ObjectPattern' || child.type === 'ArrayPattern') return true;
  if (parent.type === 'ForInStatement' || parent.type === 'ForOfStatement') return child === parent.left && child.type !== 'VariableDeclaration';
  if (!parentInPattern) return false;
  if (parent.type === 'AssignmentPattern') return child === parent.left;
  return ['ObjectPattern', 'ArrayPattern', 'RestElement', 'Property'].includes(parent.type);
}

function declare(node: AnyNode, names: Set<string>): void {
  if (node.type === 'VariableDeclarator' || node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression') addNames(node.id ?? null, names);
  if (node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression')
    for (const parameter of node.params) addNames(parameter, names);
  if (node.type === 'CatchClause') addNames(node.param ?? null, names);
  if (node.type === 'ImportSpecifier' || node.type === 'ImportDefaultSpecifier' || node.type === 'ImportNamespaceSpecifier') names.add(node.local.name);
}

/** `var` in a block of the module is left out: a name that is missing here is only declared once more. */
function collectTopLevel(statement: AnyNode, names: Set<string>): void {
  if (statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration') {
    if (statement.declaration) collectTopLevel(statement.declaration as AnyNode, names);
  } else if (statement.type === 'VariableDeclaration') {
    for (const { id } of statement.declarations) addNames(id, names);
  } else if (statement.type === 'FunctionDeclaration') {
    addNames(statement.id, names);
  } else if (statement.type === 'ImportDeclaration') {
    for (const specifier of statement.specifiers) declare(specifier, names);
  }
}

/** Names that a binding target declares. */
export function addNames(target: Node | null, names: Set<string>): void {
  const node = target as AnyNode | null;
  if (!node) return;
  if (node.type === 'Identifier') names.add(node.name);
  else if (node.type === 'ObjectPattern')
    for (const property of node.properties) addNames(property.type === 'RestElement' ? property.argument : property.value, names);
  else if (node.type === 'ArrayPattern') for (const element of node.elements) addNames(element, names);
  else if (node.type === 'RestElement') addNames(node.argument, names);
  else if (node.type === 'AssignmentPattern') addNames(node.left, names);
}
