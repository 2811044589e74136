import { objectOf } from './json-document.ts';

/**
 * `app.json` with an ext document: unless `extEnable` is set, the document means nothing. Otherwise each of its keys replaces
 * the same key of `app.json` as a whole, except those that concern the document itself (`extEnable`, `extPages`, …).
 */
export function mergeExt(config: Record<string, unknown>, ext: Record<string, unknown> | null): Record<string, unknown> {
  if (!ext?.extEnable) return config;
  return { ...config, ...Object.fromEntries(Object.entries(ext).filter(([key]) => !/ext[A-Z\d]/.test(key))) };
}

/** `extPages`: page → what it replaces in the page's JSON, as the platform does when it makes an instance. Pages without leading slash. */
export function pageOverridesOf(ext: Record<string, unknown> | null): Record<string, Record<string, unknown>> {
  if (!ext?.extEnable) return {};
  return Object.fromEntries(Object.entries(objectOf(ext.extPages)).map(([page, override]) => [page.replace(/^\//, ''), objectOf(override)]));
}
