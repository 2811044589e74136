// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { TestPhone, type TestProgram } from '#test/support/test-phone.ts';

function open(axml: string, data: Record<string, unknown> = {}, program: Partial<TestProgram> = {}): TestPhone {
  const phone = new TestPhone({ ...program, units: { '/pages/test/test': axml, ...program.units } });
  return phone.open(data);
}

describe('elements and text', () => {
  it('renders elements as a-names, and text with bindings', () => {
    const phone = open('<view class="a {{b}}"><text>Hi {{name}}!</text></view>', { name: 'Ada', b: 'x' });
    expect(phone.html()).toBe('<view class="a x"><text>Hi Ada!</text></view>');
    phone.set({ name: 'Bo' });
    expect(phone.html()).toBe('<view class="a x"><text>Hi Bo!</text></view>');
    expect(phone.errors).toEqual([]);
  });

  it('shows nothing for null and undefined, and never throws on a path through undefined', () => {
    const phone = open('<view>{{a}}|{{b.c.d}}|{{c[0].x}}|{{d.e()}}|{{n}}|{{f}}</view>', { a: null, n: 0, f: false });
    expect(phone.html()).toBe('<view>||||0|false</view>');
    expect(phone.errors).toEqual([]);
  });

  it('keeps the type of a lone binding and takes other attributes as text', () => {
    const set: unknown[] = [];
    const probe = () => ({ set: (name: string, value: unknown) => set.push([name, value]) });
    open('<probe a="{{1}}" b="{{ {x: 1} }}" c="1" d="n{{1}}" e f="{{u}}" scrollTop="{{2}}" />', {}, { builtIns: { probe: probe as never } });
    expect(set).toEqual([
      ['c', '1'],
      ['e', true],
      ['a', 1],
      ['b', { x: 1 }],
      ['d', 'n1'],
      ['scroll-top', 2],
    ]);
  });
});

describe('a:if', () => {
  it('switches between branches', () => {
    const phone = open('<view a:if="{{n > 1}}">many</view><view a:elif="{{n === 1}}">one {{m}}</view><block a:else>none</block>', { n: 0, m: 1 });
    expect(phone.html()).toBe('none');
    phone.set({ n: 1 });
    expect(phone.html()).toBe('<view>one 1</view>');
    phone.set({ m: 2 });
    expect(phone.html()).toBe('<view>one 2</view>');
    phone.set({ n: 5 });
    expect(phone.html()).toBe('<view>many</view>');
  });
});

describe('a:for', () => {
  it('keeps the nodes of keyed rows and moves them', () => {
    const phone = open('<view a:for="{{list}}" a:key="id">{{index}}:{{item.name}}</view>', {
      list: [
        { id: 1, name: 'a' },
        { id: 2, name: 'b' },
        { id: 3, name: 'c' },
      ],
    });
    const [first, , third] = phone.page.children;
    phone.set({
      list: [
        { id: 3, name: 'c' },
        { id: 4, name: 'd' },
        { id: 1, name: 'A' },
      ],
    });
    expect(phone.html()).toBe('<view>0:c</view><view>1:d</view><view>2:A</view>');
    expect(phone.page.children[0]).toBe(third);
    expect(phone.page.children[2]).toBe(first);
  });

  it('goes through nested lists with names of its own', () => {
    const phone = open(
      '<view a:for="{{rows}}" a:for-item="row" a:for-index="y"><text a:for="{{row.cells}}" a:for-item="cell" a:for-index="x">{{y}},{{x}}={{cell}}{{unit}};</text></view>',
      { rows: [{ cells: [1, 2] }, { cells: [3] }], unit: 'm' },
    );
    expect(phone.html()).toBe('<view><text>0,0=1m;</text><text>0,1=2m;</text></view><view><text>1,0=3m;</text></view>');
    phone.set({ 'rows[1].cells[0]': 9 });
    phone.set({ unit: 'k' });
    phone.set({ 'rows[0].cells[2]': 7 });
    expect(phone.html()).toBe('<view><text>0,0=1k;</text><text>0,1=2k;</text><text>0,2=7k;</text></view><view><text>1,0=9k;</text></view>');
  });

  it('evaluates only the row that a patch touches', () => {
    const calls: unknown[] = [];
    const phone = open(
      '<import-sjs name="m" from="./m.sjs"/><view a:for="{{list}}" a:key="id">{{m.show(item.name)}}</view>',
      {
        list: [
          { id: 1, name: 'a' },
          { id: 2, name: 'b' },
        ],
      },
      { sjs: { '/pages/test/m.sjs': { default: { show: (name: unknown) => (calls.push(name), name) } } } },
    );
    calls.length = 0;
    phone.set({ 'list[1].name': 'z' });
    expect(calls).toEqual(['z']);
    expect(phone.html()).toBe('<view>a</view><view>z</view>');
  });

  it('splices, and goes through numbers, texts and objects', () => {
    const phone = open('<view a:for="{{list}}">{{item}}</view><text a:for="{{n}}">{{item}}</text><text a:for="{{o}}">{{index}}{{item}}</text>', {
      list: [1, 2, 3],
      n: 2,
      o: { a: 1 },
    });
    phone.update([{ path: ['list'], splice: [1, 1, 8, 9] }]);
    phone.set({ 'o.b': 2 });
    expect(phone.html()).toBe('<view>1</view><view>8</view><view>9</view><view>3</view><text>0</text><text>1</text><text>a1</text><text>b2</text>');
  });
});

