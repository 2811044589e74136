import type { AssetHandler } from './assets.ts';

/** The workbench straight from its sources, rebuilt as they change. Only for `npm run dev`. */
export async function createDevelopmentAssets(): Promise<AssetHandler> {
  const { createServer } = await import('vite');
  const { rendererConfiguration } = await import('../../scripts/lib/build-configurations.mjs');
  const server = await createServer({ ...rendererConfiguration, appType: 'spa', server: { middlewareMode: true, ws: false } });
  return (request, response) =>
    new Promise((resolve, reject) => {
      response.removeHeader('content-security-policy');
      response.once('finish', () => resolve(true));
      server.middlewares(request, response, (error: unknown) => (error ? reject(error) : resolve(false)));
    });
}
