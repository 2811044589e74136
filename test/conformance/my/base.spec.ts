import { expect, page, test } from '#test/support/conformance.ts';

const load = (code: string) => page('<view id="v" class="c" style="height: 40px; width: 80px" data-n="{{1}}">page</view>', `{ async onReady() { ${code} } }`);

test('SDKVersion and env', async ({ run }) => {
  const phone = await run(
    load('console.log(/^\\\\d+\\\\.\\\\d+/.test(my.SDKVersion), typeof my.env.USER_DATA_PATH, my.env.clientName !== undefined);'.replaceAll('\\\\', '\\')),
  );
  expect(await phone.lines()).toEqual(['true string true']);
});

test('canIUse: fields of answers, attributes and values', async ({ run }) => {
  const known = [
    'getSystemInfo.return.screenWidth',
    'getSystemInfoSync.success.platform',
    'getBatteryInfo.success.level',
    'request.object.method',
    'view.onTap',
    'view.catchTouchMove',
    'view.catchLongTap',
    'input.controlled',
    'button.open-type.share',
    'navigator.open-type.reLaunch',
  ];
  const unknown = [
    'getSystemInfo.return.noSuchField',
    'getBatteryInfo.success.noSuchField',
    'input.noSuchAttribute',
    'button.open-type.noSuchValue',
    'noSuchThing.value',
  ];
  const phone = await run(load(`console.log(${JSON.stringify([...known, ...unknown])}.filter((name) => my.canIUse(name)).join());`));
  expect(await phone.lines()).toEqual([known.join()]);
});

test('canIUse: calls, components, attributes, parameters, unknown names', async ({ run }) => {
  const phone = await run(
    load("console.log(['getSystemInfo', 'button', 'button.open-type', 'noSuchThing', 'openCardList'].map((name) => my.canIUse(name)).join());"),
  );
  expect(await phone.lines()).toEqual(['true,true,true,false,false']);
});

test('getSystemInfo and getSystemInfoSync follow the device', async ({ run }) => {
  const phone = await run(
    load(
      'const a = my.getSystemInfoSync(); const b = await my.getSystemInfo(); for (const i of [a, b]) console.log(i.screenWidth, i.screenHeight, i.windowWidth, i.windowHeight < i.screenHeight, i.pixelRatio, i.platform, i.language, i.statusBarHeight > 0, i.titleBarHeight > 0, typeof i.version, typeof i.app);',
    ),
  );
  const [one, two] = await phone.lines();
  const { device } = phone.running.phone.environment;
  expect(one).toBe(two);
  expect(one?.startsWith(`${device.width} ${device.height} ${device.width} true ${device.pixelRatio} ${device.platform}`)).toBe(true);
});

test('launch data', async ({ run }) => {
  const phone = await run(
    load(
      'console.log(my.getAppIdSync().appId.length > 0, JSON.stringify(my.getLaunchOptionsSync().query), my.getEnterOptionsSync().path, my.getAccountInfoSync().miniProgram.appId.length > 0); console.log((await my.getRunScene()).envVersion, (await my.getServerTime()).time > 0);',
    ),
    { query: 'a=1' },
  );
  expect(await phone.lines()).toEqual(['true {"a":"1"} pages/index/index true', 'develop true']);
});

test('arrayBufferToBase64 and base64ToArrayBuffer', async ({ run }) => {
  const phone = await run(load("const b = my.base64ToArrayBuffer('aGVsbG8='); console.log(b.byteLength, my.arrayBufferToBase64(b));"));
  expect(await phone.lines()).toEqual(['5 aGVsbG8=']);
});

test('createSelectorQuery: boundingClientRect, scrollOffset, fields, viewport', async ({ run }) => {
  const phone = await run(
    load(`my.createSelectorQuery().select('#v').boundingClientRect().selectAll('.c').boundingClientRect().selectViewport().scrollOffset()
      .select('#v').fields({ id: true, dataset: true, size: true }).select('#none').boundingClientRect()
      .exec(([one, all, view, fields, none]) => console.log(JSON.stringify([one.width, one.height, all.length, view.scrollTop, fields, none])));`),
  );
  expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual([80, 40, 1, 0, { id: 'v', dataset: { n: 1 }, width: 80, height: 40 }, null]);
});

