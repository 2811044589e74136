import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '#test/support/e2e/ide.ts';
import { WorkbenchPage } from '#test/support/e2e/workbench.ts';

const packages = join(import.meta.dirname, '..', '..', 'node_modules');

const edits = [
  { name: 'antd-mini', file: 'es/Button/index.axml', marker: '<!-- edited -->' },
  { name: 'mini-ali-ui', file: 'es/button/index.acss', marker: '/* edited */' },
];

for (const { name, file, marker } of edits) {
  test(`opens the published ${name}, shows its components as one node each, and changes only what was typed`, async ({ openIde, page, scratch }) => {
    const folder = join(scratch, name);
    await cp(join(packages, name), folder, { recursive: true });
    const before = await readFile(join(folder, file));
    const untouched = await readFile(join(folder, 'package.json'));
    await openIde({ folder });
    const ide = new WorkbenchPage(page);
    const component = file.split('/')[1] ?? '';
    await ide.unfold('es', component);
    await expect(ide.row(component).first()).toHaveAttribute('aria-expanded', 'true');
    await ide.open(file);
    await ide.typeAtStart(marker);
    await ide.save();
    await expect(ide.tab(new RegExp(`^${file.slice(file.lastIndexOf('/') + 1)}$`.replace('.', '\\.')))).toBeVisible();
    expect(await readFile(join(folder, file))).toEqual(Buffer.concat([Buffer.from(marker), before]));
    expect(await readFile(join(folder, 'package.json'))).toEqual(untouched);
  });
}
