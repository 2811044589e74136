import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError, isAppError } from '#shared/model/errors.ts';
import { compileFile } from '../render/compile-file.ts';
import { type CompiledFile, produceProject } from '../render/project-template.ts';
import { createAjv, describeErrors } from './ajv.ts';
import { compileGlob } from './glob.ts';
import type { FileRule, TemplateManifest, ValueReference } from './manifest.ts';
import { manifestSchema } from './manifest-schema.ts';
import { createParameterSet, type ParameterSet } from './parameter-set.ts';
import { type PackFile, readPackFile, readPackFiles } from './read-pack-files.ts';
import { templateLimits } from './template-limits.ts';

/** A template that was read, checked and compiled; it can be rendered without touching its folder again. */
export interface LoadedTemplate {
  manifest: TemplateManifest;
  parameters: ParameterSet;
  files: readonly CompiledFile[];
  pages: readonly string[];
  readme: string;
  preview: { bytes: Buffer; mediaType: string };
  /** Bytes of the project files. */
  size: number;
}

type IsManifest = (value: unknown) => value is TemplateManifest;
const compiledSchema = createAjv().compile(manifestSchema);
const isManifest = compiledSchema as unknown as IsManifest;

function refuse(templateId: string, detail: string): never {
  throw new AppError('TEMPLATE_INVALID', { templateId, detail });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function parseManifest(templateId: string, bytes: Buffer): TemplateManifest {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    return refuse(templateId, `template.json: ${messageOf(error)}`);
  }
  if (!isManifest(value)) return refuse(templateId, `template.json: ${describeErrors(compiledSchema.errors)}`);
  if (value.id !== templateId) refuse(templateId, `template.json: the id is ${value.id}, the folder is ${templateId}`);
  if (!value.versions.some(({ version }) => version === value.version)) refuse(templateId, `template.json: versions has no entry for ${value.version}`);
  return value;
}

function compileParameters(manifest: TemplateManifest): ParameterSet {
  let parameters: ParameterSet;
  try {
    parameters = createParameterSet(manifest.parameters);
  } catch (error) {
    return refuse(manifest.id, `template.json: parameters: ${messageOf(error)}`);
  }
  const required = new Set(manifest.parameters.required);
  const wrong = parameters.validate(parameters.complete({})).find(({ field }) => field === null || !required.has(field));
  if (wrong) refuse(manifest.id, `template.json: the default of ${wrong.field ?? 'a parameter'} is not valid: ${wrong.detail}`);
  return parameters;
}

function checkReference(manifest: TemplateManifest, reference: ValueReference, path: string): void {
  if (!('$parameter' in reference)) return;
  if (!Object.hasOwn(manifest.parameters.properties, reference.$parameter))
    refuse(manifest.id, `${path} uses the parameter ${reference.$parameter}, which does not exist`);
  if (reference.$otherwise) checkReference(manifest, reference.$otherwise, path);
}

function compileFiles(manifest: TemplateManifest, files: readonly PackFile[]): CompiledFile[] {
  const rules: { rule: FileRule; matches: (path: string) => boolean }[] = manifest.files.map((rule) => ({ rule, matches: compileGlob(rule.path) }));
  for (const { rule, matches } of rules) {
    if (!files.some(({ path }) => matches(path))) refuse(manifest.id, `template.json: no file matches ${rule.path}`);
    for (const { value } of rule.edits ?? []) checkReference(manifest, value, rule.path);
  }
  return files.map((file) => {
    if (file.path.split('/')[0]?.toLowerCase() === '.minifoundry') refuse(manifest.id, `files/${file.path}: .minifoundry is written by generation`);
    const rule = rules.find(({ matches }) => matches(file.path))?.rule;
    if (!rule) return refuse(manifest.id, `template.json: no rule matches ${file.path}`);
    try {
      return compileFile(file, rule);
    } catch (error) {
      return refuse(manifest.id, `files/${file.path}: ${messageOf(error)}`);
    }
  });
}

/** Renders once with defaults, so that a mistake in a template is found before anybody generates from it. */
function tryOut(manifest: TemplateManifest, parameters: ParameterSet, files: readonly CompiledFile[]): Map<string, Buffer> {
  const subject = { merchant: { id: 'sample', name: 'Sample' }, answers: parameters.complete({}) };
  for (const file of files) {
    try {
      if (file.kind === 'rendered') file.render(subject);
    } catch (error) {
      refuse(manifest.id, `files/${file.path}: ${messageOf(error)}`);
    }
  }
  return new Map(produceProject(manifest, files, subject).map(({ path, bytes }) => [path, bytes]));
}

function pagesOf(templateId: string, project: ReadonlyMap<string, Buffer>): string[] {
  try {
    const app = JSON.parse(project.get('app.json')?.toString('utf8') ?? '') as { pages?: unknown };
    if (!Array.isArray(app.pages) || !app.pages.every((page) => typeof page === 'string')) throw new Error('pages is not a list of routes');
    const missing = app.pages.find((page) => !project.has(`${page}.js`) || !project.has(`${page}.axml`));
    if (missing !== undefined) throw new Error(`the files of the page ${missing} are missing`);
    return app.pages;
  } catch (error) {
    return refuse(templateId, `files/app.json: ${messageOf(error)}`);
  }
}

async function readPreview(templateId: string, folder: string): Promise<LoadedTemplate['preview']> {
  for (const [name, mediaType] of [
    ['preview.svg', 'image/svg+xml'],
    ['preview.png', 'image/png'],
  ] as const) {
    const exists = await lstat(join(folder, name)).then(
      () => true,
      () => false,
    );
    if (exists) return { bytes: await readPackFile(templateId, join(folder, name), name, templateLimits.previewSize), mediaType };
  }
  return refuse(templateId, 'preview.svg or preview.png is missing');
}

/**
 * Reads the pack in `<gallery>/<templateId>`. Everything about it is checked, as packs may come from anywhere:
 * `TEMPLATE_INVALID` names what is wrong. No code of a pack runs.
 */
export async function loadTemplate(gallery: string, templateId: string): Promise<LoadedTemplate> {
  const folder = join(gallery, templateId);
  try {
    const manifest = parseManifest(templateId, await readPackFile(templateId, join(folder, 'template.json'), 'template.json', templateLimits.manifestSize));
    const parameters = compileParameters(manifest);
    if (!(await lstat(join(folder, 'files'))).isDirectory()) refuse(templateId, 'files is not a folder');
    const packFiles = await readPackFiles(templateId, join(folder, 'files'));
    const files = compileFiles(manifest, packFiles);
    const project = tryOut(manifest, parameters, files);
    return {
      manifest,
      parameters,
      files,
      pages: pagesOf(templateId, project),
      readme: (await readPackFile(templateId, join(folder, 'README.md'), 'README.md', templateLimits.previewSize)).toString('utf8'),
      preview: await readPreview(templateId, folder),
      size: packFiles.reduce((sum, { bytes }) => sum + bytes.length, 0),
    };
  } catch (error) {
    if (isAppError(error)) throw error;
    return refuse(templateId, messageOf(error));
  }
}
