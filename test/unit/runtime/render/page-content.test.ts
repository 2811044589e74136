// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { nodeOf, treeOf, visibleText } from '#runtime/render/index.ts';
import { findAll } from '#runtime/render/selectors.ts';
import { TestPhone, type TestProgram } from '#test/support/test-phone.ts';

function open(axml: string, data: Record<string, unknown> = {}, program: Partial<TestProgram> = {}): TestPhone {
  return new TestPhone({ ...program, units: { '/pages/test/test': axml, ...program.units } }).open(data);
}

function top(phone: TestPhone) {
  const page = phone.renderer.top;
  if (!page) throw new Error('no page is shown');
  return page;
}

describe('the AXML tree', () => {
  it('has elements, components and texts with attributes and lines', () => {
    const units = { '/components/card': '<view>\n<slot/>\n</view>' };
    const phone = open('<view class="a" onTap="go" data-my-id="{{1}}">\n  <card title="{{t}}" onPick="pick">hi</card>\n</view>', { t: 'T' }, { units });
    const tree = treeOf(top(phone));
    expect(tree).toMatchObject({
      kind: 'page',
      children: [
        {
          name: 'view',
          kind: 'element',
          attributes: { class: 'a', onTap: 'go', 'data-my-id': 1 },
          source: { file: 'pages/test/test.axml', line: 1 },
          children: [
            {
              name: 'card',
              kind: 'component',
              attributes: { title: 'T', onPick: 'pick' },
              source: { file: 'pages/test/test.axml', line: 2 },
              children: [
                {
                  name: 'view',
                  source: { file: 'components/card.axml', line: 1 },
                  children: [{ name: '#text', kind: 'text', text: 'hi' }],
                },
              ],
            },
          ],
        },
      ],
    });
    const id = tree.children[0]?.id ?? 0;
    expect(nodeOf(id)).toBe(phone.page.querySelector('a-view'));
    expect(treeOf(top(phone)).children[0]?.id).toBe(id);
  });

  it('shows a component with an element of its own once', () => {
    const program = { units: { '/components/card': '<text>c</text>' }, hosts: ['/components/card'] };
    const phone = open('<card class="big" id="x" data-n="1"/>', {}, program);
    expect(phone.html()).toBe('<card class="h-components-card big" id="x"><text>c</text></card>');
    expect(treeOf(top(phone)).children).toMatchObject([{ name: 'card', kind: 'component', children: [{ name: 'text' }] }]);
  });

  it('names the file of an include', () => {
    const phone = open('<view/>\n<include src="./part.axml"/>', {}, { files: { '/pages/test/part.axml': '\n\n<text>p</text>' } });
    expect(treeOf(top(phone)).children[1]?.source).toEqual({ file: 'pages/test/part.axml', line: 3 });
  });
});

describe('the text a person sees', () => {
  it('goes in order, blocks on lines of their own, without what is hidden', () => {
    const phone = open(
      '<view>One <text>two</text></view><view hidden>no</view><view style="display:none">no</view><view a:if="{{x}}">no</view><view style="visibility:hidden">no<text style="visibility:visible">yes</text></view><view>  three\n four </view>',
    );
    for (const text of phone.page.querySelectorAll<HTMLElement>('a-text')) text.style.display = 'inline';
    expect(visibleText(phone.page)).toBe('One two\nyes\nthree four');
  });

  it('shows values and placeholders of fields', () => {
    const input = (host: HTMLElement) => {
      const field = document.createElement('input');
      host.append(field);
      return {
        set(name: string, value: unknown) {
          if (name === 'value') field.value = String(value);
          if (name === 'placeholder') field.placeholder = String(value);
          if (name === 'password') field.type = 'password';
        },
      };
    };
    const phone = open('<input value="typed" placeholder="p"/> <input placeholder="empty"/> <input password value="abc"/>', {}, { builtIns: { input } });
    expect(visibleText(phone.page)).toBe('typed\nempty\n•••');
  });
});

describe('selectors', () => {
  it('name AXML elements', () => {
    const phone = open('<view class="a"><text id="t" class="b">x</text></view><view><image class="b"/></view>');
    const found = (selector: string) => findAll([phone.page], selector).map(({ axml }) => axml.name);
    expect(found('text')).toEqual(['text']);
    expect(found('.b')).toEqual(['text', 'image']);
    expect(found('.a .b')).toEqual(['text']);
    expect(found('.a >>> .b')).toEqual(['text']);
    expect(found('view > image.b')).toEqual(['image']);
    expect(found('#t, image')).toEqual(['text', 'image']);
    expect(found('page view')).toEqual(['view', 'view']);
    expect(found('((')).toEqual([]);
  });
});

describe('nodes', () => {
  it('are counted, and too many end the render', () => {
    const phone = open('<view a:for="{{n}}"><text/></view>', { n: 10 });
    expect(phone.renderer.nodeCount()).toBe(20);
    phone.set({ n: 100_000 });
    expect(phone.errors.map(String)).toEqual(['TooManyNodes: more than 100000 elements at once']);
  });
});
