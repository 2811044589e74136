import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expectAccessible, useTheme as showTheme, themes } from './accessibility.ts';

const shots = join(import.meta.dirname, '..', '..', '..', '.cache', 'screenshots');

/** Looks at a screen in every theme: axe must find nothing serious, and a picture is kept. */
export async function checkScreen(page: Page, name: string): Promise<void> {
  await mkdir(shots, { recursive: true });
  // Colours on their way from one theme to the next are nobody's colours.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of themes) {
    await showTheme(page, theme);
    await expectAccessible(page, `${name} (${theme})`);
    await page.screenshot({ path: join(shots, `${name}-${theme}.png`), animations: 'disabled' });
  }
  await showTheme(page, 'dark');
}
