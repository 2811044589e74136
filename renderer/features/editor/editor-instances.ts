import type { CodeEditor } from './monaco/index.ts';

interface Instance {
  editor: CodeEditor;
  documentId(): string | null;
}

/** The code editors on screen, by group. */
const instances = new Map<number, Instance>();
let wanted: { documentId: string; position: { line: number; column: number; endColumn?: number } | null; focus: boolean } | null = null;

export function registerInstance(groupId: number, instance: Instance): () => void {
  instances.set(groupId, instance);
  return () => {
    if (instances.get(groupId) === instance) instances.delete(groupId);
  };
}

export function editorOfGroup(groupId: number): CodeEditor | null {
  return instances.get(groupId)?.editor ?? null;
}

/** Goes to a place in a document now, or as soon as an editor shows it. */
export function revealPosition(documentId: string, position: { line: number; column: number; endColumn?: number } | null, focus: boolean): void {
  wanted = { documentId, position, focus };
  for (const instance of instances.values()) applyWantedPosition(instance);
}

/** Called by an editor once it shows a document. */
export function applyWantedPosition(instance: Instance): void {
  if (wanted === null || instance.documentId() !== wanted.documentId) return;
  const { position, focus } = wanted;
  wanted = null;
  if (position) {
    const { line, column, endColumn } = position;
    instance.editor.setSelection({ startLineNumber: line, startColumn: column, endLineNumber: line, endColumn: endColumn ?? column });
    instance.editor.revealLineInCenterIfOutsideViewport(line);
  }
  if (focus) instance.editor.focus();
}
