import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type ParseError, parse } from 'jsonc-parser';
import { type Gallery, type LoadedTemplate, readMerchants, readPlainMerchants, renderExt } from '#engine/templates/index.ts';
import { readInstance } from '#engine/workspace/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { Instance } from '#shared/model/instance.ts';
import type { MerchantCandidate } from '#shared/model/simulator.ts';
import type { MerchantRow } from '#shared/model/templates.ts';
import type { ExtDocument } from '../project/project-app.ts';

/** A merchant with the whole `ext.json` that the platform would put into the merchant's instance. */
export interface Candidate extends MerchantCandidate {
  document: ExtDocument;
}

/** Sibling projects that are looked at; a folder of thousands is a fleet, not a choice. */
const maximumSiblings = 500;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `ext.json` of a project folder; null when there is none that can be read. */
export async function readExtDocument(folder: string): Promise<ExtDocument | null> {
  const text = await readFile(join(folder, 'ext.json'), 'utf8').catch(() => null);
  if (text === null) return null;
  const errors: ParseError[] = [];
  const value: unknown = parse(text, errors, { allowTrailingComma: true });
  return isRecord(value) ? value : null;
}

function extOf(document: ExtDocument): Record<string, unknown> {
  return isRecord(document.ext) ? document.ext : {};
}

function candidate(origin: MerchantCandidate['origin'], key: string, merchant: { id: string; name: string }, document: ExtDocument): Candidate {
  return { key: `${origin}:${key}`, merchantId: merchant.id, name: merchant.name, origin, ext: extOf(document), document };
}

async function validInstance(folder: string): Promise<Instance | null> {
  const file = await readInstance(folder).catch(() => null);
  return file?.kind === 'valid' ? file.value : null;
}

/** Where the template of a project comes from: the gallery, or the pack that the folder is the `files` of. */
export async function templateOf(
  root: string,
  gallery: Gallery,
  load: (gallery: string, id: string) => Promise<LoadedTemplate>,
): Promise<LoadedTemplate | null> {
  const instance = await validInstance(root);
  try {
    if (instance?.template) return await gallery.get(instance.template.id);
    const pack = dirname(root);
    return basename(root) === 'files' ? await load(dirname(pack), basename(pack)) : null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

async function ownCandidate(root: string, template: LoadedTemplate | null): Promise<Candidate[]> {
  const instance = await validInstance(root);
  if (instance === null) return [];
  const merchant = { id: instance.merchant.merchantId, name: instance.merchant.name };
  const rendered = template && instance.answers ? renderExt(template, { merchant, answers: instance.answers }) : await readExtDocument(root);
  return rendered === null ? [] : [candidate('instance', merchant.id, merchant, rendered)];
}

async function siblingCandidate(folder: string, templateId: string): Promise<Candidate[]> {
  const instance = await validInstance(folder);
  if (instance?.template?.id !== templateId) return [];
  const document = await readExtDocument(folder);
  if (document === null) return [];
  return [candidate('sibling', basename(folder), { id: instance.merchant.merchantId, name: instance.merchant.name }, document)];
}

async function siblingCandidates(root: string): Promise<Candidate[]> {
  const instance = await validInstance(root);
  const templateId = instance?.template?.id;
  if (templateId === undefined) return [];
  const parent = dirname(root);
  const entries = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const folders = entries.filter((entry) => entry.isDirectory() && entry.name !== basename(root)).slice(0, maximumSiblings);
  return (await Promise.all(folders.map(({ name }) => siblingCandidate(join(parent, name), templateId)))).flat();
}

/** The project's own merchant, and those of the projects beside it that came from the same template. */
export async function projectCandidates(root: string, template: LoadedTemplate | null): Promise<Candidate[]> {
  const [own, siblings] = await Promise.all([ownCandidate(root, template), siblingCandidates(root)]);
  return [...own, ...siblings.sort((a, b) => a.name.localeCompare(b.name))];
}

function plainDocument(sample: ExtDocument, { merchantId, name, answers }: MerchantRow): ExtDocument {
  return { ...sample, extEnable: true, ext: { ...extOf(sample), merchantId, name, ...answers } };
}

/**
 * The rows of a merchants file. With a template its `ext.json` is rendered for each; without one the columns are the
 * values of `ext`. `MERCHANTS_FILE_INVALID`.
 */
export async function fileCandidates(root: string, template: LoadedTemplate | null, file: { format: 'csv' | 'json'; text: string }): Promise<Candidate[]> {
  const sample = (await readExtDocument(root)) ?? {};
  const { rows } = template ? readMerchants(file.text, file.format, template.parameters) : readPlainMerchants(file.text, file.format, extOf(sample));
  return rows.map((row) => {
    const merchant = { id: row.merchantId, name: row.name };
    const document = (template && renderExt(template, { merchant, answers: row.answers })) ?? plainDocument(sample, row);
    return candidate('file', row.merchantId, merchant, document);
  });
}
