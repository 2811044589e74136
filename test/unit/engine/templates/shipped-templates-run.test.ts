import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { event, startMiniProgram } from '#test/support/mini-program.ts';

const directory = fileURLToPath(new URL('../../../../templates', import.meta.url));
const filesOf = (id: string) => join(directory, id, 'files');

async function start(id: string, ext: Record<string, unknown> = {}) {
  const shipped = JSON.parse(await readFile(join(filesOf(id), 'ext.json'), 'utf8')) as { ext: Record<string, unknown> };
  return startMiniProgram(filesOf(id), { ...shipped.ext, ...ext });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('coffee ordering', () => {
  it('takes an order from the menu to the list of orders', async () => {
    const program = await start('coffee-ordering', { serviceModes: ['pickup', 'delivery'], currency: 'IDR' });
    const menu = await program.open('pages/menu/menu');
    program.tap(menu, 'handleChange', 'oat-latte', 1);
    expect(menu.data.cart).toMatchObject({ count: 1, totalText: 'Rp 33.000' });
    const detail = await program.open('pages/detail/detail', { sku: 'gula-aren' });
    program.tap(detail, 'handleSize', event({ index: 1 }));
    program.tap(detail, 'handleQuantity', 1);
    program.tap(detail, 'handleAdd');
    const cart = await program.open('pages/cart/cart');
    expect(cart.data.cart).toMatchObject({ count: 3, totalText: 'Rp 81.000' });
    program.tap(cart, 'handleChange', -1, 'gula-aren Large');
    expect(cart.data.cart).toMatchObject({ count: 2, totalText: 'Rp 57.000' });
    const checkout = await program.open('pages/checkout/checkout');
    program.tap(checkout, 'handlePlace');
    expect(checkout.data.missing).toBe('name');
    program.tap(checkout, 'handleInput', event({ field: 'name' }, 'Ayu'));
    program.tap(checkout, 'handleMode', event({ mode: 'delivery' }));
    program.tap(checkout, 'handlePlace');
    expect(checkout.data.missing).toBe('place');
    program.tap(checkout, 'handleInput', event({ field: 'place' }, 'Jalan Melati 7'));
    program.tap(checkout, 'handlePlace');
    const orders = await program.open('pages/orders/orders');
    expect(orders.data.orders).toMatchObject([{ totalText: 'Rp 57.000' }]);
    expect(program.storage.get('cart')).toEqual([]);
    const [{ id }] = orders.data.orders as [{ id: string }];
    const order = await program.open('pages/order/order', { id });
    expect(order.data.order).toMatchObject({ name: 'Ayu', place: 'Jalan Melati 7', count: 2 });
  });
});

describe('loyalty card', () => {
  it('collects stamps and spends them on a reward', async () => {
    const program = await start('loyalty-card', { stampsNeeded: 5 });
    const card = await program.open('pages/card/card');
    expect(card.data).toMatchObject({ count: 2, needed: 5 });
    const code = await program.open('pages/code/code');
    for (let stamp = 0; stamp < 9; stamp++) program.tap(code, 'handleCollect');
    expect((await program.open('pages/card/card')).data.count).toBe(5);
    const reward = await program.open('pages/reward/reward', { id: 'iced-tea' });
    expect(reward.data.ready).toBe(true);
    program.tap(reward, 'handleUse');
    expect((await program.open('pages/card/card')).data.count).toBe(1);
    expect((await program.open('pages/activity/activity')).data.entries).toMatchObject([
      { stamps: '−4' },
      { stamps: '+1' },
      { stamps: '+1' },
      { stamps: '+1' },
      {},
      {},
    ]);
  });
});

describe('appointments', () => {
  it('books a free time, refuses it the second time, and cancels', async () => {
    const program = await start('appointments', { closedWeekdays: [], opensAt: '00:00', closesAt: '23:59' });
    const book = await program.open('pages/book/book');
    const day = (book.data.days as { id: string }[])[1]?.id;
    program.tap(book, 'handleDay', day);
    program.tap(book, 'handleTime', event({ time: '09:00', off: false }));
    program.tap(book, 'handleContinue');
    const query = { service: 'cleaning', person: 'ana', day: day ?? '', time: '09:00' };
    const confirm = await program.open('pages/confirm/confirm', query);
    program.tap(confirm, 'handleBook');
    expect(confirm.data.missing).toBe('name');
    program.tap(confirm, 'handleInput', event({ field: 'name' }, 'Mina'));
    program.tap(confirm, 'handleInput', event({ field: 'phone' }, '123'));
    program.tap(confirm, 'handleBook');
    const visits = await program.open('pages/visits/visits');
    expect(visits.data.groups).toMatchObject([{ id: 'coming', visits: [{ serviceTitle: 'Cleaning', personName: 'Ana Moreira' }] }]);
    const second = await program.open('pages/confirm/confirm', query);
    program.tap(second, 'handleBook');
    expect(program.calls.some(({ name }) => name === 'alert')).toBe(true);
    const again = await program.open('pages/book/book');
    program.tap(again, 'handleDay', day);
    expect((again.data.times as { id: string; off: boolean }[]).find(({ id }) => id === '09:00')?.off).toBe(true);
    const [{ visits: list }] = visits.data.groups as [{ visits: { id: string }[] }];
    const visit = await program.open('pages/visit/visit', { id: list[0]?.id ?? '' });
    program.tap(visit, 'handleCancel');
    expect(visit.data).toMatchObject({ canCancel: false, visit: { cancelled: true } });
  });
});

describe.each(['appointments', 'coffee-ordering', 'loyalty-card'])('%s', (id) => {
  it.each<[string, unknown]>([
    ['no values', undefined],
    [
      'damaged values',
      {
        brandColour: 7,
        onBrandColour: 'red',
        appName: null,
        serviceModes: 'x',
        closedWeekdays: {},
        stampsNeeded: '9',
        currency: 'XXX',
        language: '??',
        opensAt: '',
        daysAhead: '1',
      },
    ],
    ['long and unusual values', { appName: '咖啡 "馆" 😀 فرع '.repeat(5), greeting: '{{x}}</view>', openingHours: '=1+1', language: 'zh-CN' }],
  ])('opens every page with %s and damaged storage', async (_, ext) => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { pages } = JSON.parse(await readFile(join(filesOf(id), 'app.json'), 'utf8')) as { pages: string[] };
    for (const stored of [undefined, 'text', 7, [null, 7, { sku: 7 }]]) {
      const program = startMiniProgram(filesOf(id), ext);
      for (const key of ['cart', 'orders', 'history', 'visits', 'mode', 'name', 'member', 'birthday'])
        if (stored !== undefined) program.storage.set(key, stored);
      for (const page of pages) {
        const opened = await program.open(page, { id: '%', sku: 'gone', day: 'x', time: '' });
        expect(opened.data.theme).toMatch(/^--brand: #[0-9A-Fa-f]{6}; --on-brand: #[0-9A-Fa-f]{6};/);
      }
    }
    expect((await readdir(join(filesOf(id), 'pages'))).length).toBe(pages.length);
  });
});
