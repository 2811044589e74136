import { registerHooks } from 'node:module';

/** Loaded before the app's main bundle: whoever imports `electron` gets the double. */
const double = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? { url: double, shortCircuit: true } : next(specifier, context)),
});

// Electron's arguments have no place for the script: the app's folder comes right behind the executable.
process.argv.splice(1, 1);
