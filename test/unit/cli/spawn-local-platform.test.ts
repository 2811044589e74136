import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { spawnLocalPlatform } from '#cli/spawn-local-platform.ts';

// Each test starts processes of its own.
vi.setConfig({ testTimeout: 30_000 });

const entry = join(import.meta.dirname, '../../../local-platform/main.ts');

async function withFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'minifoundry-spawn-'));
  await work(folder);
  await rm(folder, { recursive: true, force: true });
}

describe('spawnLocalPlatform', () => {
  it('starts a platform, passes its log on, and ends it', () =>
    withFolder(async (folder) => {
      const lines: string[] = [];
      const platform = await spawnLocalPlatform({ entry, node: process.execPath, dataDirectory: folder, onLog: (line) => lines.push(line) });
      expect((await fetch(`${platform.url}/api/open/v1/health`)).status).toBe(200);
      await expect.poll(() => lines.join('\n')).toContain('GET /api/open/v1/health 200');
      await platform.dispose();
      await platform.exited;
      await expect(fetch(platform.url)).rejects.toThrow('fetch failed');
    }));

  it.each([
    ['ends at once', 'process.stderr.write("no such thing\\n"); process.exit(3);', 'no such thing'],
    ['says something else', 'console.log("hello"); setInterval(() => undefined, 1000);', 'hello'],
    ['says an address that is none', 'console.log(\'{"url":"nowhere"}\'); setInterval(() => undefined, 1000);', 'Invalid URL'],
  ])('rejects when the process %s', (_case, source, message) =>
    withFolder(async (folder) => {
      const broken = join(folder, 'broken.mjs');
      await writeFile(broken, source);
      await expect(spawnLocalPlatform({ entry: broken, node: process.execPath, dataDirectory: folder })).rejects.toThrow(message);
    }),
  );

  it('rejects when Node itself cannot be started', () =>
    withFolder(async (folder) => {
      await expect(spawnLocalPlatform({ entry, node: join(folder, 'no-node'), dataDirectory: folder })).rejects.toThrow('ENOENT');
    }));
});
