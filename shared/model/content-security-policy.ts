/**
 * The policy of the workbench document. Inline styles are Monaco's and React Aria's; nothing else is inline and nothing
 * is evaluated. `phones` are the only origins that may be shown in a frame, as a CSP source.
 */
export function workbenchContentSecurityPolicy(phones: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    `frame-src ${phones}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers that every answer of either shell carries; `phones` as in {@link workbenchContentSecurityPolicy}. */
export function protectiveHeaders(phones: string): Record<string, string> {
  return {
    'content-security-policy': workbenchContentSecurityPolicy(phones),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  };
}
