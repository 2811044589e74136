import { describe, expect, it } from 'vitest';
import { startPhone } from './support/scripted-phone.ts';

const app = `App({
  onLaunch(options) { console.log('launch', options.path, options.query, options.scene); },
  onShow() { console.log('app show'); },
  onHide() { console.log('app hide'); },
});`;

function page(name: string, more = ''): string {
  const hooks = ['onLoad', 'onShow', 'onReady', 'onHide', 'onUnload'];
  return `Page({ ${hooks.map((hook) => `${hook}(query) { console.log('${name} ${hook}'${hook === 'onLoad' ? ', query' : ''}); }`).join(', ')}, ${more} });`;
}

describe('start', () => {
  it('runs onLaunch, onShow, onLoad, onShow, then onReady after the first render', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': page('a') }, launch: { query: 'x=1' } });
    expect(phone.lines).toEqual(['launch pages/a/a {"x":"1"} 1000', 'app show', 'a onLoad {"x":"1"}', 'a onShow', 'a onReady']);
    expect(phone.stack).toEqual(['pages/a/a']);
  });

  it('does not run onReady before the page is rendered', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': page('a') }, acknowledge: false });
    expect(phone.lines).not.toContain('a onReady');
    phone.receive({ type: 'page-rendered', id: phone.topId });
    await phone.settle();
    expect(phone.lines.at(-1)).toBe('a onReady');
  });

  it('sends data changed in onLoad and onShow as the first data', async () => {
    const source = `Page({ data: { n: 0 }, onLoad() { this.setData({ n: 1 }); }, onShow() { this.setData({ m: this.data.n + 1 }); } });`;
    const phone = await startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': source } });
    expect(phone.pages[0]?.data).toEqual({ n: 1, m: 2 });
    expect(phone.sent('update')).toEqual([]);
  });
});

describe('foreground and background', () => {
  it('hides page and app, shows app and page', async () => {
    const phone = await startPhone({ modules: { '/app.js': app, '/pages/a/a.js': page('a') } });
    const before = phone.lines.length;
    phone.receive({ type: 'app-event', name: 'hide' });
    phone.receive({ type: 'app-event', name: 'show' });
    await phone.settle();
    expect(phone.lines.slice(before)).toEqual(['a onHide', 'app hide', 'app show', 'a onShow']);
  });
});

describe('a tap', () => {
  it('changes this.data at once and sends one update', async () => {
    const source = `Page({ data: { n: 0 }, plus() { this.setData({ n: this.data.n + 1 }, function () { console.log('rendered', this.data.n); }); console.log(this.data.n); } });`;
    const phone = await startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': source } });
    await phone.tap('plus');
    expect(phone.lines).toEqual(['1', 'rendered 1']);
    expect(phone.sent('update').map(({ updates }) => updates)).toEqual([[{ id: phone.topId, patches: [{ path: ['n'], value: 1 }] }]]);
  });

  it('calls my.showToast in the document', async () => {
    const source = `Page({ go() { my.showToast({ content: 'Hello', success: () => console.log('shown') }); } });`;
    const phone = await startPhone({ modules: { '/app.js': 'App({});', '/pages/a/a.js': source } });
    await phone.tap('go');
    expect(phone.sent('call')).toMatchObject([{ to: 'document', api: 'showToast', args: { content: 'Hello' } }]);
    expect(phone.lines).toEqual(['shown']);
    expect(phone.reports('call').map(({ status }) => status)).toEqual(['pending', 'success']);
  });
});

describe('navigateTo', () => {
  it('hides the page, loads and shows the next, and brings the first back', async () => {
    const phone = await startPhone({
      modules: {
        '/app.js': 'App({});',
        '/pages/a/a.js': page('a', `go() { my.navigateTo({ url: '../b/b?x=1' }); }`),
        '/pages/b/b.js': page('b', 'back() { my.navigateBack(); }'),
      },
    });
    const before = phone.lines.length;
    await phone.tap('go');
    expect(phone.lines.slice(before)).toEqual(['a onHide', 'b onLoad {"x":"1"}', 'b onShow', 'b onReady']);
    expect(phone.stack).toEqual(['pages/a/a', 'pages/b/b']);
    await phone.tap('back');
    expect(phone.lines.slice(before + 4)).toEqual(['b onUnload', 'a onShow']);
    expect(phone.stack).toEqual(['pages/a/a']);
  });
});
