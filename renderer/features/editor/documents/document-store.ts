import { create } from 'zustand';
import type { TextFormat } from '#shared/model/documents.ts';

/** What a person did to the text since it was saved. */
export type EditState = 'clean' | 'dirty' | 'saving' | 'failed';
/** What happened to the file since it was read. */
export type DiskState = 'same' | 'changed' | 'missing';

interface Named {
  id: string;
  /** Null for a document that was never saved. */
  path: string | null;
  title: string;
}

export interface TextDocument extends Named {
  kind: 'text';
  edit: EditState;
  disk: DiskState;
  format: TextFormat;
  readOnly: boolean;
  languageId: string;
  size: number;
}

export interface ImageDocument extends Named {
  kind: 'image';
  dataUrl: string | undefined;
  size: number;
  /** It is drawn from text that can be edited, as SVG is. */
  source: boolean;
}

/** Cannot be shown as text: binary, or too large to open without asking. */
export interface OpaqueDocument extends Named {
  kind: 'binary' | 'large';
  size: number;
}

export interface FailedDocument extends Named {
  kind: 'failed';
  reason: string;
}

export type OpenDocument = TextDocument | ImageDocument | OpaqueDocument | FailedDocument;

/** Every open document by id, as far as the screen shows it; the text itself is in Monaco's models. */
export const useDocuments = create<{ byId: Record<string, OpenDocument> }>(() => ({ byId: {} }));

export function putDocument(document: OpenDocument): void {
  useDocuments.setState(({ byId }) => ({ byId: { ...byId, [document.id]: document } }));
}

export function patchText(id: string, change: Partial<Omit<TextDocument, 'kind' | 'id'>>): void {
  const document = useDocuments.getState().byId[id];
  if (document?.kind !== 'text') return;
  const changed = Object.entries(change).some(([key, value]) => document[key as keyof TextDocument] !== value);
  if (changed) putDocument({ ...document, ...change });
}

export function removeDocument(id: string): void {
  useDocuments.setState(({ byId }) => {
    const { [id]: _gone, ...rest } = byId;
    return { byId: rest };
  });
}

export function textDocument(id: string): TextDocument | null {
  const document = useDocuments.getState().byId[id];
  return document?.kind === 'text' ? document : null;
}

/** True when closing it would lose something. */
export function isUnsaved(document: OpenDocument | undefined): boolean {
  return document?.kind === 'text' && document.edit !== 'clean';
}

export function unsavedIds(): string[] {
  return Object.values(useDocuments.getState().byId)
    .filter(isUnsaved)
    .map((document) => document.id);
}
