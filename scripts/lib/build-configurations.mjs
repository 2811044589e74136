import { builtinModules } from 'node:module';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { root } from './paths.mjs';

const common = { root, configFile: false, logLevel: 'warn', publicDir: false };

/** Packages stay in node_modules: only our own sources are bundled for Node. */
function isExternal(id) {
  if (id.startsWith('#') || id.startsWith('.') || id.startsWith('/') || /^[A-Za-z]:/.test(id)) return false;
  return true;
}

/** Every entry keeps what it uses of our sources; a package that nothing uses any more is not loaded either. */
function forNode(output, entries, format, extension) {
  return {
    ...common,
    build: {
      outDir: output,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: true,
      ssr: true,
      rollupOptions: {
        input: entries,
        treeshake: { moduleSideEffects: false },
        external: (id) => builtinModules.includes(id) || id.startsWith('node:') || isExternal(id),
        output: { format, entryFileNames: `[name].${extension}`, chunkFileNames: `chunks/[name]-[hash].${extension}` },
      },
    },
  };
}

/** The workbench; `base` is absolute because both shells serve it from the root of an origin of its own. */
export const rendererConfiguration = {
  ...common,
  root: join(root, 'renderer'),
  plugins: [react()],
  base: '/',
  worker: { format: 'es' },
  build: {
    target: 'chrome130',
    sourcemap: false,
    chunkSizeWarningLimit: 10_000,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
};

const nodeEntries = {
  'cli/main': join(root, 'cli/main.ts'),
  'engine/less-worker': join(root, 'engine/compiler/style/less-worker.ts'),
  'local-platform/main': join(root, 'local-platform/main.ts'),
};

/** Built apart from the engine, so that main starts without loading it. */
const mainEntry = { 'electron/main': join(root, 'electron/main.ts') };
const engineProcessEntry = { 'electron/engine-process': join(root, 'electron/engine/engine-process.ts') };

/** A sandboxed preload is one CommonJS file that can load nothing but Electron. */
const preloadEntry = { 'electron/preload': join(root, 'electron/preload.ts') };

/** What runs inside a phone: the document is a module, the worker a classic script, because it loads others with importScripts. */
function forPhone(output, name, format) {
  return {
    ...common,
    build: {
      outDir: output,
      emptyOutDir: false,
      target: 'chrome130',
      sourcemap: false,
      modulePreload: false,
      rollupOptions: { input: { [name]: join(root, 'runtime', `${name}.ts`) }, output: { format, entryFileNames: '[name].js' } },
    },
  };
}

/** Everything that makes up `dist/`, built below `output`. */
export function buildConfigurations(output) {
  const renderer = { ...rendererConfiguration, build: { ...rendererConfiguration.build, outDir: join(output, 'renderer'), emptyOutDir: true } };
  return [
    renderer,
    forPhone(join(output, 'runtime'), 'phone', 'es'),
    forPhone(join(output, 'runtime'), 'logic', 'iife'),
    forNode(output, nodeEntries, 'es', 'js'),
    forNode(output, mainEntry, 'es', 'js'),
    forNode(output, engineProcessEntry, 'es', 'js'),
    forNode(output, preloadEntry, 'cjs', 'cjs'),
  ];
}
