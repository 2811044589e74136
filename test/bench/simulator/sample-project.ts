import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** Writes a project with this many pages, each with its own component, style, data module and SJS. */
export async function writeSampleProject(root: string, pages: number): Promise<void> {
  const routes = Array.from({ length: pages }, (_, index) => `pages/page-${index}/page-${index}`);
  const files: [string, string][] = [
    ['mini.project.json', '{"format":2,"compileOptions":{"component2":true}}'],
    ['app.json', JSON.stringify({ pages: routes, window: { defaultTitle: 'Sample' } })],
    ['app.js', "import { shop } from './data/shop';\nApp({ globalData: { shop } });\n"],
    ['app.acss', 'page { background: #fff; font-size: 28rpx; }\n'],
    ['styles/common.acss', Array.from({ length: 30 }, (_, index) => `.common-${index} { padding: ${index}rpx; }`).join('\n')],
    ['data/shop.js', 'export const shop = { name: "Sample shop", items: [] };\n'],
    ['utils/price.sjs', 'export function price(value) { return (value / 100).toFixed(2); }\nexport default { price };\n'],
    ...Array.from({ length: Math.ceil(pages / 2) }, (_, index) => componentFiles(index)).flat(),
    ...routes.flatMap((route, index) => pageFiles(route, index, pages)),
  ];
  await Promise.all(
    files.map(async ([name, text]) => {
      const file = path.join(root, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, text);
    }),
  );
}

function componentFiles(index: number): [string, string][] {
  const name = `components/card-${index}/card-${index}`;
  return [
    [`${name}.json`, '{"component":true}'],
    [`${name}.axml`, '<view class="card {{active ? \'on\' : \'\'}}" onTap="tap"><text class="title">{{title}}</text><slot name="footer"/><slot/></view>\n'],
    [`${name}.acss`, '.card { padding: 24rpx; border-radius: 16rpx; }\n.card .title { font-weight: 600; }\n.on { color: #0b5a63; }\n'],
    [
      `${name}.js`,
      "Component({ props: { title: '', onPick() {} }, data: { active: false }, methods: { tap() { this.setData({ active: !this.data.active }); this.props.onPick(); } } });\n",
    ],
  ];
}

function pageFiles(route: string, index: number, pages: number): [string, string][] {
  const card = index % Math.ceil(pages / 2);
  const rows = Array.from(
    { length: 12 },
    (_, row) => `  <view class="row row-${row}" data-index="{{${row}}}" onTap="tap${row % 3}"><text>{{labels.row${row} || 'Row ${row}'}}</text></view>`,
  );
  const handlers = [0, 1, 2].map(
    (number) =>
      `  tap${number}(event) {\n    const { index } = event.target.dataset;\n    this.setData({ ['labels.row' + index]: shop.name + index, count: this.data.count + ${number} });\n  },`,
  );
  return [
    [`${route}.json`, JSON.stringify({ defaultTitle: `Page ${index}`, usingComponents: { card: `/components/card-${card}/card-${card}` } })],
    [
      `${route}.axml`,
      `<import-sjs name="{price}" from="/utils/price.sjs"/>\n<view class="page common-${index % 30}">\n${rows.join('\n')}\n  <block a:for="{{items}}" a:key="id">\n    <card title="{{item.name}}" onPick="tap0" a:if="{{item.visible && index < 20}}"><text slot="footer">{{price(item.price)}}</text></card>\n    <text a:else>{{index + 1}}. {{item.name}}</text>\n  </block>\n</view>\n`,
    ],
    [
      `${route}.acss`,
      `@import "/styles/common.acss";\n${Array.from({ length: 15 }, (_, row) => `.row-${row} view text { margin: ${row}rpx ${index}rpx; height: calc(100vh - ${row}rpx); }`).join('\n')}\n`,
    ],
    [
      `${route}.js`,
      `import { shop } from '../../data/shop';\n\nPage({\n  data: { labels: {}, count: 0, items: shop.items },\n${handlers.join('\n')}\n  onLoad(query) {\n    this.setData({ query });\n  },\n});\n`,
    ],
  ];
}
