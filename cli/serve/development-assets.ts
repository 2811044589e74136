import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AssetHandler } from './assets.ts';

/**
 * The workbench straight from its sources, replaced in place as they change. Only for `npm run dev`: Vite's own client
 * is an inline script and a socket on a port of its own, so the answers go without our policy.
 */
export async function createDevelopmentAssets(): Promise<AssetHandler> {
  const { createServer: createVite } = await import('vite');
  const { rendererConfiguration } = await import('../../scripts/lib/build-configurations.mjs');
  const updates = createServer();
  await new Promise<void>((resolve) => updates.listen(0, '127.0.0.1', resolve));
  const { port } = updates.address() as AddressInfo;
  const vite = await createVite({
    ...rendererConfiguration,
    appType: 'spa',
    server: { middlewareMode: true, allowedHosts: ['.localhost'], hmr: { server: updates, host: '127.0.0.1', clientPort: port } },
  });
  return (request, response) =>
    new Promise((resolve, reject) => {
      response.removeHeader('content-security-policy');
      response.once('finish', () => resolve(true));
      vite.middlewares(request, response, (error: unknown) => (error ? reject(error) : resolve(false)));
    });
}
