import { expect, type Locator, type Page } from '@playwright/test';

/** The workbench through its accessible names, which are API. */
export class WorkbenchPage {
  readonly page: Page;
  readonly tree: Locator;
  readonly tabs: Locator;
  readonly editor: Locator;
  readonly acting: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tree = page.getByRole('tree', { name: 'Project files' });
    this.tabs = page.getByRole('tablist', { name: 'Editor tabs' });
    this.editor = page.locator('.monaco-editor[role="code"]');
    this.acting = page.getByRole('button', { name: /^Acting as/ });
  }

  row(name: string): Locator {
    return this.tree.getByRole('treeitem', { name, exact: true });
  }

  tab(name: string | RegExp): Locator {
    return this.tabs.getByRole('tab', { name });
  }

  async unfold(...names: string[]): Promise<void> {
    for (const name of names) {
      const row = this.row(name).first();
      if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
      await expect(row).toHaveAttribute('aria-expanded', 'true');
    }
  }

  /** Opens a file by its path through quick open and waits for its text. */
  async open(path: string): Promise<void> {
    await this.page.keyboard.press('Control+p');
    const box = this.page.getByRole('combobox', { name: 'Go to file' });
    await box.fill(path);
    await expect(this.page.getByRole('option').first()).toContainText(path.slice(path.lastIndexOf('/') + 1));
    await this.page.keyboard.press('Enter');
    await expect(this.tab(new RegExp(`^${quoted(path.slice(path.lastIndexOf('/') + 1))}`))).toHaveAttribute('aria-selected', 'true');
    await expect(this.editor.first()).toBeVisible();
    await expect(this.editor.first().locator('.view-line').first()).toBeVisible();
  }

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('Control+Shift+p');
    await this.page.getByRole('combobox', { name: 'Command palette' }).fill(title);
    await this.page.getByRole('option', { name: title }).first().click();
  }

  /** Types at the very start of the open document. */
  async typeAtStart(text: string): Promise<void> {
    await this.editor.first().click();
    await this.page.keyboard.press('Control+Home');
    await this.page.keyboard.type(text);
  }

  async save(): Promise<void> {
    await this.page.keyboard.press('Control+s');
  }
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
