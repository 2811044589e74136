import { readFile, stat } from 'node:fs/promises';
import { resolveInside, type WorkspaceRoot } from '#engine/files/index.ts';
import { documentLimits } from '#shared/model/documents.ts';
import { listFiles } from '../list-files.ts';

const limits = { files: 2000, total: 24 * 1024 * 1024, each: Math.min(documentLimits.plainAbove, 512 * 1024) };
const globs = ['*.js', '*.ts', '*.mjs', '*.cjs'];

async function readScript(root: WorkspaceRoot, path: string): Promise<string | null> {
  try {
    const absolute = await resolveInside(root, path);
    if ((await stat(absolute)).size > limits.each) return null;
    return await readFile(absolute, 'utf8');
  } catch {
    // Gone or unreadable since it was listed: the language service works without it.
    return null;
  }
}

/** Scripts of a workspace that are small enough for the editor's language service, up to 2000 files and 24 MB. */
export async function readScripts(root: WorkspaceRoot): Promise<{ path: string; text: string }[]> {
  const scripts: { path: string; text: string }[] = [];
  let total = 0;
  for await (const piece of listFiles(root, globs)) {
    for (const path of piece) {
      const text = scripts.length < limits.files && total < limits.total ? await readScript(root, path) : null;
      if (text === null) continue;
      total += text.length;
      scripts.push({ path, text });
    }
  }
  return scripts;
}
