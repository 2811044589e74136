import { isObject } from '../core/types.ts';

const maximumDepth = 6;
const maximumEntries = 100;
const maximumNodes = 2000;
const maximumText = 10_000;

interface Budget {
  nodes: number;
  open: Set<object>;
}

function scalar(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return value.length > maximumText ? `${value.slice(0, maximumText)}…` : value;
    case 'function':
      return `[Function ${value.name || 'anonymous'}]`;
    case 'number':
      return Number.isFinite(value) ? value : String(value);
    case 'undefined':
      return '[undefined]';
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return value.toString();
    default:
      return value;
  }
}

function special(value: object): unknown {
  if (value instanceof Error) return { name: value.name, message: value.message, stack: value.stack ?? '' };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof ArrayBuffer) return `[ArrayBuffer ${value.byteLength}]`;
  if (ArrayBuffer.isView(value)) return `[${value.constructor.name} ${value.byteLength}]`;
  if (value instanceof Promise) return '[Promise]';
  return undefined;
}

function entriesOf(value: object): [string, unknown][] {
  if (value instanceof Map) return [...value].slice(0, maximumEntries).map(([key, item]) => [String(scalar(key)), item]);
  return Object.keys(value)
    .slice(0, maximumEntries)
    .map((key) => [key, readField(value, key)]);
}

function readField(value: object, key: string): unknown {
  try {
    return (value as Record<string, unknown>)[key];
  } catch {
    return '[throws]';
  }
}

function build(value: unknown, depth: number, budget: Budget): unknown {
  budget.nodes++;
  if (!isObject(value)) return scalar(value);
  if (budget.open.has(value)) return '[Circular]';
  const known = special(value);
  if (known !== undefined) return known;
  if (depth >= maximumDepth || budget.nodes > maximumNodes) return Array.isArray(value) ? `[Array ${value.length}]` : '[Object]';
  budget.open.add(value);
  const copy = buildObject(value, depth, budget);
  budget.open.delete(value);
  return copy;
}

function buildObject(value: object, depth: number, budget: Budget): unknown {
  if (Array.isArray(value) || value instanceof Set) {
    const all: unknown[] = [...value];
    const shown = all.slice(0, maximumEntries).map((item) => build(item, depth + 1, budget));
    if (all.length > maximumEntries) shown.push(`… ${all.length - maximumEntries} more`);
    return shown;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, item] of entriesOf(value)) copy[key] = build(item, depth + 1, budget);
  const count = value instanceof Map ? value.size : Object.keys(value).length;
  if (count > maximumEntries) copy['…'] = `${count - maximumEntries} more`;
  return copy;
}

/** A JSON-able picture of any value, cut to a depth and size; cycles, functions and what JSON lacks are named. */
export function previewOf(value: unknown): unknown {
  return build(value, 0, { nodes: 0, open: new Set() });
}
