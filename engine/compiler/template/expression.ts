import type {
  ArrowFunctionExpression,
  BinaryExpression,
  CallExpression,
  Expression,
  MemberExpression,
  ObjectExpression,
  PrivateIdentifier,
  SpreadElement,
  Super,
  TemplateLiteral,
} from 'acorn';
import type { Reporter } from '../source/reporter.ts';
import { Dependencies } from './dependencies.ts';
import { literal } from './literal.ts';
import type { Dependency, Scope, Variable } from './scope.ts';

export interface CompiledExpression {
  code: string;
  dependencies: Dependencies;
  /** Set when the expression is nothing but a path, so that changes below it can be told apart. */
  path: Dependency | null;
  /** Set when the value is a text known while compiling. */
  constant?: string;
}

export type ExpressionReport = Pick<Reporter, 'error'>;

type ExpressionNode = Expression | SpreadElement | PrivateIdentifier | Super;

/** Names that lead from a value to the code of the document; read through the guard at run time. */
const guarded = new Set([
  'constructor',
  'prototype',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
  'caller',
  'callee',
  'arguments',
]);

/** Deeper ones could be too much for the parser of a browser. */
const maximumDepth = 200;

const binaryOperators = new Set(['+', '-', '*', '/', '%', '**', '==', '!=', '===', '!==', '<', '<=', '>', '>=', '&', '|', '^', '<<', '>>', '>>>']);
const unaryOperators = new Set(['!', '-', '+', '~', 'typeof', 'void']);

/**
 * Turns an expression of AXML into JavaScript that only reads the scope. Nothing in it can name a variable of the
 * document: every identifier is looked up in the scope, every call and computed member goes through the render kit.
 */
export function compileExpression(node: Expression, scope: Scope, report: ExpressionReport): CompiledExpression {
  const compiler = new ExpressionCompiler(scope, report);
  try {
    return compiler.compile(node);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report.error('template-expression-too-deep', node);
    return undefinedValue();
  }
}

export function undefinedValue(): CompiledExpression {
  return { code: 'void 0', dependencies: new Dependencies(), path: null };
}

class ExpressionCompiler {
  private readonly dependencies = new Dependencies();
  private scope: Scope;
  private depth = 0;
  private parameters = 0;
  private readonly report: ExpressionReport;

  constructor(scope: Scope, report: ExpressionReport) {
    this.scope = scope;
    this.report = report;
  }

  compile(node: Expression): CompiledExpression {
    const path = this.pathOf(node);
    const code = this.emit(node);
    return { code, dependencies: this.dependencies, path };
  }

  /** The path that an expression is, as far as it is known while compiling. */
  private pathOf(node: ExpressionNode): Dependency | null {
    if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') return this.pathOf(node.expression);
    if (node.type === 'Identifier') return isConstant(node.name) ? null : this.scope.lookup(node.name).dependency;
    if (node.type !== 'MemberExpression') return null;
    const base = this.pathOf(node.object);
    const key = staticKey(node);
    return base && key !== null ? { ...base, keys: [...base.keys, key] } : null;
  }

  private emit(node: ExpressionNode): string {
    if (++this.depth > maximumDepth) throw new RangeError('too deep');
    const code = this.emitNode(node);
    this.depth--;
    return code;
  }

  private emitNode(node: ExpressionNode): string {
    switch (node.type) {
      case 'Literal':
        return this.literalCode(node);
      case 'Identifier':
        return this.identifier(node.name);
      case 'ParenthesizedExpression':
      case 'ChainExpression':
        return this.emit(node.expression);
      case 'MemberExpression':
        return this.member(node);
      case 'CallExpression':
        return this.call(node);
      case 'TemplateLiteral':
        return this.template(node);
      case 'ConditionalExpression':
        return `(${this.emit(node.test)} ? ${this.emit(node.consequent)} : ${this.emit(node.alternate)})`;
      case 'LogicalExpression':
        return `(${this.emit(node.left)} ${node.operator} ${this.emit(node.right)})`;
      case 'SequenceExpression':
        return `(${node.expressions.map((part) => this.emit(part)).join(', ')})`;
      case 'ArrayExpression':
        return `[${node.elements.map((element) => (element ? this.element(element) : 'void 0')).join(', ')}]`;
      case 'ObjectExpression':
        return this.object(node);
      case 'UnaryExpression':
        return unaryOperators.has(node.operator) ? `(${node.operator} ${this.emit(node.argument)})` : this.unsupported(node, node.operator);
      case 'BinaryExpression':
        return this.binary(node);
      case 'ArrowFunctionExpression':
        return this.arrow(node);
      default:
        return this.unsupported(node, node.type);
    }
  }

  /** `list.some(item => item.sold)`: not documented, but found in published components. */
  private arrow(node: ArrowFunctionExpression): string {
    const names = node.params.map((parameter) => (parameter.type === 'Identifier' ? parameter.name : null));
    if (node.async || node.body.type === 'BlockStatement' || names.includes(null)) return this.unsupported(node, 'function');
    const outer = this.scope;
    const variables = names.map((name): [string, Variable] => [name ?? '', { value: `_${++this.parameters}`, dependency: null }]);
    this.scope = outer.child(variables);
    const body = this.emit(node.body);
    this.scope = outer;
    return `((${variables.map(([, { value }]) => value).join(', ')}) => (${body}))`;
  }

