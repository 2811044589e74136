import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileError } from '#engine/files/index.ts';
import { AppError, isAppError } from '#shared/model/errors.ts';
import type { TemplateDetail, TemplateSummary } from '#shared/model/templates.ts';
import { type LoadedTemplate, loadTemplate } from './pack/load-template.ts';

/** The templates of one folder. */
export interface Gallery {
  /** Every template that can be used, by id; `onInvalid` hears of those that cannot. */
  list(): Promise<LoadedTemplate[]>;
  /** `TEMPLATE_UNKNOWN`, `TEMPLATE_INVALID`. */
  get(templateId: string): Promise<LoadedTemplate>;
}

export interface GalleryOptions {
  directory: string;
  /** A broken template is reported here and never hides the others. */
  onInvalid(error: AppError<'TEMPLATE_INVALID'>): void;
}

const idPattern = /^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$/;

/** Opens a gallery folder. Templates are read when first asked for and kept until their manifest changes. */
export function openGallery({ directory, onInvalid }: GalleryOptions): Gallery {
  const loaded = new Map<string, { stamp: string; template: Promise<LoadedTemplate> }>();

  async function get(templateId: string): Promise<LoadedTemplate> {
    const manifest = idPattern.test(templateId) ? await stat(join(directory, templateId, 'template.json')).catch(() => null) : null;
    if (manifest === null) throw new AppError('TEMPLATE_UNKNOWN', { templateId });
    const stamp = `${manifest.mtimeMs}:${manifest.size}`;
    const known = loaded.get(templateId);
    if (known?.stamp === stamp) return known.template;
    const template = loadTemplate(directory, templateId);
    loaded.set(templateId, { stamp, template });
    template.catch(() => loaded.delete(templateId));
    return template;
  }

  async function getUsable(templateId: string): Promise<LoadedTemplate[]> {
    try {
      return [await get(templateId)];
    } catch (error) {
      if (isAppError(error, 'TEMPLATE_INVALID')) onInvalid(error);
      else if (!isAppError(error, 'TEMPLATE_UNKNOWN')) throw error;
      return [];
    }
  }

  return {
    get,
    async list() {
      const entries = await readdir(directory, { withFileTypes: true }).catch((error: unknown) => {
        throw fileError(error, directory);
      });
      const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
      return (await Promise.all(ids.sort().map(getUsable))).flat();
    },
  };
}

/** What a card of the gallery shows. */
export function summarise({ manifest, pages, files, size, preview }: LoadedTemplate): TemplateSummary {
  const { id, version, name, description, industry, regions, publisher } = manifest;
  return {
    ...{ id, version, name, description, industry, regions, publisher },
    pageCount: pages.length,
    fileCount: files.length,
    size,
    preview: `data:${preview.mediaType};base64,${preview.bytes.toString('base64')}`,
  };
}

/** What the detail page shows. */
export function detail(template: LoadedTemplate): TemplateDetail {
  return {
    ...summarise(template),
    parameters: template.manifest.parameters,
    versions: template.manifest.versions,
    pages: [...template.pages],
    readme: template.readme,
    files: template.files.map(({ path, class: fileClass }) => ({ path, class: fileClass })),
  };
}
