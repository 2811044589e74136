import { expect, page, test } from '#test/support/conformance.ts';

const load = (code: string) => page('<view/>', `{ async onLoad() { ${code} } }`);

test('setStorageSync and getStorageSync keep types', async ({ run }) => {
  const phone = await run(
    load(
      "my.setStorageSync({ key: 'a', data: { n: [1, null, true] } }); my.setStorageSync({ key: 't', data: 'text' }); console.log(JSON.stringify(my.getStorageSync({ key: 'a' }).data), my.getStorageSync({ key: 't' }).data);",
    ),
  );
  expect(await phone.lines()).toEqual(['{"n":[1,null,true]} text']);
});

test('a key that is not there is null', async ({ run }) => {
  const phone = await run(load("console.log(my.getStorageSync({ key: 'no' }).data); my.getStorage({ key: 'no', success: ({ data }) => console.log(data) });"));
  expect(await phone.lines()).toEqual(['null', 'null']);
});

test('setStorage, getStorage, removeStorage, clearStorage, getStorageInfo', async ({ run }) => {
  const phone = await run(
    load(`await my.setStorage({ key: 'a', data: 1 }); await my.setStorage({ key: 'b', data: 2 });
      console.log((await my.getStorage({ key: 'a' })).data);
      const info = await my.getStorageInfo(); console.log(info.keys.sort().join(), info.limitSize, info.currentSize > 0);
      await my.removeStorage({ key: 'a' }); console.log((await my.getStorage({ key: 'a' })).data);
      await my.clearStorage(); console.log((await my.getStorageInfo()).keys.length);`),
  );
  expect(await phone.lines()).toEqual(['1', 'a,b 10240 true', 'null', '0']);
});

test('the Sync forms', async ({ run }) => {
  const phone = await run(
    load(
      "my.setStorageSync({ key: 'a', data: 1 }); console.log(my.getStorageInfoSync().keys.join()); my.removeStorageSync({ key: 'a' }); console.log(my.getStorageInfoSync().keys.length); my.setStorageSync({ key: 'b', data: 1 }); my.clearStorageSync(); console.log(my.getStorageInfoSync().keys.length);",
    ),
  );
  expect(await phone.lines()).toEqual(['a', '0', '0']);
});

test('what is stored is a copy', async ({ run }) => {
  const phone = await run(load("const o = { n: 1 }; my.setStorageSync({ key: 'a', data: o }); o.n = 2; console.log(my.getStorageSync({ key: 'a' }).data.n);"));
  expect(await phone.lines()).toEqual(['1']);
});

test('the quota is 10 MB', async ({ run }) => {
  const phone = await run(
    load(`const mega = 'x'.repeat(1024 * 1024 - 100); let stored = 0;
      for (let i = 0; i < 12; i++) { try { await my.setStorage({ key: 'k' + i, data: mega }); stored++; } catch (e) { console.log('refused', typeof e.error); break; } }
      console.log(stored, (await my.getStorageInfo()).keys.length);`),
  );
  expect(await phone.lines()).toEqual(['refused number', '10 10']);
});
