import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DrivenPhone } from '#test/support/conformance/driven-phone.ts';
import type { ProgramFiles } from '#test/support/conformance/program.ts';
import { expect, test } from '#test/support/conformance.ts';

const gallery = join(import.meta.dirname, '..', '..', 'templates');
const templates = readdirSync(gallery, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

function filesOf(template: string): ProgramFiles {
  const root = join(gallery, template, 'files');
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(paths.map(({ parentPath, name }) => [join(parentPath, name).slice(root.length + 1), readFileSync(join(parentPath, name))]));
}

function pagesOf(template: string): string[] {
  return (JSON.parse(readFileSync(join(gallery, template, 'files/app.json'), 'utf8')) as { pages: string[] }).pages;
}

/** How many things are tapped on a page, and how many on the page that a tap leads to. */
const width = 8;
const depth = 4;

/** Marks what a person would tap and counts it. */
async function markTappable(phone: DrivenPhone): Promise<number> {
  return phone.find('a-page').evaluate((page) => {
    const isTappable = (element: Element): boolean => {
      const { handlers } = (element as unknown as { axml?: { handlers: Record<string, unknown> | null } }).axml ?? { handlers: null };
      return Boolean(handlers?.['on:tap'] || handlers?.['catch:tap']) || element.localName === 'a-navigator' || element.localName === 'a-switch';
    };
    const found = [...page.querySelectorAll('*')].filter((element) => isTappable(element) && element.getBoundingClientRect().height > 0);
    for (const [at, element] of found.entries()) element.classList.add(`walk-${at}`);
    return found.length;
  });
}

/** Answers a dialog or closes a sheet that the last tap has opened. */
async function answerDialog(phone: DrivenPhone): Promise<void> {
  const buttons = phone.page.locator('[role=dialog] button, [role=alertdialog] button');
  for (let count = await buttons.count(); count > 0; count = await buttons.count()) {
    await buttons.last().click();
    await phone.idle();
  }
}

async function tapThings(phone: DrivenPhone, most: number): Promise<void> {
  for (let at = 0; at < most; at++) {
    if (phone.running.stopped || at >= (await markTappable(phone))) return;
    await phone.tap(`.walk-${at}`);
    await answerDialog(phone);
  }
}

async function fillFields(phone: DrivenPhone): Promise<void> {
  const fields = await phone.find('a-input input, a-textarea textarea').all();
  for (const field of fields) if (await field.isEnabled()) await field.fill('Sample 123');
  await phone.idle();
}

for (const template of templates) {
  for (const page of pagesOf(template)) {
    test(`${template}: ${page}`, async ({ run }) => {
      const phone = await run(filesOf(template), { path: page });
      expect((await phone.look()).text).not.toBe('');
      await fillFields(phone);
      for (let at = 0; at < width; at++) {
        if (at > 0) await phone.running.evaluate(`my.reLaunch({ url: '/${page}' })`);
        await phone.idle();
        if (at >= (await markTappable(phone))) break;
        await phone.tap(`.walk-${at}`);
        await answerDialog(phone);
        if (phone.running.stopped) break;
        await tapThings(phone, depth);
      }
      expect(phone.running.stopped).toBe(false);
    });
  }
}
