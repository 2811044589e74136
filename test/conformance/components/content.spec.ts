import { expect, page, test } from '#test/support/conformance.ts';

const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64');
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="red"/></svg>';

test('text: line breaks in the data stay, several spaces too', async ({ run }) => {
  const phone = await run(page('<text id="t">{{t}}</text>', "{ data: { t: 'a\\nb  c' } }"));
  expect(await phone.text()).toBe('a\nb  c');
});

test('text: selectable', async ({ run }) => {
  const phone = await run(page('<text id="a" selectable>a</text><text id="b">b</text>'));
  expect([await phone.style('#a', 'user-select'), await phone.style('#b', 'user-select')]).toEqual(['text', 'none']);
});

for (const [space, character] of [
  ['nbsp', '\u00a0'],
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
] as const) {
  test(`text: space ${space}`, async ({ run }) => {
    const phone = await run(page(`<text id="t" space="${space}">a {{b}} c</text>`, "{ data: { b: 'x y' } }"));
    expect(await phone.find('#t').evaluate(({ textContent }) => textContent)).toBe(`a${character}x${character}y${character}c`);
  });
}

test('text: decode', async ({ run }) => {
  const phone = await run(page('<text decode>{{t}}</text>', "{ data: { t: 'a &lt; b &amp;&nbsp;c &gt; d &apos;' } }"));
  expect(await phone.text()).toBe("a < b &\u00a0c > d '");
});

test('text: number-of-lines', async ({ run }) => {
  const phone = await run(
    page('<view style="width: 100px; line-height: 20px"><text id="t" number-of-lines="{{2}}">{{t}}</text></view>', "{ data: { t: 'word '.repeat(50) } }"),
  );
  expect((await phone.find('#t').boundingBox())?.height).toBe(40);
});

test('text: inside text', async ({ run }) => {
  const phone = await run(page('<text>a<text style="color: red">b</text>c</text>'));
  expect(await phone.text()).toBe('abc');
});

for (const type of ['info', 'warn', 'waiting', 'cancel', 'download', 'search', 'clear', 'success', 'success_no_circle', 'loading']) {
  test(`icon: ${type}`, async ({ run }) => {
    const phone = await run(page(`<icon id="i" type="${type}" size="{{30}}" color="rgb(1, 2, 3)"/>`));
    const box = await phone.find('#i').boundingBox();
    expect([box?.width, box?.height]).toEqual([30, 30]);
    const inner = await phone.find('#i').evaluate((host) => host.innerHTML);
    expect(inner).toContain('rgb(1, 2, 3)');
    expect(await phone.find('#i path').evaluate((path) => (path as SVGPathElement).getBBox().width)).toBeGreaterThan(5);
  });
}

test('progress: percent, show-info, stroke-width, colours', async ({ run }) => {
  const phone = await run(
    page('<progress id="p" percent="{{30}}" show-info stroke-width="{{8}}" active-color="rgb(1, 2, 3)" background-color="rgb(4, 5, 6)"/>'),
  );
  expect(await phone.text()).toContain('30%');
  expect(await phone.style('#p .a-progress-bar', 'background-color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#p .a-progress-track', 'background-color')).toBe('rgb(4, 5, 6)');
  expect(await phone.style('#p .a-progress-track', 'height')).toBe('8px');
  const [bar, track] = [await phone.find('.a-progress-bar').boundingBox(), await phone.find('.a-progress-track').boundingBox()];
  expect(Math.round(((bar?.width ?? 0) / (track?.width ?? 1)) * 100)).toBe(30);
});

