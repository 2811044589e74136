import { expect, page, test } from '#test/support/conformance.ts';

const shown =
  '{ onLoad() { console.log(JSON.stringify(my.getExtConfigSync())); my.getExtConfig({ success: ({ data }) => console.log(JSON.stringify(data)) }); } }';

test('getExtConfig and getExtConfigSync answer ext of ext.json', async ({ run }) => {
  const phone = await run(page('<view/>', shown, { 'ext.json': { extEnable: true, ext: { name: 'Shop', nested: { a: [1] } } } }));
  const [sync, callback] = (await phone.lines()).map((line) => JSON.parse(line));
  expect(sync).toEqual({ name: 'Shop', nested: { a: [1] } });
  expect(callback).toEqual({ name: 'Shop', nested: { a: [1] } });
});

test('without ext.json there is an empty ext', async ({ run }) => {
  const phone = await run(page('<view/>', shown));
  expect((await phone.lines()).map((line) => JSON.parse(line))).toEqual([{}, {}]);
});

test('a merchant’s document takes the place of the project’s', async ({ run }) => {
  const phone = await run(page('<view/>', shown, { 'ext.json': { extEnable: true, ext: { name: 'Own' } } }), {
    merchant: { key: 'm1', document: { extEnable: true, ext: { name: 'Merchant' } } },
  });
  expect((await phone.lines()).map((line) => JSON.parse(line))).toEqual([{ name: 'Merchant' }, { name: 'Merchant' }]);
});

test('a key of ext.json replaces the key of app.json as a whole', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{}', {
      'app.json': { window: { defaultTitle: 'App', titleBarColor: '#010203' } },
      'ext.json': { extEnable: true, window: { defaultTitle: 'Merchant' } },
    }),
  );
  await expect(phone.page.getByText('Merchant')).toBeVisible();
  expect(await phone.titleBarColor()).toBe('rgb(255, 255, 255)');
});

test('extPages sets the window of single pages', async ({ run }) => {
  const phone = await run(
    page('<navigator id="go" url="/pages/two/two"/>', '{}', {
      'pages/two/two.axml': '<view/>',
      'ext.json': { extEnable: true, extPages: { 'pages/two/two': { defaultTitle: 'Second' } } },
    }),
  );
  await expect(phone.page.getByText('Second')).toHaveCount(0);
  await phone.tap('#go');
  await expect(phone.page.getByText('Second')).toBeVisible();
});

test('extEnable false leaves everything as it is', async ({ run }) => {
  const phone = await run(
    page('<view/>', '{}', { 'app.json': { window: { defaultTitle: 'App' } }, 'ext.json': { extEnable: false, window: { defaultTitle: 'Merchant' } } }),
  );
  await expect(phone.page.getByText('App')).toBeVisible();
});
