import { type Node, parse } from 'acorn';

const candidate = /\brequire\(\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`([^`\\$]*)`)\s*\)/g;

/**
 * Specifiers that a CommonJS module requires, in order, each once. Found by text, so that a string that looks
 * like a call counts too; ask {@link reallyRequires} before complaining about one.
 */
export function requiredModules(code: string): string[] {
  const found = new Set<string>();
  if (!code.includes('require')) return [];
  for (const [, double, single, template] of code.matchAll(candidate)) found.add(unescaped(double ?? single ?? template ?? ''));
  return [...found];
}

function unescaped(literal: string): string {
  return literal.includes('\\') ? literal.replace(/\\(.)/g, '$1') : literal;
}

/** Whether the code calls the module's own `require` with this specifier: not in a string, not a local function of that name. */
export function reallyRequires(code: string, specifier: string): boolean {
  try {
    const root = parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true, allowHashBang: true });
    return contains(root, specifier);
  } catch {
    return true;
  }
}

function contains(root: Node, specifier: string): boolean {
  const pending: unknown[] = [root];
  while (pending.length > 0) {
    const value = pending.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (isOwnRequire(value)) continue;
    if (isRequireCall(value, specifier)) return true;
    pending.push(...Object.values(value));
  }
  return false;
}

/** A function with a parameter `require`, as bundlers write them. */
function isOwnRequire(node: object): boolean {
  return 'params' in node && Array.isArray(node.params) && node.params.some((parameter) => parameter.name === 'require');
}

function isRequireCall(node: object, specifier: string): boolean {
  if (!('callee' in node && 'arguments' in node && Array.isArray(node.arguments))) return false;
  const callee = node.callee as { name?: string };
  const [first] = node.arguments as { value?: unknown }[];
  return callee.name === 'require' && first?.value === specifier;
}
