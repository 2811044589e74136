import { describe, expect, it } from 'vitest';
import { sampleEnvironment } from './support/samples.ts';
import { type ScriptedPhone, type ScriptedPhoneOptions, startPhone } from './support/scripted-phone.ts';

function start(body: string, options: Partial<ScriptedPhoneOptions> = {}): Promise<ScriptedPhone> {
  return startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': `Page({ go() { ${body} } });` }, ...options });
}

async function run(body: string, options: Partial<ScriptedPhoneOptions> = {}): Promise<ScriptedPhone> {
  const phone = await start(body, options);
  await phone.tap('go');
  return phone;
}

const failing = () => {
  throw { error: 11, errorMessage: 'cancelled' };
};

describe('an asynchronous call', () => {
  it('calls success and complete, and resolves', async () => {
    const body =
      "my.confirm({ success: (r) => console.log('success', r), complete: (r) => console.log('complete', r), fail: () => console.log('fail') }).then((r) => console.log('then', r));";
    const phone = await run(body, { answers: { confirm: () => ({ confirm: true }) } });
    expect(phone.lines).toEqual(['success {"confirm":true}', 'complete {"confirm":true}', 'then {"confirm":true}']);
  });

  it('calls fail and complete with error and errorMessage, and rejects', async () => {
    const body = "my.confirm({ fail: (e) => console.log('fail', e), complete: (e) => console.log('complete', e) }).catch((e) => console.log('catch', e));";
    const phone = await run(body, { answers: { confirm: failing } });
    const error = '{"error":11,"errorMessage":"cancelled"}';
    expect(phone.lines).toEqual([`fail ${error}`, `complete ${error}`, `catch ${error}`]);
  });

  it('is reported when it begins and ends, without its callbacks', async () => {
    const phone = await run("my.showToast({ content: 'x', success() {} });");
    const [begun, ended] = phone.reports('call');
    expect(begun).toMatchObject({ api: 'showToast', args: { content: 'x' }, status: 'pending', mocked: false });
    expect(ended).toMatchObject({ id: begun?.id, status: 'success', result: {} });
    expect(ended?.ms).toBeTypeOf('number');
  });

  it('says what it needs', async () => {
    const phone = await run('my.request({ fail: (e) => console.log(e) });');
    expect(phone.lines).toEqual(['{"error":2,"errorMessage":"my.request needs a text as url"}']);
    expect(phone.sent('call')).toEqual([]);
  });

  it('reports an error in a callback as the program’s', async () => {
    const phone = await run("my.alert({ success() { throw new Error('mine'); }, complete() { console.log('complete'); } });");
    expect(phone.errors).toEqual(['Uncaught Error: mine (in success of my.alert)']);
    expect(phone.lines).toContain('complete');
  });

  it('counts as work until it is answered', async () => {
    const phone = await run('my.alert({});', { answers: { alert: null } });
    phone.receive({ type: 'ping', id: 1 });
    expect(phone.sent('pong')[0]?.work).toMatchObject({ calls: 1, renders: 0, routes: 0 });
  });
});

describe('mocks', () => {
  it('answer any call in place of its answerer', async () => {
    const phone = await run('my.request({ url: "https://shop.example/", success: (r) => console.log(r.data) });', {
      mocks: [{ api: 'request', outcome: 'success', result: { data: 'mocked' }, delayMs: 0 }],
    });
    await phone.fireTimers();
    expect(phone.lines).toEqual(['mocked']);
    expect(phone.sent('call')).toEqual([]);
    expect(phone.reports('call').at(-1)).toMatchObject({ mocked: true, status: 'success' });
  });

  it('fail with what they say', async () => {
    const phone = await run('my.getLocation({ fail: (e) => console.log(e) });', {
      mocks: [{ api: 'getLocation', outcome: 'fail', result: { error: 11, errorMessage: 'no' }, delayMs: 0 }],
    });
    await phone.fireTimers();
    expect(phone.lines).toEqual(['{"error":11,"errorMessage":"no"}']);
  });

  it('answer synchronous calls too, and can be changed and taken away', async () => {
    const phone = await start('console.log(my.getStorageSync({ key: "k" }).data);');
    phone.receive({ type: 'mocks', mocks: [{ api: 'getStorageSync', outcome: 'success', result: { data: 'mocked' }, delayMs: 0 }] });
    await phone.tap('go');
    phone.receive({ type: 'mocks', mocks: [{ api: 'getStorageSync', outcome: 'default', result: null, delayMs: 0 }] });
    await phone.tap('go');
    expect(phone.lines).toEqual(['mocked', 'null']);
  });
});

