import { homedir } from 'node:os';

const redacted = '[redacted]';
const secretName =
  '(?:access_?token|refresh_?token|id_?token|session_?token|csrf_?token|auth_?token|token|client_?secret|secret|password|passwd|code_?verifier|verifier|device_?code|authorization_?code|private_?key|app_?secret|credential|cookie|set-cookie|authorization)';
const secretKey = new RegExp(`^${secretName}s?$`, 'i');
/** `code` and `state` alone are everyday words, so only where an address or a form says them. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/\b(authorization\\?["']?\s*[:=]\s*\\?["']?)(?:[A-Za-z]+\s+)?[^\s"',;]+/gi, `$1${redacted}`],
  [/\b((?:set-)?cookie\\?["']?\s*:\s*\\?["']?)[^\r\n"']+/gi, `$1${redacted}`],
  [/\b(Bearer|Basic|DPoP)\s+[A-Za-z0-9._~+/=-]{6,}/gi, `$1 ${redacted}`],
  [/\beyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g, redacted],
  [new RegExp(`(\\b${secretName}\\\\?["']?\\s*[=:]\\s*\\\\?["']?)(?!\\[redacted\\])[^\\s&"',;}]+`, 'gi'), `$1${redacted}`],
  [/((?:^|[?&#])(?:code|state|nonce|t|ticket)=)[^&\s"'#]+/gi, `$1${redacted}`],
];

const limits = { depth: 6, items: 200, text: 10_000 };

function escapeForPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Takes secrets and the home directory out of what is logged. `home` is for tests. */
export function createRedactor(home: string = homedir()): { text(text: string): string; value(value: unknown): unknown } {
  const homePattern = home.length > 1 ? new RegExp(`${escapeForPattern(home)}(?=$|[^A-Za-z0-9._-])`, 'g') : null;

  function text(input: string): string {
    const cut = input.length > limits.text ? `${input.slice(0, limits.text)}…` : input;
    const clean = patterns.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), cut);
    return homePattern ? clean.replace(homePattern, '~') : clean;
  }

  function member(key: string, value: unknown, depth: number, seen: readonly object[]): unknown {
    return secretKey.test(key) && value !== null && value !== undefined ? redacted : walk(value, depth, seen);
  }

  function walk(value: unknown, depth: number, seen: readonly object[]): unknown {
    if (typeof value === 'string') return text(value);
    if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function') return text(String(value));
    if (typeof value !== 'object' || value === null) return value;
    if (seen.includes(value)) return '[circular]';
    if (depth >= limits.depth) return '[deep]';
    const path = [...seen, value];
    if (value instanceof Error)
      return walk(
        { ...Object.fromEntries(Object.entries(value)), name: value.name, message: value.message, stack: value.stack, cause: value.cause },
        depth + 1,
        path,
      );
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (Array.isArray(value)) return value.slice(0, limits.items).map((item) => walk(item, depth + 1, path));
    const entries = Object.entries(value).slice(0, limits.items);
    return Object.fromEntries(entries.map(([key, item]) => [text(key), member(key, item, depth + 1, path)]));
  }

  return { text, value: (value) => walk(value, 0, []) };
}
