export function installedChromium(): string | null;
export function ensureTestTools(): string | null;