describe('tiers', () => {
  it('2 succeeds with a sample', async () => {
    const phone = await run('my.getBatteryInfo({ success: (r) => console.log(r) }); console.log(my.getBatteryInfoSync());');
    expect(phone.lines).toEqual(['{"level":80,"isCharging":false}', '{"level":80,"isCharging":false}']);
  });

  it('2 gives objects whose methods are recorded and call listeners', async () => {
    const phone = await run(
      "const recorder = my.getRecorderManager(); recorder.onStart(() => console.log('started')); recorder.start({ duration: 1 }); my.createMapContext('m').getScale({ success: () => console.log('scale') });",
    );
    expect([...phone.lines].sort()).toEqual(['scale', 'started']);
    expect(phone.reports('call').map(({ api, status }) => `${api} ${status}`)).toContain('RecorderManager.start success');
  });

  it('3 rejects with a reason and one console line', async () => {
    const phone = await run('my.ap.openURL({ url: "x", fail: (e) => console.log(e.error) }); my.openCardList();');
    const lines = phone.reports('console').map(({ level, origin, text }) => `${level} ${origin} ${text}`);
    expect(lines).toEqual([
      'warn system my.ap.openURL is not supported in the simulator. Needs the wallet app.',
      'warn system my.openCardList is not supported in the simulator. Opens a page of the wallet app, which the simulator does not have.',
      'log program 1',
    ]);
  });

  it('decide what canIUse says', async () => {
    const names = [
      'showToast',
      'getBatteryInfo',
      'ap.openURL',
      'openCardList',
      'noSuchApi',
      'button.open-type.share',
      'lifestyle',
      'page.$spliceData',
      'component2',
      'getSystemInfo.callback.brand',
      'SelectorQuery.exec',
    ];
    const phone = await run(`console.log(${JSON.stringify(names)}.map((name) => my.canIUse(name) ? 1 : 0).join(''));`);
    expect(phone.lines).toEqual(['11000111111']);
  });
});

describe('names that do not exist', () => {
  it('are named, in my and in its parts', async () => {
    const phone = await run('try { my.noSuchApi({}); } catch (e) { console.log(e.message); } my.ap.noSuchApi();');
    expect(phone.lines).toEqual([
      'my.noSuchApi is not an API of mini programs',
      'Uncaught Error: my.ap.noSuchApi is not an API of mini programs (in go of pages/a/a)',
    ]);
  });

  it('of another vendor are named with their call, and can be asked for with typeof', async () => {
    const phone = await run('console.log(typeof wx, typeof tt); wx.request({});');
    expect(phone.lines).toEqual([
      'undefined undefined',
      'Uncaught wx.request belongs to another platform; in this mini program the namespace is my (in go of pages/a/a)',
    ]);
  });

  it('do not make my a promise', async () => {
    const phone = await run('(async () => { const m = await my; console.log(m === my, "noSuch" in my, typeof my.showToast); })();');
    expect(phone.lines).toEqual(['true false function']);
  });
});

describe('my.call and my.on', () => {
  it('are general forms', async () => {
    const phone = await run(
      "my.call('showToast', { content: 'x' }, (r) => console.log('called', r)); const heard = my.on('socketOpen', () => console.log('open')); my.on('socketOpen', () => console.log('also')); heard.remove();",
    );
    phone.receive({ type: 'push', channel: 'socketOpen', payload: {} });
    await phone.settle();
    expect(phone.lines).toEqual(['called {}', 'also']);
  });
});

describe('listeners', () => {
  it('hear of the phone and can be taken away', async () => {
    const phone = await run(
      "const hear = (e) => console.log('net', e); my.onNetworkStatusChange(hear); my.onMemoryWarning((e) => console.log('memory', e.level)); my.onUserCaptureScreen(() => console.log('shot')); my.getNetworkType({ success: (r) => console.log(r.networkType) });",
    );
    const environment = { ...sampleEnvironment, network: 'offline' as const };
    phone.receive({ type: 'environment', environment });
    phone.receive({ type: 'app-event', name: 'memory-warning' });
    phone.receive({ type: 'app-event', name: 'screenshot-taken' });
    await phone.settle();
    expect(phone.lines).toEqual(['WIFI', 'net {"isConnected":false,"networkType":"NOTREACHABLE"}', 'memory 10', 'shot']);
  });

  it('off without a function removes all', async () => {
    const phone = await run("my.onMemoryWarning(() => console.log('one')); my.offMemoryWarning();");
    phone.receive({ type: 'app-event', name: 'memory-warning' });
    await phone.settle();
    expect(phone.lines).toEqual([]);
  });
});

