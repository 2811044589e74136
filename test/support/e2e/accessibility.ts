import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const wanted = new Set(['serious', 'critical']);

/** Fails when axe finds anything serious or critical on the page as it is now. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // Monaco draws its own accessible text layer; its colours are checked where we choose them, in the theme.
  const { violations } = await new AxeBuilder({ page }).exclude('.monaco-editor').analyze();
  const found = violations
    .filter((violation) => wanted.has(violation.impact ?? ''))
    .map(
      (violation) =>
        `${violation.id}: ${violation.help}\n${violation.nodes
          .map((node) => `    ${node.html.slice(0, 160)}\n    ${node.failureSummary?.split('\n').slice(1).join(' ') ?? ''}`)
          .slice(0, 4)
          .join('\n')}`,
    );
  expect(found, screen).toEqual([]);
}

export const themes = ['dark', 'light', 'high-contrast'] as const;

/** Shows the workbench in a theme without going through the settings page. */
export async function useTheme(page: Page, theme: (typeof themes)[number]): Promise<void> {
  await page.evaluate((name) => {
    document.documentElement.dataset.theme = name;
  }, theme);
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
}
