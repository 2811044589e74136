import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import { assetName, assetType } from '#shared/model/asset-name.ts';
import { protectiveHeaders } from '#shared/model/content-security-policy.ts';
import { desktopOrigin, desktopScheme, phoneScheme } from '#shared/model/port-handshake.ts';

/** The scheme as Chromium has to know it before the app is ready: like `https`, and nothing beyond. */
export const appScheme = { scheme: desktopScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } } as const;

const headers = protectiveHeaders(`${phoneScheme}:`);

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

/** The file below `folder` that an address of the workbench stands for; null for every other address. */
export function assetPath(folder: string, url: string): { path: string; type: string; name: string } | null {
  if (!url.startsWith(`${desktopOrigin}/`)) return null;
  const name = assetName(url.slice(desktopOrigin.length));
  const type = name === null ? undefined : assetType(name);
  if (name === null || type === undefined) return null;
  const base = resolve(folder);
  const path = resolve(join(base, name));
  const below = relative(base, path);
  if (below === '' || isAbsolute(below) || below === '..' || below.startsWith(`..${sep}`)) return null;
  return { path, type, name };
}

/** Answers `app://workbench/…` with the built workbench in `folder`, and everything else with a refusal. */
export function createAppProtocol(folder: string): (request: Pick<Request, 'method' | 'url'>) => Promise<Response> {
  return async ({ method, url }) => {
    if (method !== 'GET' && method !== 'HEAD') return refuse(405);
    const asset = assetPath(folder, url);
    if (asset === null) return refuse(404);
    try {
      const body = await readFile(asset.path);
      const caching = asset.name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store';
      return new Response(method === 'HEAD' ? null : body, { headers: { ...headers, 'content-type': asset.type, 'cache-control': caching } });
    } catch {
      // There is no such file, or it is a folder: the same to a page.
      return refuse(404);
    }
  };
}
