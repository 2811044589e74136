import type { Page } from '@playwright/test';

/** What has to be on the page: an element that a selector finds, of which one contains the text. */
export interface Wanted {
  selector: string;
  text: string;
}

interface Watch {
  result?: Promise<number>;
}

/**
 * Milliseconds from the input event that `act` causes to the frame after the one in which everything wanted is there.
 * Measured inside the page: Playwright itself looks only every now and then.
 */
export async function inputToScreen(page: Page, event: 'mousedown' | 'keydown' | 'input', wanted: Wanted, act: () => Promise<void>): Promise<number> {
  await page.evaluate(
    ({ event, selector, text }) => {
      const watch: Watch = {};
      Object.assign(window, { benchWatch: watch });
      function shown(): boolean {
        return Array.from(document.querySelectorAll(selector)).some((element) => (element.textContent ?? '').includes(text));
      }
      function follow(start: number, done: (duration: number) => void): void {
        if (shown()) requestAnimationFrame(() => done(performance.now() - start));
        else requestAnimationFrame(() => follow(start, done));
      }
      window.addEventListener(
        event,
        ({ timeStamp }) => {
          watch.result = new Promise((resolve) => follow(timeStamp, resolve));
        },
        { capture: true, once: true },
      );
    },
    { event, ...wanted },
  );
  await act();
  return page.evaluate(() => (window as unknown as { benchWatch: Required<Watch> }).benchWatch.result);
}

/** Presses the middle of a row of the tree without Playwright's checks, which take longer than what is measured. */
export async function press(page: Page, name: string): Promise<void> {
  const box = await page.getByRole('tree', { name: 'Project files' }).getByRole('treeitem', { name, exact: true }).boundingBox();
  if (box === null) throw new Error(`There is no row ${name}`);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

/** Milliseconds from asking for an address to the frame after the one that has something the selector finds, in whichever document ends up there. */
export async function addressToScreen(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((wanted) => {
    function follow(): void {
      if (document.querySelector(wanted) === null) requestAnimationFrame(follow);
      else requestAnimationFrame(() => Object.assign(window, { benchShownAt: Date.now() }));
    }
    requestAnimationFrame(follow);
  }, selector);
  const start = Date.now();
  await page.goto(url, { waitUntil: 'commit' });
  const shownAt = await page.waitForFunction(() => (window as unknown as { benchShownAt?: number }).benchShownAt);
  return Number(await shownAt.jsonValue()) - start;
}
