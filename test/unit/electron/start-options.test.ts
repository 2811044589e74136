import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStartOptions } from '#electron/start-options.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'minifoundry-start-'));
  await writeFile(join(folder, 'file.txt'), '');
});
afterAll(() => rm(folder, { recursive: true }));

describe('start options', () => {
  it('finds the folder behind the app and the switches of Chromium', () => {
    const development = { packaged: false, workingDirectory: '/' };
    expect(readStartOptions(['--inspect=0', '--remote-debugging-port=0', '/app', folder], development).folder).toBe(folder);
    expect(readStartOptions(['/app'], development).folder).toBeNull();
    expect(readStartOptions([folder], { packaged: true, workingDirectory: '/' }).folder).toBe(folder);
    expect(readStartOptions([basename(folder)], { packaged: true, workingDirectory: tmpdir() }).folder).toBe(folder);
  });

  it('opens nothing that is not a folder', () => {
    const options = { packaged: true, workingDirectory: '/' };
    expect(readStartOptions([join(folder, 'file.txt')], options).folder).toBeNull();
    expect(readStartOptions([join(folder, 'missing')], options).folder).toBeNull();
  });

  it('takes a data directory', () => {
    const options = { packaged: true, workingDirectory: '/somewhere' };
    expect(readStartOptions(['--user-data-dir=/data'], options).dataDirectory).toBe('/data');
    expect(readStartOptions(['--user-data-dir', 'data'], options)).toEqual({ folder: null, dataDirectory: '/somewhere/data' });
    expect(readStartOptions([], options).dataDirectory).toBeNull();
  });
});
