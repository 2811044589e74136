import { hash } from 'node:crypto';

/** Short content hash: 16 hexadecimal digits. Two texts with the same one are taken for the same. */
export function hashOf(text: string): string {
  return hash('sha1', text).slice(0, 16);
}