describe('templates, imports and includes', () => {
  it('gives a template a scope of its own and updates through it', () => {
    const phone = open('<template name="t"><view>{{a}}{{b}}{{hidden}}</view></template><template is="{{kind}}" data="{{a: x.y, ...more}}"/>', {
      kind: 't',
      x: { y: 1 },
      more: { b: 2 },
      hidden: 'no',
    });
    expect(phone.html()).toBe('<view>12</view>');
    phone.set({ 'x.y': 5 });
    phone.set({ 'more.b': 6 });
    expect(phone.html()).toBe('<view>56</view>');
    phone.set({ kind: 'none' });
    expect(phone.html()).toBe('');
  });

  it('imports templates, but not those that an import imports', () => {
    const files = {
      '/pages/test/b.axml': '<import src="./a.axml"/><template name="b">b<template is="a"/></template>',
      '/pages/test/a.axml': '<template name="a">a</template>',
      '/pages/test/c.axml': '<view>{{x}}</view><template name="inner">no</template>',
    };
    const phone = open('<import src="./b.axml"/><include src="./c.axml"/><template is="b"/>|<template is="a"/>', { x: 1 }, { files });
    expect(phone.html()).toBe('<view>1</view>ba|');
  });
});

describe('components', () => {
  const units = { '/components/card': '<view class="card">{{title}}{{own}}<slot>default</slot><slot name="foot" n="{{own}}">no foot</slot></view>' };
  const component = () => ({ data: { own: '!' } });

  it('renders a component without an element of its own, with slots', () => {
    const phone = open('<card title="{{t}}">in {{t}}<view slot="foot" slot-scope="p">{{p.n}}{{t}}</view></card>', { t: 'A' }, { units, component });
    expect(phone.html()).toBe('<view class="card">A!in A<view>!A</view></view>');
    phone.set({ t: 'B' });
    expect(phone.html()).toBe('<view class="card">B!in B<view>!B</view></view>');
    phone.set({ own: '?' }, 1_000_000);
    expect(phone.html()).toBe('<view class="card">B?in B<view>?B</view></view>');
  });

  it('keeps default content for slots that are not given', () => {
    const phone = open('<card><view slot="foot">f</view></card><card/>', {}, { units, component });
    expect(phone.html()).toBe('<view class="card">!default<view>f</view></view><view class="card">!defaultno foot</view>');
  });

  it('keeps default content for a slot that is only handed on, as long as nothing is given', () => {
    const all = { ...units, '/components/wrap': '<card><slot name="below" slot="foot"/></card>' };
    const phone = open('<wrap/><wrap><view slot="below">f</view></wrap>', {}, { units: all, component });
    expect(phone.html()).toBe('<view class="card">!defaultno foot</view><view class="card">!default<view>f</view></view>');
  });

  it('says which slots were given', () => {
    const all = { '/components/asks': '{{$slots.head ? "head" : "none"}} {{$slots.$default ? "some" : "empty"}}' };
    const phone = open('<asks><view slot="head">h</view></asks>|<asks>x</asks>', {}, { units: all });
    expect(phone.html()).toBe('head empty|none some');
  });

  it('tells the logic in order', () => {
    const all = { '/components/outer': '<inner/><slot/>', '/components/inner': '<text>i</text>' };
    const phone = open('<outer a:if="{{on}}" onPick="pick" kebab-name="x" data-n="{{1}}" flag><inner ref="save"/></outer>', { on: true }, { units: all });
    expect(phone.messages.map(({ type }) => type)).toEqual(['create-components', 'create-components', 'mounted', 'page-rendered']);
    const [first, second] = phone.sent('create-components');
    expect(first?.components).toEqual([
      expect.objectContaining({
        path: '/components/outer',
        owner: 1,
        parent: 1,
        props: { onPick: { $function: { owner: 1, method: 'pick' } }, kebabName: 'x', 'data-n': 1, flag: true },
        dataset: { n: 1 },
      }),
    ]);
    expect(second?.components).toMatchObject([
      { owner: 1_000_000, parent: 1_000_000 },
      { owner: 1, parent: 1_000_000, ref: 'save' },
    ]);
    expect(phone.sent('mounted')[0]?.ids).toEqual([1_000_001, 1_000_002, 1_000_000]);
    phone.messages.length = 0;
    phone.set({ on: false });
    expect(phone.messages).toEqual([{ type: 'unmounted', ids: [1_000_001, 1_000_002, 1_000_000] }, expect.objectContaining({ type: 'rendered' })]);
  });

  it('gives SJS functions to components without sending them', () => {
    const sjs = { '/pages/test/m.sjs': { default: { loud: (text: unknown) => `${text}!`, soft: (text: unknown) => `${text}.` } } };
    const all = { '/components/say': '<text>{{onSay(word)}}{{format(word)}}</text>' };
    const phone = open(
      '<import-sjs name="m" from="./m.sjs"/><say word="hi" onSay="{{big ? m.loud : m.soft}}" format="{{big ? m.loud : \'x\'}}"/>',
      { big: true },
      { units: all, sjs },
    );
    expect(phone.html()).toBe('<text>hi!hi!</text>');
    expect(phone.sent('create-components')[0]?.components[0]?.props).toEqual({ word: 'hi' });
    phone.set({ big: false });
    expect(phone.html()).toBe('<text>hi.</text>');
    expect(phone.sent('update-props')).toEqual([{ type: 'update-props', changes: [{ id: 1_000_000, props: { format: 'x' } }] }]);
    expect(phone.errors).toEqual([]);
  });

  it('tells which components have moved', () => {
    const all = { '/components/card': '<text>{{n}}</text>' };
    const phone = open('<card a:for="{{ids}}" a:key="*this" n="{{item}}"/>', { ids: [1, 2, 3] }, { units: all });
    phone.set({ ids: [3, 1, 2] });
    expect(phone.html()).toBe('<text>3</text><text>1</text><text>2</text>');
    expect(phone.sent('moved')).toEqual([{ type: 'moved', ids: [1_000_002] }]);
    expect(phone.sent('create-components')).toHaveLength(1);
  });

  it('acknowledges an update when changed props have been answered', () => {
    const phone = open('<card title="{{t}}"/>', { t: 1 }, { units, component });
    phone.automatic = false;
    phone.messages.length = 0;
    phone.set({ t: 2 });
    expect(phone.messages).toEqual([{ type: 'update-props', changes: [{ id: 1_000_000, props: { title: 2 } }] }]);
    phone.send([{ id: 1_000_000, patches: [], props: { title: 2 } }]);
    expect(
      phone
        .sent('rendered')
        .map(({ seq }) => seq)
        .sort(),
    ).toEqual([1, 2]);
    expect(phone.html()).toContain('2!');
  });
});

