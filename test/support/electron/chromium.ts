import { type BrowserContext, chromium } from '@playwright/test';

let context: BrowserContext | undefined;

/** Joins the Chromium that the test has started, whose address is in `DOUBLE_CHROMIUM`. */
export async function openChromium(): Promise<void> {
  const address = process.env.DOUBLE_CHROMIUM;
  if (address === undefined) throw new Error('DOUBLE_CHROMIUM is not set');
  const browser = await chromium.connectOverCDP(address);
  context = browser.contexts()[0];
}

export function chromiumContext(): BrowserContext {
  if (context === undefined) throw new Error('The app is not ready');
  return context;
}
