import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileRole, Unit } from '#shared/model/workspace.ts';
import { forEachLimited } from './for-each-limited.ts';
import { parseJsonText } from './json-text.ts';

const roleByExtension: Partial<Record<string, FileRole>> = { axml: 'axml', acss: 'acss', js: 'js', ts: 'js', json: 'json' };
const roleOrder: readonly FileRole[] = ['axml', 'acss', 'js', 'json'];
/** Above this many units in one folder their JSON is not read and all count as pages. */
const maximumRead = 400;

type Files = Partial<Record<FileRole, string>>;

function groupFiles(names: readonly string[]): Map<string, Files> {
  const groups = new Map<string, Files>();
  for (const name of names) {
    const dot = name.lastIndexOf('.');
    const role = dot > 0 ? roleByExtension[name.slice(dot + 1)] : undefined;
    if (role === undefined) continue;
    const base = name.slice(0, dot);
    const files = groups.get(base) ?? {};
    // Both a .js and a .ts exist after a build: the script that runs counts.
    if (role !== 'js' || name.endsWith('.js') || files.js === undefined) files[role] = name;
    groups.set(base, files);
  }
  return groups;
}

async function isComponent(jsonFile: string): Promise<boolean> {
  const parsed = parseJsonText(await readFile(jsonFile, 'utf8').catch(() => ''));
  return parsed.kind === 'valid' && typeof parsed.value === 'object' && parsed.value !== null && 'component' in parsed.value && parsed.value.component === true;
}

/**
 * The pages and components among the files of one folder: an `.axml` with a script or a `.json` of the same name.
 * A component is what says `"component": true`.
 */
export async function findUnits(folder: string, fileNames: readonly string[]): Promise<Unit[]> {
  const units = [...groupFiles(fileNames)]
    .filter(([, files]) => files.axml !== undefined && (files.js !== undefined || files.json !== undefined))
    .map(([base, files]) => ({ base, files, kind: 'page' as Unit['kind'] }));
  if (units.length <= maximumRead) {
    await forEachLimited(units, 32, async (unit) => {
      if (unit.files.json !== undefined && (await isComponent(join(folder, unit.files.json)))) unit.kind = 'component';
    });
  }
  return units.map(({ base, files, kind }) => ({
    kind,
    base,
    files: roleOrder.flatMap((role) => (files[role] === undefined ? [] : [{ role, name: files[role] }])),
  }));
}

/** The unit of a folder that holds one page or component and nothing else. */
export async function findSoleUnit(folder: string): Promise<Unit | undefined> {
  const names = await readdir(folder).catch(() => []);
  if (names.length < 2 || names.length > 4) return undefined;
  const bases = new Set(names.map((name) => name.slice(0, name.lastIndexOf('.'))));
  if (bases.size !== 1) return undefined;
  const [unit, ...others] = await findUnits(folder, names);
  return unit && others.length === 0 && unit.files.length === names.length ? unit : undefined;
}
