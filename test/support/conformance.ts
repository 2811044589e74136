import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, expect } from '@playwright/test';
import { createLogger } from '#engine/log/index.ts';
import { Simulator } from '#engine/simulator/index.ts';
import type { PhoneStart } from '#engine/simulator/simulator.ts';
import { openGallery } from '#engine/templates/index.ts';
import { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import { type ProgramFiles, writeProgram } from '#test/support/conformance/program.ts';

const root = join(import.meta.dirname, '..', '..');

export interface RunOptions extends Partial<Omit<PhoneStart, 'root'>> {
  /** Start page without leading slash. */
  path?: string;
  /** `a=1&b=2`. */
  query?: string;
  scene?: string;
  /** The case is about a failure: errors on the console and in the compilation do not fail it. */
  expectsErrors?: boolean;
  /** Whether the person lets programs reach this machine, where the servers of the cases are. */
  allowPrivate?: boolean;
}

interface Studio {
  simulator: Simulator;
  context: BrowserContext;
  folder: string;
  policy: { allowed: boolean };
}

interface Fixtures {
  /** Writes a program into a folder of its own and runs it on a phone. */
  run(files: ProgramFiles, options?: RunOptions): Promise<DrivenPhone>;
}

async function expectNoErrors(phone: DrivenPhone): Promise<void> {
  expect(await phone.errors(), 'errors on the console').toEqual([]);
  const { diagnostics } = await phone.running.project.compiled();
  expect(
    diagnostics.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`),
    'errors of the compilation',
  ).toEqual([]);
}

/** One simulator and one browser context for all programs of a worker. */
export const test = base.extend<Fixtures, { studio: Studio }>({
  studio: [
    async ({ browser }, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'minifoundry-conformance-'));
      const policy = { allowed: true };
      const simulator = new Simulator({
        runtimeDirectory: join(root, 'dist/runtime'),
        dataDirectory: join(folder, 'data'),
        gallery: openGallery({ directory: join(root, 'templates'), onInvalid: () => undefined }),
        policy: { allowPrivate: async () => policy.allowed },
        log: createLogger('conformance', (level, _source, message) => void (level === 'error' && process.stderr.write(`${message}\n`))),
      });
      const context = await browser.newContext({ viewport: { width: 375, height: 740 }, deviceScaleFactor: 1 });
      await use({ simulator, context, folder, policy });
      await context.close();
      await simulator.dispose();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  run: async ({ studio }, use) => {
    const phones: { phone: DrivenPhone; expectsErrors: boolean; folder: string }[] = [];
    const complaints: string[] = [];
    await use(async (files, options = {}) => {
      const { path = '', query = '', scene = '1000', expectsErrors = false, allowPrivate = true, ...start } = options;
      studio.policy.allowed = allowPrivate;
      const folder = await mkdtemp(join(studio.folder, 'program-'));
      await writeProgram(folder, files);
      const running = await studio.simulator.open({ root: folder, launch: { path, query, scene }, showStatusBar: false, ephemeral: true, ...start });
      const page = await studio.context.newPage();
      page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
      const phone = new DrivenPhone(running, page);
      phones.push({ phone, expectsErrors, folder });
      await phone.start();
      return phone;
    });
    for (const { phone, expectsErrors, folder } of phones) {
      if (!expectsErrors) await expectNoErrors(phone);
      await phone.page.close();
      await studio.simulator.close(phone.running.phone.id);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    expect(complaints, 'errors of the phone itself').toEqual([]);
  },
});

export { page, program } from '#test/support/conformance/program.ts';
export { expect };
