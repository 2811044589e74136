import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { makeFolder } from '../support/make-folder.ts';

const script = fileURLToPath(new URL('../support/save-forever.ts', import.meta.url));

it('leaves whole bytes when it is killed at any moment', async () => {
  for (let round = 0; round < 8; round++) {
    await using folder = await makeFolder({ 'app.js': 'before' });
    const child = spawn(process.execPath, [script, folder.at('app.js')], { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    await once(child.stdout, 'data');
    // Not waiting for anything: this spreads the moments of the kills over the steps of a save.
    await new Promise((resolve) => setTimeout(resolve, round * 3));
    child.kill('SIGKILL');
    await ended;
    const bytes = await readFile(folder.at('app.js'));
    expect(bytes.length).toBe(300_000);
    expect(new Set(bytes).size).toBe(1);
  }
});