test('createSelectorQuery of a component looks inside it', async ({ run }) => {
  const phone = await run(
    page('<view class="x"/><box/>', '{}', {
      'components/box/box.axml': '<view class="x" style="height: 7px"/>',
      'components/box/box.js':
        "Component({ didMount() { this.createSelectorQuery().selectAll('.x').boundingClientRect().exec(([all]) => console.log(all.length, all[0].height)); } });",
    }),
  );
  await expect.poll(() => phone.lines()).toEqual(['1 7']);
});

test('createIntersectionObserver', async ({ run }) => {
  const phone = await run(
    page(
      '<view style="height: 2000px"/><view id="x" style="height: 50px"/>',
      "{ onReady() { this.o = my.createIntersectionObserver({ thresholds: [0.5] }); this.o.relativeToViewport().observe('#x', ({ intersectionRatio }) => console.log(intersectionRatio > 0)); } }",
    ),
  );
  await phone.page.locator('mf-scroller').evaluate((scroller) => scroller.scrollTo(0, 2000));
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('true');
});

test('app events: onAppShow, onAppHide and their off', async ({ run }) => {
  const phone = await run(
    load(
      "my.onAppShow(() => console.log('show')); const hide = () => console.log('hide'); my.onAppHide(hide); const never = () => console.log('never'); my.onAppHide(never); my.offAppHide(never);",
    ),
  );
  await phone.appEvent('hide');
  await phone.appEvent('show');
  expect(await phone.lines()).toEqual(['hide', 'show']);
});

test('onMemoryWarning and onUserCaptureScreen', async ({ run }) => {
  const phone = await run(load("my.onMemoryWarning(({ level }) => console.log('memory', level)); my.onUserCaptureScreen(() => console.log('captured'));"));
  await phone.appEvent('memory-warning');
  await phone.appEvent('screenshot-taken');
  expect(await phone.lines()).toEqual(['memory 10', 'captured']);
});

test('success, fail, complete and promise of one call', async ({ run }) => {
  const phone = await run(
    load(
      "await my.getSystemInfo({ success: () => console.log('success'), complete: () => console.log('complete') }).then(() => console.log('promise')); await my.getStorage({ fail: (e) => console.log('fail', typeof e.error, typeof e.errorMessage), complete: () => console.log('complete') }).catch(() => console.log('rejected'));",
    ),
  );
  expect((await phone.lines()).sort()).toEqual(['complete', 'complete', 'fail number string', 'promise', 'rejected', 'success']);
});

test('tier 2: a default result, recorded', async ({ run }) => {
  const phone = await run(load('const r = await my.getBatteryInfo(); console.log(typeof r.level);'));
  expect((await phone.lines())[0]).toMatch(/number|string/);
  expect((await phone.look()).calls.map(({ api }) => api)).toContain('getBatteryInfo');
});

for (const outcome of ['success', 'fail'] as const) {
  test(`tier 2: a mock file of the project, ${outcome}`, async ({ run }) => {
    const result = outcome === 'success' ? { level: 7 } : { error: 99, errorMessage: 'flat' };
    const phone = await run({
      ...load('my.getBatteryInfo({ success: (r) => console.log("success", r.level), fail: (e) => console.log("fail", e.error, e.errorMessage) });'),
      '.minifoundry/mocks/getBatteryInfo.json': { api: 'getBatteryInfo', outcome, result },
    });
    expect(await phone.lines()).toEqual([outcome === 'success' ? 'success 7' : 'fail 99 flat']);
  });
}

test('tier 1 can be mocked too', async ({ run }) => {
  const phone = await run({
    ...load('my.getLocation({ success: ({ city }) => console.log(city) });'),
    '.minifoundry/mocks/getLocation.json': { api: 'getLocation', outcome: 'success', result: { city: 'Mocked' } },
  });
  expect(await phone.lines()).toEqual(['Mocked']);
});
