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

/** Marks what a person would tap with `walk-0`, `walk-1`…; answers a name for each: page, handler, text. */
async function markTappable(phone: DrivenPhone): Promise<string[]> {
  return phone.find('a-page').evaluate((page) => {
    type Handlers = Record<string, unknown> | null;
    const handlersOf = (element: Element): Handlers => (element as unknown as { axml?: { handlers: Handlers } }).axml?.handlers ?? null;
    const handlerOf = (element: Element): unknown => handlersOf(element)?.['on:tap'] ?? handlersOf(element)?.['catch:tap'];
    const all = [...page.querySelectorAll('*')];
    for (const element of all) element.classList.remove(...[...element.classList].filter((name) => name.startsWith('walk-')));
    const found = all.filter(
      (element) => (handlerOf(element) || ['a-navigator', 'a-switch'].includes(element.localName)) && element.getBoundingClientRect().height > 0,
    );
    for (const [at, element] of found.entries()) element.classList.add(`walk-${at}`);
    const route = (page.getRootNode() as ShadowRoot).host.getAttribute('data-route');
    return found.map((element) => `${route} ${JSON.stringify(handlerOf(element))} ${(element.textContent ?? '').replace(/\d+/g, '').slice(0, 40)}`);
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
    if (phone.running.stopped || at >= (await markTappable(phone)).length) return;
    await phone.tap(`.walk-${at}`);
    await answerDialog(phone);
  }
}

async function fillFields(phone: DrivenPhone): Promise<void> {
  const fields = await phone.find('a-input input, a-textarea textarea').all();
  for (const field of fields) if (await field.isEnabled()) await field.fill('Sample 123');
  await phone.idle();
}

/** Goes on from where it is, always to what was tapped least. Returns the pages that were seen. */
async function wander(phone: DrivenPhone, steps: number): Promise<Set<string>> {
  const tapped = new Map<string, number>();
  const seen = new Set<string>();
  for (let step = 0; step < steps && !phone.running.stopped; step++) {
    const names = await markTappable(phone);
    const page = names[0]?.split(' ')[0] ?? '';
    if (!seen.has(page)) await fillFields(phone);
    seen.add(page);
    const counts = names.map((name) => tapped.get(name) ?? 0);
    const least = Math.min(...counts);
    if (names.length === 0 || least > 1) {
      await phone.back();
      continue;
    }
    const at = counts.indexOf(least);
    tapped.set(names[at] ?? '', least + 1);
    await phone.tap(`.walk-${at}`);
    await answerDialog(phone);
  }
  return seen;
}

for (const template of templates) {
  test(`${template}: from page to page`, async ({ run }) => {
    test.slow();
    const phone = await run(filesOf(template));
    const seen = await wander(phone, 40);
    expect(phone.running.stopped).toBe(false);
    expect(seen.size).toBeGreaterThan(2);
  });

  for (const page of pagesOf(template)) {
    test(`${template}: ${page}`, async ({ run }) => {
      test.slow();
      const phone = await run(filesOf(template), { path: page });
      expect((await phone.look()).text).not.toBe('');
      await fillFields(phone);
      for (let at = 0; at < width; at++) {
        if (at > 0) await phone.running.evaluate(`my.reLaunch({ url: '/${page}' })`);
        await phone.idle();
        if (at >= (await markTappable(phone)).length) break;
        await phone.tap(`.walk-${at}`);
        await answerDialog(phone);
        if (phone.running.stopped) break;
        await tapThings(phone, depth);
      }
      expect(phone.running.stopped).toBe(false);
    });
  }
}
