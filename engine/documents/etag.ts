import { createHash } from 'node:crypto';
import type { BigIntStats } from 'node:fs';

/** Up to this size (bytes) the tag is of the content, so that even a rewrite within one clock tick is noticed; above, of what the system keeps. */
const hashedSize = 8 * 1024 * 1024;

/** The etag of bytes that were just read or written. */
export function etagOf(bytes: Uint8Array, stat: BigIntStats): string {
  if (bytes.length <= hashedSize) return `c-${createHash('sha256').update(bytes).digest('base64url').slice(0, 32)}-${bytes.length}`;
  return statTag(stat);
}

function statTag(stat: BigIntStats): string {
  return `s-${stat.mtimeNs}-${stat.ctimeNs}-${stat.size}-${stat.ino}`;
}

/** True when the tag of a file of this size needs its bytes. */
export function isHashed(size: number): boolean {
  return size <= hashedSize;
}

/** Etag of a file too large to be read. */
export function etagOfLarge(stat: BigIntStats): string {
  return statTag(stat);
}