  private literalCode(node: Extract<Expression, { type: 'Literal' }>): string {
    if (node.regex) return `$.pattern(${literal(node.regex.pattern)}, ${literal(node.regex.flags)})`;
    if (typeof node.value === 'string') return literal(node.value);
    if (typeof node.value === 'number') return Number.isFinite(node.value) ? `${node.value}` : '(1 / 0)';
    if (typeof node.value === 'boolean' || node.value === null) return `${node.value}`;
    return this.unsupported(node, 'bigint');
  }

  private identifier(name: string): string {
    if (isConstant(name)) return constants[name];
    const { value, dependency } = this.scope.lookup(name);
    if (dependency) this.dependencies.add(dependency);
    return value;
  }

  private member(node: MemberExpression): string {
    const path = this.pathOf(node);
    if (path) {
      this.dependencies.add(path);
      return this.pathCode(node);
    }
    return this.read(node, this.emit(node.object));
  }

  /** Code of a path whose dependency has been noted, without noting those of its beginnings. */
  private pathCode(node: ExpressionNode): string {
    if (node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression') return this.pathCode(node.expression);
    if (node.type === 'MemberExpression') return this.read(node, this.pathCode(node.object));
    return node.type === 'Identifier' ? this.scope.lookup(node.name).value : 'void 0';
  }

  private read(node: MemberExpression, object: string): string {
    const key = staticKey(node);
    if (key === null) return `$.get(${object}, ${this.key(node)})`;
    if (guarded.has(key)) return `$.get(${object}, ${literal(key)})`;
    return `${object}?.[${literal(key)}]`;
  }

  private key(node: MemberExpression): string {
    const key = staticKey(node);
    return key === null ? this.emit(node.property) : literal(key);
  }

  private call(node: CallExpression): string {
    const values = `[${node.arguments.map((argument) => this.element(argument)).join(', ')}]`;
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression') return `$.invoke(${this.emit(callee)}, ${values})`;
    return `$.call(${this.emit(callee.object)}, ${this.key(callee)}, ${values})`;
  }

  private element(node: Expression | SpreadElement): string {
    return node.type === 'SpreadElement' ? `...$.spread(${this.emit(node.argument)})` : this.emit(node);
  }

  private template(node: TemplateLiteral): string {
    const parts: string[] = [];
    for (const [at, quasi] of node.quasis.entries()) {
      if (quasi.value.cooked) parts.push(literal(quasi.value.cooked));
      const expression = node.expressions[at];
      if (expression) parts.push(this.emit(expression));
    }
    return `$.join([${parts.join(', ')}])`;
  }

  /** Sums of many terms are flat in the output, because engines give up on deep nesting. */
  private binary(node: BinaryExpression): string {
    const { operator } = node;
    if (operator === 'in') return `$.has(${this.emit(node.left)}, ${this.emit(node.right)})`;
    if (!binaryOperators.has(operator)) return this.unsupported(node, operator);
    if (operator === '**') return `(${this.emit(node.left)} ** ${this.emit(node.right)})`;
    const terms: Expression[] = [];
    let left: ExpressionNode = node;
    while (left.type === 'BinaryExpression' && left.operator === operator) {
      terms.unshift(left.right);
      left = left.left;
    }
    return `(${[left, ...terms].map((term) => this.emit(term)).join(` ${operator} `)})`;
  }

  private object(node: ObjectExpression): string {
    const entries = node.properties.map((entry) => {
      if (entry.type === 'SpreadElement') return `...${this.emit(entry.argument)}`;
      if (entry.kind !== 'init' || entry.method) return this.unsupportedEntry(entry);
      return `[${this.entryKey(entry)}]: ${this.emit(entry.value)}`;
    });
    return `{${entries.join(', ')}}`;
  }

  private entryKey(entry: { computed: boolean; key: Expression | PrivateIdentifier }): string {
    if (entry.computed) return `$.key(${this.emit(entry.key)})`;
    return literal(entryName(entry) ?? '');
  }

  private unsupportedEntry(entry: { start: number; end: number; key: Expression | PrivateIdentifier }): string {
    this.report.error('template-unsupported-expression', entry, { what: 'function' });
    return '...{}';
  }

  private unsupported(node: { start: number; end: number }, what: string): string {
    this.report.error('template-unsupported-expression', node, { what: wordFor(what) });
    return 'void 0';
  }
}

const constants = { undefined: 'void 0', NaN: '(0 / 0)', Infinity: '(1 / 0)' } as const;

function isConstant(name: string): name is keyof typeof constants {
  return Object.hasOwn(constants, name);
}

function unwrap(node: ExpressionNode): ExpressionNode {
  return node.type === 'ParenthesizedExpression' || node.type === 'ChainExpression' ? unwrap(node.expression) : node;
}

function staticKey({ computed, property }: MemberExpression): string | null {
  if (!computed) return property.type === 'Identifier' ? property.name : null;
  if (property.type !== 'Literal') return null;
  return typeof property.value === 'string' || typeof property.value === 'number' ? String(property.value) : null;
}

/** The name of an entry of an object literal, or null for a computed one. */
export function entryName({ computed, key }: { computed: boolean; key: Expression | PrivateIdentifier }): string | null {
  if (computed) return null;
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' ? String(key.value) : null;
}

function wordFor(type: string): string {
  if (type.includes('Function')) return 'function';
  return type.replace(/Expression$/, '').toLowerCase();
}
