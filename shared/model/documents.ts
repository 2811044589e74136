import * as z from 'zod';
import { workspacePath } from './workspace.ts';

export const encoding = z.enum(['utf8', 'utf16le', 'utf16be', 'gb18030', 'latin1']);
export type Encoding = z.infer<typeof encoding>;

export const lineEnding = z.enum(['lf', 'crlf', 'mixed']);
export type LineEnding = z.infer<typeof lineEnding>;

/** How a document's text becomes bytes; kept through every save. */
export const textFormat = z.object({ encoding, bom: z.boolean(), lineEnding });
export type TextFormat = z.infer<typeof textFormat>;

export const documentLimits = {
  /** Above this the editor switches language services off. */
  plainAbove: 2 * 1024 * 1024,
  /** Above this a person is asked first. */
  askAbove: 20 * 1024 * 1024,
  /** Above this a document is not opened. */
  refuseAbove: 256 * 1024 * 1024,
} as const;

export const openedDocument = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('text'),
    text: z.string(),
    format: textFormat,
    /** Changes whenever the bytes on disk may have. Opaque. */
    etag: z.string(),
    size: z.number(),
    readOnly: z.boolean(),
  }),
  /** `dataUrl` is absent above 20 MB. */
  z.object({ kind: z.literal('image'), mime: z.string(), dataUrl: z.string().optional(), size: z.number(), etag: z.string() }),
  z.object({ kind: z.literal('binary'), size: z.number(), etag: z.string() }),
  z.object({ kind: z.literal('large'), size: z.number(), etag: z.string() }),
]);
export type OpenedDocument = z.infer<typeof openedDocument>;

export const saveOutcome = z.object({
  etag: z.string(),
  size: z.number(),
  /** `in-place` when a hard link or a foreign owner forbids a rename. */
  method: z.enum(['renamed', 'in-place', 'unchanged']),
});
export type SaveOutcome = z.infer<typeof saveOutcome>;

export const documentStat = z.discriminatedUnion('state', [
  z.object({ state: z.literal('present'), etag: z.string(), size: z.number() }),
  z.object({ state: z.literal('missing') }),
]);
export type DocumentStat = z.infer<typeof documentStat>;

/** Unsaved text kept for hot exit. `path` is null for a document that was never saved. */
export const backup = z.object({
  backupId: z.string(),
  path: workspacePath.nullable(),
  title: z.string(),
  text: z.string(),
  format: textFormat,
  /** The etag of the saved base the text was edited from. */
  baseEtag: z.string().nullable(),
  savedAt: z.iso.datetime(),
});
export type Backup = z.infer<typeof backup>;
