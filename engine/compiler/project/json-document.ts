import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree } from 'jsonc-parser';
import type { Span } from '#shared/model/diagnostics.ts';
import { jsonProblem } from '../source/json-problem.ts';
import { Reporter } from '../source/reporter.ts';
import type { SourceFile } from './file-store.ts';

/** A JSON file with comments, as far as it can be read. */
export interface JsonDocument {
  path: string;
  text: string;
  /** `{}` when the file has no object. */
  value: Record<string, unknown>;
  report: Reporter;
  /** Place of a value; the whole first line when there is none. */
  spanOf(...location: (string | number)[]): Span;
}

/** @param path as diagnostics name it */
export function readJsonDocument(path: string, source: Pick<SourceFile, 'text'>): JsonDocument {
  const { text } = source;
  const report = new Reporter(path, text);
  let tree: Node | undefined | null = null;
  const readTree = (): Node | undefined => {
    if (tree !== null) return tree;
    const errors: ParseError[] = [];
    tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
    for (const { error, offset, length } of errors) report.error('json-syntax', { start: offset, end: offset + length }, { reason: jsonProblem(error) });
    return tree;
  };
  const value = objectOf(parseStrictly(text) ?? treeValue(readTree()));
  return { path, text, value, report, spanOf: (...location) => spanOf(readTree(), text, location) };
}

/** Most files are plain JSON, which is read much faster without places. Undefined for those that are not. */
function parseStrictly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function treeValue(tree: Node | undefined): unknown {
  return tree && getNodeValue(tree);
}

function spanOf(tree: Node | undefined, text: string, location: (string | number)[]): Span {
  const node = tree && findNodeAtLocation(tree, location);
  if (node) return { start: node.offset, end: node.offset + node.length };
  const line = text.search(/[\r\n]|$/);
  return { start: 0, end: line };
}

/** The value as an object, or an empty one. */
export function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

/** The strings of a list; anything else is left out. */
export function stringsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Those entries of an object whose values are strings. */
export function stringEntriesOf(value: unknown): [string, string][] {
  return Object.entries(objectOf(value)).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
}
