import { applyEdits, findNodeAtLocation, modify, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { JsonEdit, ValueReference } from '../pack/manifest.ts';

/** A JSON file of a template: text around the values that generation sets. */
export interface JsonTemplate {
  render(resolve: (reference: ValueReference) => unknown): string;
}

interface Slot {
  offset: number;
  length: number;
  indentation: string;
  edit: JsonEdit;
}

function parse(text: string): Node {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: false });
  const first = errors[0];
  if (first) throw new Error(`${printParseErrorCode(first.error)} at line ${text.slice(0, first.offset).split('\n').length}`);
  if (!root) throw new Error('the file is empty');
  return root;
}

/** The path that a JSON Pointer names in a document: numbers where it meets a list. */
function pathOf(root: Node, pointer: string): (string | number)[] {
  const path: (string | number)[] = [];
  for (const token of pointer.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    const parent = path.length === 0 ? root : findNodeAtLocation(root, path);
    path.push(parent?.type === 'array' && /^\d+$/.test(key) ? Number(key) : key);
  }
  return path;
}

const formatting = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } };

/** Puts a null wherever an edit names a place that does not exist yet, so that every edit has a value to replace. */
function withEveryPlace(source: string, edits: readonly JsonEdit[]): string {
  return edits.reduce((text, { pointer }) => {
    const root = parse(text);
    const path = pathOf(root, pointer);
    return findNodeAtLocation(root, path) ? text : applyEdits(text, modify(text, path, null, formatting));
  }, source);
}

function findSlots(text: string, edits: readonly JsonEdit[]): Slot[] {
  const root = parse(text);
  const slots = edits.map((edit) => {
    const node = findNodeAtLocation(root, pathOf(root, edit.pointer));
    if (!node) throw new Error(`${edit.pointer} names no place in the file`);
    const lineStart = text.lastIndexOf('\n', node.offset - 1) + 1;
    return { offset: node.offset, length: node.length, indentation: /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '', edit };
  });
  slots.sort((a, b) => a.offset - b.offset);
  slots.forEach((slot, index) => {
    const next = slots[index + 1];
    if (next && next.offset < slot.offset + slot.length) throw new Error(`${slot.edit.pointer} and ${next.edit.pointer} overlap`);
  });
  return slots;
}

/** Compiles a JSON file with its edits. Comments and formatting of everything else stay as they are. */
export function compileJsonTemplate(source: string, edits: readonly JsonEdit[]): JsonTemplate {
  const text = withEveryPlace(source, edits);
  const slots = findSlots(text, edits);
  return {
    render(resolve) {
      let rendered = '';
      let at = 0;
      for (const { offset, length, indentation, edit } of slots) {
        const value = JSON.stringify(resolve(edit.value) ?? null, null, 2).replaceAll('\n', `\n${indentation}`);
        rendered += text.slice(at, offset) + value;
        at = offset + length;
      }
      return rendered + text.slice(at);
    },
  };
}
