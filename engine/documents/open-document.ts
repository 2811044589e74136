import { resolveInside, type WorkspaceRoot } from '#engine/files/index.ts';
import { documentLimits, type Encoding, type OpenedDocument } from '#shared/model/documents.ts';
import { AppError } from '#shared/model/errors.ts';
import { decodeDocument } from './decode.ts';
import { readFileBytes } from './read-file.ts';

const imageTypes: Partial<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  bmp: 'image/bmp',
  ico: 'image/x-icon',
  svg: 'image/svg+xml',
};

function imageType(path: string): string | undefined {
  return imageTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
}

export interface OpenOptions {
  encoding?: Encoding | undefined;
  large?: boolean | undefined;
}

async function openImage(absolute: string, path: string, mime: string): Promise<OpenedDocument> {
  const { etag, size, bytes } = await readFileBytes(absolute, path, documentLimits.askAbove);
  const dataUrl = bytes === null ? {} : { dataUrl: `data:${mime};base64,${bytes.toString('base64')}` };
  return { kind: 'image', mime, size, etag, ...dataUrl };
}

/**
 * Opens a file for the editor: text with what it takes to write the same bytes again, an image, or its size when it is neither.
 * `encoding` opens an image's source too. `TOO_LARGE` above the refusal limit; errors of the path policy and of reading.
 */
export async function openDocument(root: WorkspaceRoot, path: string, options: OpenOptions = {}): Promise<OpenedDocument> {
  const absolute = await resolveInside(root, path);
  const mime = options.encoding === undefined ? imageType(path) : undefined;
  if (mime !== undefined) return openImage(absolute, path, mime);
  const limit = options.large ? documentLimits.refuseAbove : documentLimits.askAbove;
  const { etag, size, bytes, readOnly } = await readFileBytes(absolute, path, limit);
  if (size > documentLimits.refuseAbove) throw new AppError('TOO_LARGE', { path, size, limit: documentLimits.refuseAbove });
  if (bytes === null) return { kind: 'large', size, etag };
  const document = decodeDocument(bytes, options.encoding);
  return document === null ? { kind: 'binary', size, etag } : { kind: 'text', ...document, etag, size, readOnly };
}