describe('system information', () => {
  it('follows the chosen device', async () => {
    const phone = await run(
      'const i = my.getSystemInfoSync(); console.log(i.platform, i.model, i.windowWidth, i.windowHeight, i.screenHeight, i.pixelRatio, i.language, i.safeArea.bottom); my.getSystemInfo({ success: (r) => console.log(r.model, my.env.platform, /^\\d+\\.\\d+\\.\\d+$/.test(my.SDKVersion)) });',
    );
    expect(phone.lines).toEqual(['Android Sample 1 360 708 780 3 en 764', 'Sample 1 Android true']);
  });

  it('leaves the sides free when the phone is held across', async () => {
    const phone = await start('console.log(my.getSystemInfoSync().safeArea);');
    const device = { ...sampleEnvironment.device, notch: 'hole' as const };
    phone.receive({ type: 'environment', environment: { ...sampleEnvironment, device, orientation: 'landscape' } });
    await phone.tap('go');
    expect(JSON.parse(phone.lines[0] ?? '')).toEqual({ left: 24, top: 0, right: 756, bottom: 344, width: 732, height: 344 });
  });
});

describe('ext', () => {
  it('is the merchant’s, as a copy', async () => {
    const phone = await run('my.getExtConfigSync().name = "x"; my.getExtConfig({ success: (r) => console.log(r.data, my.getExtConfigSync()) });', {
      manifest: { ext: { name: 'Lotus Tea' } },
    });
    expect(phone.lines).toEqual(['{"name":"Lotus Tea"} {"name":"Lotus Tea"}']);
  });
});

describe('the network', () => {
  it('asks the engine with headers, method and time limit', async () => {
    const phone = await run(
      "my.request({ url: 'https://shop.example/', method: 'POST', headers: { a: '1' }, data: { x: 1 }, success: (r) => console.log(r.data) });",
      {
        answers: { request: () => ({ data: { ok: true }, status: 200, headers: {} }) },
      },
    );
    expect(phone.sent('call')).toMatchObject([
      {
        to: 'host',
        api: 'request',
        args: { url: 'https://shop.example/', method: 'POST', headers: { a: '1' }, data: { x: 1 }, dataType: 'json', timeout: 30_000 },
      },
    ]);
    expect(phone.lines).toEqual(['{"ok":true}']);
  });

  it('sends and receives bytes', async () => {
    const phone = await run(
      "my.request({ url: 'https://shop.example/', method: 'POST', data: new Uint8Array([1, 2, 3]).buffer, dataType: 'arraybuffer', success: (r) => console.log(r.data instanceof ArrayBuffer, new Uint8Array(r.data)) });",
      {
        answers: { request: () => ({ data: 'AQID', status: 200, headers: {} }) },
      },
    );
    expect(phone.sent('call')[0]?.args).toMatchObject({ data: 'AQID', isBinary: true });
    expect(phone.lines).toEqual(['true {"0":1,"1":2,"2":3}']);
  });

  it('lets a request be aborted', async () => {
    const phone = await run("const task = my.request({ url: 'https://shop.example/', fail: (e) => console.log(e.error, e.errorMessage) }); task.abort();", {
      answers: { request: null },
    });
    expect(phone.lines).toEqual(['20 my.request has been aborted']);
  });

  it('gives sockets as listeners and as a task', async () => {
    const phone = await run(
      "my.onSocketMessage((m) => console.log('listener', m.data)); const task = my.connectSocket({ url: 'wss://shop.example/', multiple: true }); task.onMessage((m) => console.log('task', m.data.data)); task.send({ data: 'hi' });",
    );
    phone.receive({ type: 'push', channel: 'socketMessage', payload: { data: 'hello', isBuffer: false } });
    await phone.settle();
    expect(phone.lines).toEqual(['listener hello', 'task hello']);
    expect(phone.sent('call').map(({ api }) => api)).toEqual(['connectSocket', 'sendSocketMessage']);
  });
});

describe('bytes and base64', () => {
  it('go both ways', async () => {
    const phone = await run(
      "const b = my.base64ToArrayBuffer('aGVsbG8='); console.log(b.byteLength, my.arrayBufferToBase64(b), my.arrayBufferToBase64(new ArrayBuffer(0)) === '');",
    );
    expect(phone.lines).toEqual(['5 aGVsbG8= true']);
  });
});

describe('the file system', () => {
  it('keeps files in memory', async () => {
    const phone = await run(`const fs = my.getFileSystemManager(); const root = my.env.USER_DATA_PATH;
      console.log(fs.mkdirSync(root + '/d'), fs.writeFileSync({ filePath: root + '/d/a.txt', data: 'hé', encoding: 'utf8' }), fs.readFileSync(root + '/d/a.txt', 'utf8').data);
      fs.readdir({ dirPath: root + '/d', success: (r) => console.log(r.files) });
      fs.stat({ path: root + '/d/a.txt', success: (r) => console.log(r.stats.size, r.stats.isFile()) });
      fs.readFile({ filePath: root + '/none', fail: (e) => console.log(e.error) });`);
    expect([...phone.lines].sort()).toEqual(['10022', '3 true', '["a.txt"]', '{"success":true} {"success":true} hé']);
  });
});

