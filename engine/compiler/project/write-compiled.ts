import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileError } from '#engine/files/index.ts';
import type { CompiledProject } from './compiled-project.ts';
import { createManifest } from './create-manifest.ts';

/**
 * Writes what a compilation made: `manifest.json`, `views/…`, `styles/…` and `logic/…` with source maps. Files of the same
 * names are replaced, others stay. Fails with the code of the file that cannot be written.
 */
export async function writeCompiled(compiled: CompiledProject, folder: string): Promise<void> {
  const files: [name: string, text: string][] = [['manifest.json', `${JSON.stringify(createManifest(compiled, null), null, 2)}\n`]];
  for (const [id, { code }] of compiled.views) files.push([`views${id}.js`, code]);
  for (const [id, { css, fontFaces }] of compiled.styles) files.push([`styles${id}.css`, fontFaces + css]);
  for (const [id, { code, map }] of compiled.logic) {
    const name = `logic${id}.js`;
    files.push([name, map === null ? code : `${code}\n//# sourceMappingURL=${encodeURIComponent(path.posix.basename(name))}.map\n`]);
    if (map !== null) files.push([`${name}.map`, map]);
  }
  for (const [name, text] of files) await writeInto(path.join(folder, ...name.split('/')), text);
}

async function writeInto(file: string, text: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw fileError(error, file);
  }
}
