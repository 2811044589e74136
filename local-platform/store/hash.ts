import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, as text that is safe in a URL, a cookie or a form. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret that the platform only has to recognise. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

/** Compares two secrets without telling by the time it takes where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest());
}
