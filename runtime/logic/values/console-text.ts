import { stringify } from '../core/intrinsics.ts';
import { isObject } from '../core/types.ts';

const maximumLength = 100_000;

/** JSON of any value: cycles become `[Circular]`, errors `{name, message}`, big integers text. */
function safeJson(value: unknown): string {
  const ancestors: unknown[] = [];
  const text = stringify(value, function (this: unknown, _key: string, field: unknown): unknown {
    if (typeof field === 'bigint') return `${field}n`;
    if (!isObject(field)) return field;
    while (ancestors.length > 0 && ancestors.at(-1) !== this) ancestors.pop();
    if (ancestors.includes(field)) return '[Circular]';
    const shown = field instanceof Error ? { name: field.name, message: field.message } : field;
    ancestors.push(shown);
    return shown;
  });
  return text ?? String(value);
}

function argumentText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
      return 'undefined';
    case 'function':
      return `[Function ${value.name || 'anonymous'}]`;
    case 'symbol':
      return value.toString();
    case 'bigint':
      return `${value}n`;
    default:
      return jsonOrName(value);
  }
}

function jsonOrName(value: unknown): string {
  try {
    return safeJson(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** One console line: arguments joined by one space, strings as they are, anything else as JSON. */
export function consoleText(args: readonly unknown[]): string {
  const text = args.map(argumentText).join(' ');
  return text.length > maximumLength ? `${text.slice(0, maximumLength - 1)}…` : text;
}

/** The stack of the first error among the arguments. */
export function stackOf(args: readonly unknown[]): string | undefined {
  for (const arg of args) if (arg instanceof Error && arg.stack) return arg.stack.slice(0, 20_000);
  return undefined;
}
