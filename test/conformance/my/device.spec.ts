import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { expect, page, test } from '#test/support/conformance.ts';

const load = (code: string) => page('<view>page</view>', `{ async onReady() { ${code} } }`);

test('clipboard', async ({ run }) => {
  const phone = await run(load("await my.setClipboard({ text: 'copied' }); console.log((await my.getClipboard()).text);"));
  expect(await phone.lines()).toEqual(['copied']);
});

test('vibrate, vibrateLong, vibrateShort', async ({ run }) => {
  const phone = await run(load('await my.vibrate(); await my.vibrateLong(); await my.vibrateShort(); console.log("done");'));
  await expect.poll(() => phone.lines()).toEqual(['done']);
});

test('getLocation is the place of the phone', async ({ run }) => {
  const phone = await run(load('const { longitude, latitude } = await my.getLocation(); console.log(Number(longitude), Number(latitude));'));
  const { location } = phone.running.phone.environment;
  expect(await phone.lines()).toEqual([`${location?.longitude} ${location?.latitude}`]);
});

test('scan asks the person', async ({ run }) => {
  const phone = await run(load('my.scan({ success: ({ code }) => console.log(code) });'));
  await phone.page.getByRole('textbox').fill('12345');
  await phone.page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => phone.lines()).toEqual(['12345']);
});

test('makePhoneCall shows the number', async ({ run }) => {
  const phone = await run(load("my.makePhoneCall({ number: '5550100', success: () => console.log('called') });"));
  expect(await phone.text()).toContain('5550100');
  await phone.page
    .getByRole('button')
    .filter({ hasText: /OK|Call/ })
    .first()
    .click();
  await expect.poll(() => phone.lines()).toEqual(['called']);
});

test('getAuthCode, getOpenUserInfo, getAuthUserInfo, getPhoneNumber', async ({ run }) => {
  const phone = await run(
    load(`console.log((await my.getAuthCode({ scopes: 'auth_base' })).authCode.length > 0);
      console.log(JSON.parse((await my.getOpenUserInfo()).response).response.nickName.length > 0);
      console.log((await my.getAuthUserInfo()).nickName.length > 0);
      console.log(typeof (await my.getPhoneNumber()).response);`),
  );
  for (let count = 2; count <= 4; count++) {
    await phone.page.getByRole('button', { name: 'Allow' }).click();
    await expect.poll(async () => (await phone.lines()).length).toBe(count);
  }
  expect(await phone.lines()).toEqual(['true', 'true', 'true', 'string']);
});

test('refusing rejects', async ({ run }) => {
  const phone = await run(load("my.getPhoneNumber({ fail: (e) => console.log('fail', typeof e.error) });"));
  await phone.page.getByRole('button', { name: 'Deny' }).click();
  await expect.poll(() => phone.lines()).toEqual(['fail number']);
});

for (const [button, code] of [
  ['Pay', '9000'],
  ['Cancel', '6001'],
] as const) {
  test(`tradePay: ${button}`, async ({ run }) => {
    const phone = await run(load("my.tradePay({ tradeNO: '42', success: ({ resultCode }) => console.log(resultCode) });"));
    await phone.page.getByRole('button', { name: button, exact: true }).click();
    await expect.poll(() => phone.lines()).toEqual([code]);
  });
}

test('navigateToMiniProgram names the other program', async ({ run }) => {
  const phone = await run(load("my.navigateToMiniProgram({ appId: '2021000000000000', success: () => console.log('opened') });"));
  expect(await phone.text()).toContain('2021000000000000');
  await phone.page.getByRole('button', { name: 'OK' }).click();
  await expect.poll(() => phone.lines()).toEqual(['opened']);
});

test('exitMiniProgram ends it', async ({ run }) => {
  const phone = await run(load('my.exitMiniProgram();'));
  await expect.poll(() => phone.running.stopped).toBe(true);
});

