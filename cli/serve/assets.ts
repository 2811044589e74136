import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import { assetName, assetType } from '#shared/model/asset-name.ts';

/** Answers a request for a file of the workbench; resolves to false when there is none of that name. */
export type AssetHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface Asset {
  body: Buffer;
  type: string;
}

/**
 * Serves the built workbench from memory. Names are only ever looked up below `folder`, after one decoding.
 * Files under `assets/` carry a content hash in their name and never change.
 */
export function createBuiltAssets(folder: string): AssetHandler {
  const base = resolve(folder);
  const cache = new Map<string, Promise<Asset | null>>();

  async function load(name: string): Promise<Asset | null> {
    const path = resolve(join(base, name));
    const type = assetType(name);
    if (!path.startsWith(base + sep) || type === undefined) return null;
    try {
      return { body: await readFile(path), type };
    } catch {
      return null;
    }
  }

  return async (request, response) => {
    const name = assetName(request.url ?? '/');
    if (name === null) return false;
    const pending = cache.get(name) ?? load(name);
    cache.set(name, pending);
    const asset = await pending;
    if (asset === null) {
      cache.delete(name);
      return false;
    }
    response.setHeader('content-type', asset.type);
    response.setHeader('cache-control', name.startsWith('assets/') ? 'private, max-age=31536000, immutable' : 'no-store');
    response.end(asset.body);
    return true;
  };
}
