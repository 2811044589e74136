import { expect, page, test } from '#test/support/conformance.ts';

const load = (code: string) => page('<view>page</view>', `{ async onReady() { ${code} } }`);

test('isIDE is a boolean', async ({ run }) => {
  const phone = await run(load('console.log(typeof my.isIDE);'));
  expect(await phone.lines()).toEqual(['boolean']);
});

for (const [call, field] of [
  ['getWindowInfo', 'windowWidth'],
  ['getAppBaseInfo', 'language'],
  ['getSystemSetting', 'wifiEnabled'],
  ['getAppAuthorizeSetting', 'locationAuthorized'],
  ['getParentAppIdSync', 'appId'],
  ['getPluginIdSync', 'pluginId'],
  ['getMenuButtonBoundingClientRect', 'width'],
] as const) {
  test(`${call} answers an object with ${field}`, async ({ run }) => {
    const phone = await run(
      load(`const answer = my.${call}(); console.log(typeof answer, Object.keys(answer).includes('${field}') || Object.keys(answer).join());`),
    );
    expect(await phone.lines()).toEqual(['object true']);
  });
}

test('getParentAppId answers', async ({ run }) => {
  const phone = await run(load('console.log(my.getParentAppId() !== null);'));
  expect(await phone.lines()).toEqual(['true']);
});

test('setNavigationBarTitle, setNavigationBarColor, setNavigationBarBottomLineColor', async ({ run }) => {
  const phone = await run(
    load(
      "my.setNavigationBarTitle({ title: 'Now' }); my.setNavigationBarColor({ backgroundColor: '#010203', frontColor: '#ffffff' }); my.setNavigationBarBottomLineColor({ color: '#040506' });",
    ),
  );
  await expect(phone.page.getByText('Now')).toBeVisible();
  expect(await phone.titleBarColor()).toBe('rgb(1, 2, 3)');
  await expect(phone.page.locator('.title-bar')).toHaveCSS('border-bottom-color', 'rgb(4, 5, 6)');
});

test('onUnhandledRejection and offUnhandledRejection', async ({ run }) => {
  const phone = await run(
    load(
      "const off = () => console.log('never'); my.onUnhandledRejection(off); my.offUnhandledRejection(off); my.onUnhandledRejection(({ reason }) => console.log('heard', reason.message)); Promise.reject(new Error('lost'));",
    ),
    { expectsErrors: true },
  );
  await expect.poll(() => phone.lines()).toContain('heard lost');
  expect(await phone.lines()).not.toContain('never');
});

test('onError and offError', async ({ run }) => {
  const phone = await run(
    load(
      "const off = () => console.log('never'); my.onError(off); my.offError(off); my.onError(() => console.log('heard')); setTimeout(() => { throw new Error('oops'); }, 1);",
    ),
    { expectsErrors: true },
  );
  await expect.poll(() => phone.lines()).toContain('heard');
  expect(await phone.lines()).not.toContain('never');
});

test('onPageNotFound and offPageNotFound', async ({ run }) => {
  const phone = await run(
    page('<view>home</view>', '{}', {
      'app.js':
        "const off = () => console.log('never'); my.onPageNotFound(off); my.offPageNotFound(off); my.onPageNotFound(({ path }) => { console.log(path); my.reLaunch({ url: '/pages/index/index' }); }); App({});",
    }),
    { path: 'pages/gone/gone', expectsErrors: true },
  );
  expect(await phone.lines()).toEqual(['pages/gone/gone']);
});

test('offAppShow', async ({ run }) => {
  const phone = await run(load("const off = () => console.log('never'); my.onAppShow(off); my.offAppShow(off);"));
  await phone.appEvent('hide');
  await phone.appEvent('show');
  expect(await phone.lines()).toEqual([]);
});

test('a socket that cannot be opened tells onSocketError; off is off', async ({ run }) => {
  const phone = await run(
    load(`for (const name of ['Open', 'Message', 'Close', 'Error']) { const off = () => console.log('never'); my['onSocket' + name](off); my['offSocket' + name](off); }
      my.onSocketError(() => console.log('error')); my.connectSocket({ url: 'ws://127.0.0.1:9' }).catch(() => undefined);`),
  );
  await expect.poll(() => phone.lines()).toContain('error');
  expect(await phone.lines()).not.toContain('never');
});

test('navigateBackMiniProgram ends the program', async ({ run }) => {
  const phone = await run(load('my.navigateBackMiniProgram();'));
  await expect.poll(() => phone.running.stopped).toBe(true);
});
