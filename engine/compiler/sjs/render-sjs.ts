import type { AnyNode, AssignmentExpression, AssignmentProperty, CallExpression, MemberExpression, Node, Property, UpdateExpression } from 'acorn';
import { childrenOf, sjsGlobalNames } from './sjs-syntax.ts';

/** Prefixes of names in the output, so that no name of a program can mean anything of the document's. */
export const own = 'u$';
export const global = 'b$';
export const guard = 'G';

/** Writes a checked module's nodes with guarded access and names of its own. */
export class SjsRenderer {
  /** Global names that the module uses. */
  readonly globals = new Set<string>();
  /** Names that exist nowhere, with their places. */
  readonly unknown: { name: string; node: Node }[] = [];
  private readonly text: string;
  private readonly declared: ReadonlySet<string>;
  /** How many functions that are no arrow functions surround the current node. */
  private functions = 0;

  constructor(text: string, declared: ReadonlySet<string>) {
    this.text = text;
    this.declared = declared;
  }

  render(given: Node): string {
    const node = given as AnyNode;
    const isFunction = node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression';
    if (isFunction) this.functions++;
    const code = this.renderNode(node);
    if (isFunction) this.functions--;
    return code;
  }

  private renderNode(node: AnyNode): string {
    switch (node.type) {
      case 'Identifier':
        return this.name(node.name, node);
      case 'ThisExpression':
        return this.functions > 0 ? 'this' : '(void 0)';
      case 'MemberExpression':
        return `${guard}.get(${this.reference(node)})`;
      case 'CallExpression':
        return this.call(node);
      case 'ChainExpression':
        return `${guard}.chain(() => ${this.render(node.expression)})`;
      case 'AssignmentExpression':
        return node.left.type === 'MemberExpression' ? this.assignment(node, node.left) : this.splice(node);
      case 'UpdateExpression':
        return this.update(node);
      case 'UnaryExpression':
        return this.unary(node);
      case 'Property':
        return this.property(node);
      case 'LabeledStatement':
        return `${node.label.name}: ${this.render(node.body)}`;
      case 'BreakStatement':
      case 'ContinueStatement':
        return `${node.type === 'BreakStatement' ? 'break' : 'continue'}${node.label ? ` ${node.label.name}` : ''};`;
      case 'ForStatement':
      case 'ForInStatement':
      case 'ForOfStatement':
        return this.splice(node, (child) => (child.type === 'VariableDeclaration' ? this.splice(child) : this.render(child)));
      // A statement that the source ends with a line break must not go on with the next line.
      case 'ExpressionStatement':
      case 'VariableDeclaration':
      case 'ReturnStatement':
      case 'ThrowStatement':
      case 'DoWhileStatement':
        return ended(this.splice(node));
      default:
        return this.splice(node);
    }
  }

  /** The node's own text with its children rendered. */
  private splice(node: Node, render: (child: Node) => string = (child) => this.render(child)): string {
    let code = '';
    let at = node.start;
    for (const child of childrenOf(node)) {
      code += this.text.slice(at, child.start) + render(child);
      at = child.end;
    }
    return code + this.text.slice(at, node.end);
  }

  private name(name: string, node: Node): string {
    if (name === 'arguments') return name;
    if (this.declared.has(name)) return own + name;
    if (name === 'undefined') return '(void 0)';
    if (sjsGlobalNames.has(name)) {
      this.globals.add(name);
      return global + name;
    }
    this.unknown.push({ name, node });
    return `${guard}.missing(${JSON.stringify(name)})`;
  }

  /** As an argument: a comma would end it. */
  private argument(node: Node): string {
    return node.type === 'SequenceExpression' ? `(${this.render(node)})` : this.render(node);
  }

  /** `target, key` of a member. */
  private reference({ object, property, computed, optional }: MemberExpression): string {
    const target = optional ? `${guard}.need(${this.argument(object)})` : this.argument(object);
    if (computed) return `${target}, ${this.argument(property)}`;
    return `${target}, ${JSON.stringify(property.type === 'Identifier' ? property.name : '')}`;
  }

  private call({ callee, arguments: given, optional }: CallExpression): string {
    const args = given.map((argument) => (argument.type === 'SpreadElement' ? `...${this.argument(argument.argument)}` : this.argument(argument))).join(', ');
    if (callee.type === 'MemberExpression') return `${guard}.${optional ? 'callOptional' : 'call'}(${this.reference(callee)}, [${args}])`;
    const target = optional ? `${guard}.need(${this.argument(callee)})` : `(0, ${this.argument(callee)})`;
    return `${target}(${args})`;
  }

  private assignment({ operator, right }: AssignmentExpression, left: MemberExpression): string {
    const value = this.argument(right);
    if (operator === '=') return `${guard}.set(${this.reference(left)}, ${value})`;
    return `${guard}.assign(${this.reference(left)}, (p) => p ${operator.slice(0, -1)} (${value}))`;
  }

  private update(node: UpdateExpression): string {
    if (node.argument.type !== 'MemberExpression') return this.splice(node);
    return `${guard}.update(${this.reference(node.argument)}, ${node.operator === '++' ? '1' : '-1'}, ${!node.prefix})`;
  }

  private unary(node: AnyNode & { type: 'UnaryExpression' }): string {
    const { operator, argument } = node;
    if (operator === 'delete') return argument.type === 'MemberExpression' ? `${guard}.delete(${this.reference(argument)})` : '(true)';
    const isUnknown =
      argument.type === 'Identifier' && argument.name !== 'arguments' && !this.declared.has(argument.name) && !sjsGlobalNames.has(argument.name);
    // Asking whether something exists is how programs cope with its absence.
    return operator === 'typeof' && isUnknown ? '("undefined")' : this.splice(node);
  }

  private property(node: Property | AssignmentProperty): string {
    const { key, value, shorthand, computed, method } = node;
    if (method) return this.method(node);
    if (shorthand && key.type === 'Identifier') return `${JSON.stringify(key.name)}: ${this.render(value)}`;
    const name = computed ? `[${this.render(key)}]` : this.text.slice(key.start, key.end);
    return `${name}: ${this.argument(value)}`;
  }

  /** Methods become functions, whose names are then the property's. */
  private method({ key, value, computed }: Property | AssignmentProperty): string {
    const name = computed ? `[${this.render(key)}]` : this.text.slice(key.start, key.end);
    return `${name}: function ${this.render(value)}`;
  }
}

function ended(statement: string): string {
  return statement.endsWith(';') ? statement : `${statement};`;
}
