import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const configuration = parse(text('electron-builder.yml'));

describe('electron-builder.yml', () => {
  it('is valid by the schema of electron-builder', () => {
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(JSON.parse(text('node_modules/app-builder-lib/scheme.json')));
    validate(configuration);
    expect(validate.errors).toBeNull();
  });

  it('makes AppImage and deb, nsis, dmg', () => {
    expect([configuration.linux.target, configuration.win.target, configuration.mac.target]).toEqual([['AppImage', 'deb'], 'nsis', 'dmg']);
  });

  it('sets every fuse', () => {
    expect(configuration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(configuration.asar).toBe(true);
  });

  it('packs what runs and leaves the Node that only the command line needs', () => {
    expect(configuration.files).toEqual(
      expect.arrayContaining(['package.json', 'dist/**', 'templates/**', '!node_modules/node-*-*/**', '!node_modules/node-bin-*/**']),
    );
    const { main, optionalDependencies } = JSON.parse(text('package.json'));
    expect(main).toMatch(/^dist\//);
    for (const name of Object.keys(optionalDependencies)) expect(name).toMatch(/^node-([a-z0-9]+-[a-z0-9]+|bin-.+)$/);
    expect(configuration.asarUnpack).toEqual(expect.arrayContaining(['**/*.node', 'node_modules/@vscode/ripgrep*/**', 'node_modules/@esbuild/**']));
  });
});