test('getImageInfo and previewImage', async ({ run }) => {
  const phone = await run({
    ...load("const { width, height } = await my.getImageInfo({ src: '/p.svg' }); console.log(width, height); my.previewImage({ urls: ['/p.svg'] });"),
    'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"/>',
  });
  await expect.poll(() => phone.lines()).toEqual(['40 20']);
  await expect(phone.page.locator('.picture-preview img')).toBeVisible();
});

test('chooseImage: a sample picture', async ({ run }) => {
  const phone = await run(
    load('my.chooseImage({ count: 1, success: ({ apFilePaths, tempFilePaths }) => console.log((apFilePaths || tempFilePaths).length) });'),
  );
  await phone.page.getByRole('button', { name: 'Use a sample picture' }).click();
  await expect.poll(() => phone.lines()).toEqual(['1']);
});

test('canvasToTempFilePath', async ({ run }) => {
  const phone = await run(
    page(
      '<canvas id="c" width="20" height="20"/>',
      "{ onReady() { const ctx = my.createCanvasContext('c'); ctx.fillRect(0, 0, 5, 5); ctx.draw(false, () => my.canvasToTempFilePath({ canvasId: 'c', success: ({ apFilePath }) => console.log(typeof apFilePath) })); } }",
    ),
  );
  await expect.poll(() => phone.lines()).toEqual(['string']);
});

test('canvas context: the methods draw', async ({ run }) => {
  const drawing = `ctx.setFillStyle('rgb(0, 0, 255)'); ctx.beginPath(); ctx.arc(50, 50, 20, 0, 7); ctx.fill(); ctx.setStrokeStyle('red'); ctx.setLineWidth(4); ctx.moveTo(0, 0); ctx.lineTo(100, 0); ctx.stroke();
    const g = ctx.createLinearGradient(0, 80, 100, 80); g.addColorStop(0, 'rgb(0, 255, 0)'); g.addColorStop(1, 'rgb(0, 255, 0)'); ctx.setFillStyle(g); ctx.fillRect(0, 80, 100, 20); ctx.setFontSize(12); ctx.fillText('hi', 5, 20); console.log(ctx.measureText('hi').width > 0);`;
  const phone = await run(
    page(
      '<canvas id="c" width="100" height="100"/>',
      `{ onReady() { const ctx = my.createCanvasContext('c'); ${drawing} ctx.draw(false, () => console.log('drawn')); } }`,
    ),
  );
  await expect.poll(() => phone.lines()).toEqual(['true', 'drawn']);
  const at = (x: number, y: number) =>
    phone
      .find('#c canvas')
      .evaluate(
        (canvas, [left, top]) => [...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(left ?? 0, top ?? 0, 1, 1).data ?? [])].slice(0, 3),
        [x, y],
      );
  expect(await at(50, 50)).toEqual([0, 0, 255]);
  expect(await at(50, 90)).toEqual([0, 255, 0]);
});

test('sockets: connect, send, receive, close', async ({ run }) => {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => socket.on('message', (data) => socket.send(`echo ${data}`)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const phone = await run(
    load(`my.onSocketOpen(() => { console.log('open'); my.sendSocketMessage({ data: 'hi' }); });
      my.onSocketMessage(({ data }) => { console.log(data.data || data); my.closeSocket(); });
      my.onSocketClose(() => console.log('closed')); my.connectSocket({ url: '${url}' });`),
  );
  await expect.poll(() => phone.lines()).toEqual(['open', 'echo hi', 'closed']);
  sockets.close();
  server.close();
});

test('a file system in memory', async ({ run }) => {
  const phone = await run(
    load(
      "const fs = my.getFileSystemManager(); const path = my.env.USER_DATA_PATH + '/a.txt'; fs.writeFileSync({ filePath: path, data: 'text', encoding: 'utf8' }); const r = fs.readFileSync({ filePath: path, encoding: 'utf8' }); console.log(r.data || r); fs.access({ path, success: () => console.log('there') });",
    ),
  );
  await expect.poll(() => phone.lines()).toEqual(['text', 'there']);
});
