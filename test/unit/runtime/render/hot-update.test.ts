// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { TestPhone } from '#test/support/test-phone.ts';

const units = {
  '/pages/test/test': '<view>{{title}}</view><card title="{{title}}"/><card title="second"><text>in</text></card>',
  '/components/card': '<view class="card">{{title}}:{{count}}<slot/></view>',
};

function open(): TestPhone {
  const phone = new TestPhone({ units, component: () => ({ data: { count: 0 } }) }).open({ title: 'T' });
  phone.set({ count: 5 }, 1_000_001);
  phone.messages.length = 0;
  return phone;
}

async function replace(phone: TestPhone, path: string, text: string): Promise<void> {
  phone.define(path, text);
  await phone.renderer.replaceViews(phone.renderer.environment.manifest, [`${path}.axml`]);
}

describe('replacing a template', () => {
  it('keeps the data of the page and of its components', async () => {
    const phone = open();
    await replace(phone, '/pages/test/test', '<text>new {{title}}</text><view><card title="{{title}}"/></view><card title="changed"/>');
    expect(phone.html()).toBe('<text>new T</text><view><view class="card">T:0</view></view><view class="card">changed:5</view>');
    expect(phone.sent('create-components')).toEqual([]);
    expect(phone.sent('unmounted')).toEqual([]);
    expect(phone.sent('update-props')).toEqual([{ type: 'update-props', changes: [{ id: 1_000_001, props: { title: 'changed' } }] }]);
    phone.set({ title: 'U' });
    phone.set({ count: 6 }, 1_000_001);
    expect(phone.html()).toBe('<text>new U</text><view><view class="card">U:0</view></view><view class="card">changed:6</view>');
    expect(phone.errors).toEqual([]);
  });

  it('creates what is new and takes away what is gone', async () => {
    const phone = open();
    await replace(phone, '/pages/test/test', '<card title="only"/>');
    expect(phone.sent('unmounted')).toEqual([{ type: 'unmounted', ids: [1_000_001] }]);
    phone.messages.length = 0;
    await replace(phone, '/pages/test/test', '<card title="only"/><card title="more"/>');
    expect(phone.sent('create-components')[0]?.components).toMatchObject([{ id: 1_000_002, props: { title: 'more' } }]);
    expect(phone.html()).toContain('more:0');
  });

  it('renders only the components that use a changed template', async () => {
    const phone = open();
    const view = phone.page.firstElementChild;
    await replace(phone, '/components/card', '<text>{{title}}={{count}}<slot>none</slot></text>');
    expect(phone.page.firstElementChild).toBe(view);
    expect(phone.html()).toBe('<view>T</view><text>T=0none</text><text>second=5<text>in</text></text>');
    expect(phone.messages).toEqual([]);
  });

  it('does nothing for the same text', async () => {
    const phone = open();
    const before = [...phone.page.childNodes];
    await replace(phone, '/pages/test/test', units['/pages/test/test']);
    expect([...phone.page.childNodes]).toEqual(before);
  });
});
