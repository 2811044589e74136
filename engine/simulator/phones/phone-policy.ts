/**
 * The policy of a phone's document. Images and fonts of the network come through the engine, which has a policy of
 * its own about addresses; the document itself can only reach its origin.
 */
export function documentPolicy(frameAncestors: readonly string[]): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self'",
    'frame-src https:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frameAncestors.length === 0 ? "'none'" : frameAncestors.join(' ')}`,
  ].join('; ');
}

/** The policy of the logic worker: scripts of the phone's own origin and nothing else; no eval, no network. */
export const workerPolicy = "default-src 'none'; script-src 'self'";

/** The policy of project files, remote pictures and temporary files: never a document, never a script. */
export const resourcePolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

/** Headers of every answer of a phone's origin. */
export const phoneHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), clipboard-read=()',
} as const;