describe('selector queries and observers', () => {
  it('ask the document in one go and tell each part and the whole', async () => {
    const phone = await run(
      "my.createSelectorQuery().select('#a').boundingClientRect((r) => console.log('one', r)).selectAll('.b').fields({ id: true, size: true }).selectViewport().scrollOffset().exec((all) => console.log(all));",
      { answers: { selectorQuery: () => [{ width: 1 }, [{ id: 'b' }], { scrollTop: 0 }] } },
    );
    expect(phone.sent('call')).toMatchObject([
      {
        to: 'document',
        api: 'selectorQuery',
        instance: phone.topId,
        args: {
          queries: [
            { selector: '#a', all: false, want: 'boundingClientRect' },
            { selector: '.b', all: true, want: 'fields', fields: { id: true, size: true } },
            { selector: null, all: false, want: 'scrollOffset' },
          ],
        },
      },
    ]);
    expect(phone.lines).toEqual(['one {"width":1}', '[{"width":1},[{"id":"b"}],{"scrollTop":0}]']);
  });

  it('observe intersections until they are disconnected', async () => {
    const phone = await run(
      "this.o = my.createIntersectionObserver({ thresholds: [0.5] }); this.o.relativeToViewport({ bottom: 10 }).observe('.x', (e) => { console.log(e.intersectionRatio); this.o.disconnect(); });",
    );
    phone.receive({ type: 'push', channel: 'intersection:1', payload: { intersectionRatio: 0.7 } });
    phone.receive({ type: 'push', channel: 'intersection:1', payload: { intersectionRatio: 0.9 } });
    await phone.settle();
    expect(phone.lines).toEqual(['0.7']);
    expect(phone.sent('call').map(({ api }) => api)).toEqual(['intersectionObserver.observe', 'intersectionObserver.disconnect']);
    expect(phone.sent('call')[0]?.args).toMatchObject({
      observer: 1,
      selector: '.x',
      thresholds: [0.5],
      relatives: [{ selector: null, margins: { bottom: 10 } }],
    });
  });
});

describe('canvas', () => {
  it('records commands and sends them on draw', async () => {
    const phone = await run(
      "const c = my.createCanvasContext('id'); const g = c.createLinearGradient(0, 0, 1, 1); g.addColorStop(0, 'red'); c.setFillStyle(g); c.fillRect(0, 0, 10, 10); c.lineWidth = 2; c.setFontSize(20); c.drawImage('/a.png', 1, 2); console.log(c.measureText('abc').width); c.draw(true, () => console.log('drawn'));",
    );
    expect(phone.sent('call')).toMatchObject([
      {
        api: 'canvas.draw',
        args: {
          canvasId: 'id',
          reserve: true,
          commands: [
            ['set', 'fillStyle', { kind: 'linear', points: [0, 0, 1, 1], stops: [[0, 'red']] }],
            ['fillRect', 0, 0, 10, 10],
            ['set', 'lineWidth', 2],
            ['set', 'font', '20px sans-serif'],
            ['drawImage', '/a.png', 1, 2],
          ],
        },
      },
    ]);
    expect(phone.lines).toEqual(['18', 'drawn']);
  });

  it('of the new kind comes from a query and draws when the job ends', async () => {
    const phone = await run(
      "my.createSelectorQuery().select('#c').node().exec(([{ node }]) => { node.width = 100; const p = node.getContext('2d'); p.fillStyle = 'red'; p.fillRect(0, 0, 1, 1); });",
      {
        answers: { selectorQuery: () => [{ node: { canvasId: 'c', width: 1, height: 2 } }] },
      },
    );
    expect(phone.sent('call').slice(1)).toMatchObject([
      { api: 'canvas.resize', args: { canvasId: 'c', width: 100, height: 2 } },
      {
        api: 'canvas.draw',
        args: {
          reserve: true,
          commands: [
            ['set', 'fillStyle', 'red'],
            ['fillRect', 0, 0, 1, 1],
          ],
        },
      },
    ]);
  });
});

describe('animations', () => {
  it('export groups and forget them', async () => {
    const phone = await run(
      'const a = my.createAnimation({ duration: 100 }); a.rotate(45).opacity(0.5).step().translate(1).step({ delay: 5 }); console.log(a.export(), a.export());',
    );
    const [first, second] = phone.lines[0]?.split('] [') ?? [];
    expect(JSON.parse(`${first}]`)).toEqual([
      {
        config: { duration: 100, timeFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' },
        animation: [
          ['rotate', [45]],
          ['opacity', [0.5]],
        ],
      },
      { config: { duration: 100, timeFunction: 'linear', delay: 5, transformOrigin: '50% 50% 0' }, animation: [['translate', [1]]] },
    ]);
    expect(second).toBe(']');
  });
});
