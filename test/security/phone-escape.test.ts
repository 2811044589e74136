import { describe, expect, it } from 'vitest';
import { inspectProgram } from '#test/support/inspected.ts';

/** What a program tries; each must fail, with an error or with nothing. The first column is logged with the outcome. */
const attempts = `
const attempts = {
  eval: () => eval('1 + 1'),
  indirectEval: () => (0, eval)('1 + 1'),
  Function: () => Function('return 1')(),
  constructor: () => [].constructor.constructor('return 1')(),
  asyncConstructor: () => (async () => 1).constructor('return 1')(),
  generatorConstructor: () => (function* () {}).constructor('return 1')().next(),
  errorConstructor: () => { try { null.x } catch (error) { return error.constructor.constructor('return 1')() } },
  promiseConstructor: () => Promise.resolve().constructor.constructor('return 1')(),
  stringTimer: () => setTimeout('globalThis.leaked = 1', 0),
  sloppyThis: () => (function () { return this })().fetch,
  fetch: () => fetch('/boot'),
  XMLHttpRequest: () => new XMLHttpRequest(),
  WebSocket: () => new WebSocket('ws://localhost:1'),
  EventSource: () => new EventSource('/events'),
  WebTransport: () => new WebTransport('https://localhost:1'),
  importScripts: () => importScripts('/runtime/logic.js'),
  dynamicImport: () => Reflect.get(globalThis, 'import'),
  postMessage: () => postMessage({ type: 'open-page' }),
  close: () => close(),
  Worker: () => new Worker('/runtime/logic.js'),
  SharedWorker: () => new SharedWorker('/runtime/logic.js'),
  indexedDB: () => indexedDB.open('x'),
  caches: () => caches.open('x'),
  localStorage: () => localStorage.length,
  BroadcastChannel: () => new BroadcastChannel('x'),
  navigator: () => navigator.userAgent,
  location: () => location.href,
  self: () => self.location.href,
  window: () => window.location.href,
  document: () => document.body,
  globalThis: () => globalThis.location.href,
  AlipayJSBridge: () => AlipayJSBridge.call('x'),
  process: () => process.env,
  require: () => require('node:fs').readFileSync('/etc/passwd'),
  requireOutside: () => require('../../../../../../etc/passwd'),
  Notification: () => new Notification('x'),
  FileReader: () => new FileReader(),
  OffscreenCanvas: () => new OffscreenCanvas(1, 1),
  RTCPeerConnection: () => new RTCPeerConnection(),
  SharedArrayBuffer: () => new SharedArrayBuffer(8),
  crypto: () => crypto.subtle.digest,
};
const outcomes = {};
for (const [name, run] of Object.entries(attempts)) {
  try {
    const value = run();
    outcomes[name] = value === undefined || value === null ? 'nothing' : 'GOT ' + typeof value;
  } catch (error) {
    outcomes[name] = 'refused';
  }
}
console.log(outcomes);
`;

describe('a program that wants out', { timeout: 180_000 }, () => {
  it('finds no evaluation, no network, no storage, no message channel and no global of the worker', async () => {
    const { console: lines } = await inspectProgram({ 'pages/index/index.js': `Page({});\n${attempts}` });
    const outcomes = JSON.parse(lines.find(({ text }) => text.startsWith('{'))?.text ?? '{}') as Record<string, string>;
    expect(Object.keys(outcomes).length).toBeGreaterThan(35);
    expect(Object.entries(outcomes).filter(([, outcome]) => outcome.startsWith('GOT'))).toEqual([]);
  });

  it('reaches nothing from a template or an SJS module', async () => {
    const {
      text,
      console: lines,
      diagnostics,
    } = await inspectProgram({
      'pages/index/index.axml': `<import-sjs name="m" from="./m.sjs"/>
        <view>[{{document}}{{window.location.href}}{{m.out(m)}}]</view><view>{{''.constructor.constructor('return document')()}}</view>
        <rich-text nodes="{{markup}}"/>`,
      'pages/index/m.sjs': `function out(value) { return typeof value.constructor === 'string' ? 'a name' : 'a function'; }\nexport default { out };`,
      'pages/index/index.js': `Page({ data: { markup: '<p>shown</p><script>document.title = "taken"</script><img src="x" onerror="document.title = 1"><iframe src="https://example.com"></iframe>' } });`,
    });
    expect(text).toContain('[a name]');
    expect(text).toContain('shown');
    expect(text).not.toContain('taken');
    expect(JSON.stringify([lines, diagnostics])).not.toContain('HTMLDocument');
  });

  it('may ask for what my offers and is answered with an error for everything else', async () => {
    const { console: lines } = await inspectProgram({
      'pages/index/index.js': `Page({ async onReady() {
        for (const address of ['http://127.0.0.1:1/', 'http://localhost:1/', 'http://[::1]:1/', 'http://169.254.169.254/']) {
          try { await my.request({ url: address }); console.log('reached', address); } catch (error) { console.log(error.error); }
        }
        try { await my.call('documents.save', {}); console.log('reached'); } catch (error) { console.log('no call'); }
      } });`,
    });
    expect(lines.map(({ text }) => text)).not.toContain('reached');
    expect(lines.filter(({ text }) => text === '11')).toHaveLength(4);
  });
});

describe('a program that misbehaves', { timeout: 180_000 }, () => {
  const tap = [{ kind: 'tap' as const, selector: '#go' }];
  const button = '<view id="go" onTap="go">before</view>';

  it.each([
    ['spins', 'busy', { 'pages/index/index.js': 'Page({ go() { for (;;); } });', 'pages/index/index.axml': button }],
    [
      'draws without end',
      'too-many-nodes',
      {
        'pages/index/index.js': 'Page({ data: { list: [] }, go() { this.setData({ list: Array.from({ length: 150000 }, (_, at) => at) }); } });',
        'pages/index/index.axml': `${button}<view a:for="{{list}}" a:key="*this">{{item}}</view>`,
      },
    ],
    [
      'holds too much',
      'too-much-data',
      { 'pages/index/index.js': 'Page({ go() { this.setData({ text: "x".repeat(30 * 1024 * 1024) }); } });', 'pages/index/index.axml': button },
    ],
    [
      'asks without end',
      'dialog-storm',
      { 'pages/index/index.js': 'Page({ go() { for (let at = 0; at < 500; at++) my.alert({ content: String(at) }); } });', 'pages/index/index.axml': button },
    ],
    [
      'goes in circles',
      'navigation-loop',
      {
        'pages/index/index.js':
          'Page({ go() { this.on = true; this.turn(); }, turn() { my.redirectTo({ url: "/pages/index/index?on=1" }); }, onLoad(query) { if (query.on) this.turn(); } });',
        'pages/index/index.axml': button,
      },
    ],
  ])('that %s is stopped and named', async (_, reason, files) => {
    const { stopped } = await inspectProgram(files, tap);
    expect(stopped).toMatchObject({ reason });
    expect(stopped?.detail).toContain('pages/index/index');
  });

  it('that spins still tells what it logged before', async () => {
    const found = await inspectProgram({ 'pages/index/index.js': 'Page({ onLoad() { console.log("before"); for (;;); } });' });
    expect(found.stopped).toMatchObject({ reason: 'busy' });
    expect(found.console).toContainEqual(expect.objectContaining({ level: 'log', text: 'before' }));
  });
});
