import { expect, page, test } from '#test/support/conformance.ts';

const attempt = (code: string) =>
  page('<view/>', `{ onLoad() { let result; try { result = ${code}; } catch (error) { result = 'refused'; } console.log(String(result)); } }`);

for (const code of ["eval('1 + 1')", "new Function('return 1')()", "(() => {}).constructor('return 1')()", "(0, eval)('1')"]) {
  test(`${code} runs nothing`, async ({ run }) => {
    const phone = await run(attempt(code), { expectsErrors: true });
    expect((await phone.lines())[0]).not.toMatch(/^[12]$/);
  });
}

test('timers do not take text', async ({ run }) => {
  const phone = await run(
    page(
      '<view/>',
      "{ onLoad() { try { setTimeout(\"console.log('ran')\", 1); } catch { console.log('refused'); } setTimeout(() => console.log('done'), 30); } }",
    ),
    {
      expectsErrors: true,
    },
  );
  await expect.poll(() => phone.lines()).toContain('done');
  expect(await phone.lines()).not.toContain('ran');
});

for (const name of ['window', 'document', 'self', 'fetch', 'location', 'XMLHttpRequest', 'AlipayJSBridge', 'global', 'globalThis']) {
  test(`${name} is not there`, async ({ run }) => {
    const phone = await run(attempt(`typeof ${name}`));
    expect(await phone.lines()).toEqual(['undefined']);
  });
}

for (const name of [
  'WebSocket',
  'indexedDB',
  'importScripts',
  'localStorage',
  'caches',
  'Worker',
  'postMessage',
  'onmessage',
  'EventSource',
  'navigator.serviceWorker',
]) {
  test(`${name} of the browser is out of reach`, async ({ run }) => {
    const phone = await run(attempt(`typeof ${name}`));
    expect((await phone.lines())[0]).toMatch(/undefined|refused/);
  });
}

test('what is global in one phone is not in another, and not in the phone’s document', async ({ run }) => {
  const phone = await run(page('<view/>', '{ onLoad() { Array.prototype.own = 1; console.log([].own); } }'));
  expect(await phone.page.evaluate(() => 'own' in Array.prototype)).toBe(false);
  const other = await run(attempt('typeof [].own'));
  expect(await other.lines()).toEqual(['undefined']);
});

test('what the language has is there', async ({ run }) => {
  const names = [
    'Promise',
    'Map',
    'Set',
    'WeakMap',
    'Symbol',
    'Proxy',
    'Reflect',
    'Intl',
    'Date',
    'RegExp',
    'JSON',
    'Math',
    'ArrayBuffer',
    'Uint8Array',
    'DataView',
    'setTimeout',
    'clearTimeout',
    'setInterval',
    'clearInterval',
    'console',
    'encodeURIComponent',
    'parseInt',
  ];
  const phone = await run(attempt(`[${names.map((name) => `typeof ${name}`).join(', ')}].join()`));
  expect((await phone.lines())[0]).not.toContain('undefined');
});

test('timers: setTimeout with arguments, clearTimeout, setInterval', async ({ run }) => {
  const phone = await run(
    page(
      '<view/>',
      `{ onLoad() {
      setTimeout((a, b) => console.log(a + b), 1, 'x', 'y');
      clearTimeout(setTimeout(() => console.log('never'), 1));
      let n = 0; const id = setInterval(() => { n++; if (n === 3) { clearInterval(id); console.log('three'); } }, 1);
    } }`,
    ),
  );
  await expect.poll(async () => (await phone.lines()).sort()).toEqual(['three', 'xy']);
});

test('console: arguments joined by one space, texts as they are, else JSON', async ({ run }) => {
  const phone = await run(
    page('<view/>', "{ onLoad() { console.log('a', 1, { b: [2] }, null, true); console.warn('w'); console.info('i'); console.debug('d'); } }"),
  );
  expect((await phone.look()).console.map(({ level, text }) => [level, text])).toEqual([
    ['log', 'a 1 {"b":[2]} null true'],
    ['warn', 'w'],
    ['info', 'i'],
    ['debug', 'd'],
  ]);
});

test('console lines name their place in the sources', async ({ run }) => {
  const phone = await run({ ...page('<view/>'), 'pages/index/index.js': "Page({\n  onLoad() {\n    console.log('here');\n  },\n});\n" });
  expect((await phone.look()).console[0]?.source).toMatch(/^pages\/index\/index\.js:3:/);
});

test('a namespace of another vendor is named', async ({ run }) => {
  const phone = await run(page('<view/>', '{ onLoad() { wx.request({}); } }'), { expectsErrors: true });
  expect((await phone.errors()).join()).toContain('wx.request');
});

test('typeof a namespace of another vendor is no error', async ({ run }) => {
  const phone = await run(attempt('typeof wx'));
  expect(await phone.lines()).toEqual(['undefined']);
});

test('an unknown my call is named', async ({ run }) => {
  const phone = await run(
    page(
      '<view/>',
      "{ async onLoad() { try { await my.noSuchCall({ fail: () => console.log('fail') }); } catch (e) { console.log(e.errorMessage || e.message); } } }",
    ),
    { expectsErrors: true },
  );
  expect([...(await phone.lines()), ...(await phone.systemLines()), ...(await phone.errors())].join()).toContain('noSuchCall');
  expect((await phone.errors()).join()).not.toMatch(/is not a function/);
});

test('tier 3: the error shape and one line on the console', async ({ run }) => {
  const phone = await run(
    page(
      '<view/>',
      `{ async onLoad() {
      await my.openCardList({ fail: (e) => console.log('fail', typeof e.error, e.errorMessage) }).catch(() => undefined);
      console.log(my.canIUse('openCardList'));
    } }`,
    ),
  );
  const lines = await phone.lines();
  expect(lines[0]).toMatch(/^fail number .*openCardList/);
  expect(lines.at(-1)).toBe('false');
  expect((await phone.systemLines()).filter((line) => line.includes('openCardList'))).toHaveLength(1);
});
