import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type LibraryResult, resultsFolder } from './library-result.ts';
import { type ProvedPackage, resultsTable } from './results-table.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function readJson<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T;
}

async function proved(name: string): Promise<ProvedPackage> {
  const { version } = await readJson<{ version: string }>(join(root, 'node_modules', name, 'package.json'));
  const folder = resultsFolder(name);
  const results = await Promise.all((await readdir(folder)).map((file) => readJson<LibraryResult>(join(folder, file))));
  return { name, version, results };
}

const packages = await Promise.all(['antd-mini', 'mini-ali-ui', 'mini-antui'].map(proved));
await writeFile(join(root, 'docs', 'component-libraries.md'), resultsTable(packages));