describe('events', () => {
  function tap(phone: TestPhone, selector: string): void {
    phone.page.querySelector(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }

  it('sends taps outwards until one catches them, with datasets and marks', () => {
    const phone = open(
      '<view onTap="outer" data-a="{{ {x: 1} }}" mark:m="1"><view catchTap="stop" mark:m="2" mark:k="{{v}}"><text id="t" onTap="inner" data-long-name="n">x</text></view></view>',
      { v: 7 },
    );
    tap(phone, '#t');
    const events = phone.sent('event');
    expect(events.map(({ method }) => method)).toEqual(['inner', 'stop']);
    expect(events[1]?.event).toMatchObject({
      type: 'tap',
      target: { id: 't', tagName: 'text', dataset: { longName: 'n' } },
      currentTarget: { tagName: 'view' },
      mark: { m: '2', k: 7 },
    });
    expect(phone.html()).not.toContain('data-');
  });

  it('runs capture handlers first', () => {
    const phone = open('<view capture-onTap="first"><view capture-catchTap="second"><text id="t" onTap="never">x</text></view></view>');
    tap(phone, '#t');
    expect(phone.sent('event').map(({ method }) => method)).toEqual(['first', 'second']);
  });

  it('resolves names in bindings, hands functions on, and calls SJS', () => {
    const seen: unknown[] = [];
    const sjs = { '/pages/test/m.sjs': { default: { tap: (event: { type: string }) => seen.push(event.type) } } };
    const units = { '/components/btn': '<text id="b" onTap="{{onPick}}" catchTap="{{onPick ? \'\' : \'x\'}}">b</text>' };
    const phone = open(
      '<import-sjs name="m" from="./m.sjs"/><text id="s" onTap="{{m.tap}}">s</text><text id="n" onTap="{{name}}">n</text><btn onPick="pick"/>',
      { name: 'go' },
      { sjs, units },
    );
    for (const id of ['#s', '#n', '#b']) tap(phone, id);
    expect(seen).toEqual(['tap']);
    expect(phone.sent('event').map(({ id, method }) => [id, method])).toEqual([
      [1, 'go'],
      [1, 'pick'],
    ]);
  });
});
