import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { WorkbenchPage } from './workbench.ts';

/** A program small enough to know by heart: a counter with a field and a list, a second page, two tabs. */
const counter: Record<string, string> = {
  'mini.project.json': JSON.stringify({ format: 2, compileType: 'mini', miniprogramRoot: './' }),
  'app.json': JSON.stringify({
    pages: ['pages/home/home', 'pages/about/about', 'pages/detail/detail'],
    window: { defaultTitle: 'Counter' },
    tabBar: {
      items: [
        { pagePath: 'pages/home/home', name: 'Home' },
        { pagePath: 'pages/about/about', name: 'About' },
      ],
    },
  }),
  'app.js': `App({
    onLaunch(options) { console.log('launched', options.scene); },
    onShow() { console.log('shown'); },
    onHide() { console.log('hidden'); },
  });`,
  'app.acss': '.big { font-size: 20px; }',
  'pages/home/home.json': '{}',
  'pages/home/home.acss': '.count { color: rgb(10, 20, 30); }',
  'pages/home/home.axml': `<view class="count big">Count {{count}}</view>
<button onTap="more">More</button>
<button onTap="ask">Ask</button>
<button onTap="locate">Locate</button>
<input placeholder="Name" onInput="named" />
<view>Hello {{name}}</view>
<navigator url="/pages/detail/detail?id=7">Detail</navigator>
<view a:for="{{40}}" class="big">Row {{index}}</view>`,
  'pages/home/home.js': `Page({
    data: { count: 0, name: '' },
    onLoad(query) { this.setData({ name: query.name || 'nobody' }); },
    more() { this.setData({ count: this.data.count + 1 }); my.setStorageSync({ key: 'count', data: this.data.count }); },
    ask() { my.confirm({ title: 'Sure?', success: ({ confirm }) => this.setData({ name: confirm ? 'yes' : 'no' }) }); },
    locate() { my.getLocation({ success: ({ latitude }) => this.setData({ name: String(latitude) }), fail: ({ error }) => this.setData({ name: 'failed ' + error }) }); },
    named({ detail }) { this.setData({ name: detail.value }); },
  });`,
  'pages/about/about.json': '{}',
  'pages/about/about.axml': '<view>About this</view>',
  'pages/about/about.js': 'Page({});',
  'pages/detail/detail.json': '{}',
  'pages/detail/detail.axml': '<view>Detail {{id}}</view>',
  'pages/detail/detail.js': 'Page({ data: { id: 0 }, onLoad({ id }) { this.setData({ id }); } });',
};

/** Writes the counter program, with some of its files given by the test. */
export async function writeCounter(folder: string, files: Record<string, string> = {}): Promise<string> {
  for (const [path, text] of Object.entries({ ...counter, ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** The phone beside the editor and its panels, through their accessible names. */
export class PhoneOnPage {
  readonly page: Page;
  readonly pane: Locator;
  /** The document in the phone's frame. */
  readonly screen: FrameLocator;
  readonly ide: WorkbenchPage;

  constructor(page: Page) {
    this.page = page;
    this.ide = new WorkbenchPage(page);
    this.pane = page.getByRole('region', { name: 'Phone preview' });
    this.screen = this.pane.frameLocator('iframe');
  }

  /** Shows a panel by its command. */
  async show(panel: 'Console' | 'Network & API' | 'AXML tree' | 'AppData' | 'Storage' | 'Performance'): Promise<Locator> {
    const commands = { Console: 'Show console', 'Network & API': 'Show network and API', 'AXML tree': 'Show AXML tree', Storage: 'Show storage' };
    const tab = this.page.getByRole('tab', { name: panel });
    if ((await tab.count()) === 0) await this.ide.runCommand(commands[panel as 'Console'] ?? panel);
    await tab.click();
    return this.page.getByRole('tabpanel', { name: panel });
  }

  get lines(): Locator {
    return this.page.getByRole('list', { name: 'Console' }).locator('> li');
  }

  /** Runs a line in the console and hands over what came out. */
  async evaluate(source: string): Promise<Locator> {
    await this.show('Console');
    const before = await this.lines.count();
    await this.page.getByRole('textbox', { name: 'Evaluate in the logic worker' }).fill(source);
    await this.page.keyboard.press('Enter');
    await this.lines.nth(before + 1).waitFor();
    return this.lines.last();
  }

  /** Puts text at the start of a file in the editor and saves it. */
  async edit(path: string, text: string): Promise<void> {
    await this.ide.open(path);
    await this.ide.typeAtStart(text);
    await this.ide.save();
  }

  async settings(): Promise<Locator> {
    await this.pane.getByRole('button', { name: 'Phone settings' }).click();
    return this.page.getByRole('dialog', { name: 'Phone settings' });
  }
}