test('rich-text: nodes as a list', async ({ run }) => {
  const nodes =
    "[{ name: 'div', attrs: { class: 'own', style: 'color: rgb(1, 2, 3)' }, children: [{ type: 'text', text: 'a &lt; b' }, { name: 'strong', children: [{ type: 'text', text: 'bold' }] }] }]";
  const phone = await run(page('<rich-text nodes="{{nodes}}"/>', `{ data: { nodes: ${nodes} } }`, { 'pages/index/index.acss': '.own { padding-left: 6px; }' }));
  expect(await phone.text()).toBe('a < bbold');
  expect(await phone.style('a-rich-text div', 'color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('a-rich-text div', 'padding-left')).toBe('6px');
});

test('rich-text: nodes as text', async ({ run }) => {
  const phone = await run(page('<rich-text nodes="{{html}}"/>', "{ data: { html: '<p>one <b>two</b></p><script>bad()</script><iframe src=x></iframe>' } }"));
  expect(await phone.text()).toBe('one two');
  expect(await phone.find('a-rich-text script, a-rich-text iframe').count()).toBe(0);
});

test('rich-text: no handlers and no scripts in attributes', async ({ run }) => {
  const phone = await run(
    page(
      '<rich-text nodes="{{nodes}}"/>',
      "{ data: { nodes: [{ name: 'a', attrs: { href: 'javascript:x', onclick: 'x' }, children: [{ type: 'text', text: 'a' }] }, { name: 'script', children: [{ type: 'text', text: 'bad' }] }] } }",
    ),
  );
  expect(await phone.find('a-rich-text').evaluate((host) => host.innerHTML)).not.toMatch(/onclick|javascript|bad/);
});

test('rich-text: onTap', async ({ run }) => {
  const phone = await run(page('<rich-text id="r" nodes="{{\'text\'}}" onTap="t"/>', '{ t(e) { console.log(e.type); } }'));
  await phone.tap('#r');
  expect(await phone.lines()).toEqual(['tap']);
});

test('image: of the project, with onLoad', async ({ run }) => {
  const phone = await run(
    page('<image id="i" src="/assets/p.svg" onLoad="t"/>', '{ t({ detail }) { console.log(parseInt(detail.width), parseInt(detail.height)); } }', {
      'assets/p.svg': picture,
    }),
  );
  await expect.poll(() => phone.lines()).toEqual(['40 20']);
});

test('image: relative to the page', async ({ run }) => {
  const phone = await run(page('<image src="./p.svg" onLoad="t"/>', "{ t() { console.log('loaded'); } }", { 'pages/index/p.svg': picture }));
  await expect.poll(() => phone.lines()).toEqual(['loaded']);
});

test('image: onError', async ({ run }) => {
  const phone = await run(page('<image src="/gone.png" onError="t"/>', '{ t({ detail }) { console.log(typeof detail.errMsg); } }'));
  await expect.poll(() => phone.lines()).toEqual(['string']);
});

test('image: default-source when it fails', async ({ run }) => {
  const phone = await run(
    page('<image id="i" src="/gone.png" default-source="/dot.png" onError="t"/>', "{ t() { console.log('error'); } }", { 'dot.png': dot }),
  );
  await expect.poll(() => phone.lines()).toEqual(['error']);
  await expect.poll(() => phone.find('#i img').evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
});

const modes: [mode: string, property: string, value: string][] = [
  ['scaleToFill', 'object-fit', 'fill'],
  ['aspectFit', 'object-fit', 'contain'],
  ['aspectFill', 'object-fit', 'cover'],
  ['center', 'object-fit', 'none'],
  ['top', 'object-position', '50% 0%'],
  ['bottom', 'object-position', '50% 100%'],
  ['left', 'object-position', '0% 50%'],
  ['right', 'object-position', '100% 50%'],
];

for (const [mode, property, value] of modes) {
  test(`image: mode ${mode}`, async ({ run }) => {
    const phone = await run(page(`<image id="i" src="/p.svg" mode="${mode}"/>`, '{}', { 'p.svg': picture }));
    expect(await phone.style('#i img', property)).toBe(value);
  });
}

test('image: mode widthFix keeps the proportions', async ({ run }) => {
  const phone = await run(
    page('<image id="i" src="/p.svg" mode="widthFix" style="width: 100px" onLoad="t"/>', "{ t() { console.log('loaded'); } }", { 'p.svg': picture }),
  );
  await expect.poll(() => phone.lines()).toEqual(['loaded']);
  expect((await phone.find('#i').boundingBox())?.height).toBe(50);
});

test('image: mode heightFix keeps the proportions', async ({ run }) => {
  const phone = await run(
    page('<image id="i" src="/p.svg" mode="heightFix" style="height: 100px" onLoad="t"/>', "{ t() { console.log('loaded'); } }", { 'p.svg': picture }),
  );
  await expect.poll(() => phone.lines()).toEqual(['loaded']);
  expect((await phone.find('#i').boundingBox())?.width).toBe(200);
});

test('image: lazy-load loads when it comes into view', async ({ run }) => {
  const phone = await run(
    page('<view style="height: 8000px"/><image src="/p.svg" lazy-load onLoad="t"/>', "{ t() { console.log('loaded'); } }", { 'p.svg': picture }),
  );
  expect(await phone.lines()).toEqual([]);
  await phone.page.locator('mf-scroller').evaluate((scroller) => scroller.scrollTo(0, 8000));
  await expect.poll(() => phone.lines()).toEqual(['loaded']);
});

test('image: onTap and catchTap', async ({ run }) => {
  const phone = await run(
    page('<view onTap="out"><image id="i" src="/p.svg" catchTap="t"/></view>', "{ t() { console.log('tap'); }, out() { console.log('out'); } }", {
      'p.svg': picture,
    }),
  );
  await phone.tap('#i');
  expect(await phone.lines()).toEqual(['tap']);
});

for (const name of ['video', 'map', 'camera', 'lottie', 'contact-button', 'lifestyle', 'error-view']) {
  test(`${name} says what it is not`, async ({ run }) => {
    const phone = await run(page(`<${name} id="x"/>`));
    expect(await phone.text()).toContain(name);
  });
}

test('web-view: opens https only', async ({ run }) => {
  const phone = await run(
    page('<web-view id="w" src="{{src}}" onError="t"/>', "{ data: { src: 'http://shop.example/' }, t({ detail }) { console.log(detail.errorCode); } }"),
  );
  expect(await phone.lines()).toEqual(['1']);
  expect(await phone.find('#w iframe').getAttribute('sandbox')).not.toContain('allow-same-origin');
});

test('canvas: onReady, and drawing', async ({ run }) => {
  const phone = await run(
    page(
      '<canvas id="c" width="100" height="100" onReady="t"/>',
      `{ t() { console.log('ready'); }, onReady() {
      const ctx = my.createCanvasContext('c'); ctx.setFillStyle('rgb(255, 0, 0)'); ctx.fillRect(0, 0, 50, 50);
      ctx.draw(false, () => console.log('drawn'));
    } }`,
    ),
  );
  await expect.poll(async () => (await phone.lines()).sort()).toEqual(['drawn', 'ready']);
  const pixel = await phone
    .find('#c canvas')
    .evaluate((canvas) => [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(10, 10, 1, 1).data ?? [])]);
  expect(pixel).toEqual([255, 0, 0, 255]);
});
