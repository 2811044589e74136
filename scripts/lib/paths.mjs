import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const cacheDirectory = join(root, '.cache');
export const distDirectory = join(root, 'dist');
