import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** A copy of a gallery template's files, to open and edit. */
export async function copyTemplate(id: string, to: string): Promise<string> {
  await cp(join(import.meta.dirname, '..', '..', 'templates', id, 'files'), to, { recursive: true });
  return to;
}
