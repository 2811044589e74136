import { expect, page, test } from '#test/support/conformance.ts';

const log = `{ ${['a', 'b', 'c'].map((name) => `${name}(e) { console.log('${name}', e.type); }`).join(', ')} }`;

const flow: [rule: string, axml: string, expected: string[]][] = [
  ['on: bubbles', '<view onTap="a"><view onTap="b"><view id="x" onTap="c">x</view></view></view>', ['c tap', 'b tap', 'a tap']],
  ['catch: stops bubbling', '<view onTap="a"><view catchTap="b"><view id="x" onTap="c">x</view></view></view>', ['c tap', 'b tap']],
  ['capture-on: comes before', '<view capture-onTap="a"><view id="x" onTap="b" capture-onTap="c">x</view></view>', ['a tap', 'c tap', 'b tap']],
  ['capture-catch: ends it', '<view capture-catchTap="a"><view id="x" onTap="b">x</view></view>', ['a tap']],
  ['an element without handlers is passed through', '<view onTap="a"><view><text id="x">x</text></view></view>', ['a tap']],
  ['siblings hear nothing', '<view><view onTap="a">y</view><view id="x" onTap="b">x</view></view>', ['b tap']],
];

for (const [rule, axml, expected] of flow) {
  test(rule, async ({ run }) => {
    const phone = await run(page(axml, log));
    await phone.tap('#x');
    expect(await phone.lines()).toEqual(expected);
  });
}

test('events bubble out of a component into the page', async ({ run }) => {
  const phone = await run(
    page('<view onTap="a"><box/></view>', log, {
      'components/box/box.axml': '<view id="x" onTap="own">x</view>',
      'components/box/box.js': "Component({ methods: { own() { console.log('component'); } } });",
    }),
  );
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['component', 'a tap']);
});

test('catch in a component keeps the event from the page', async ({ run }) => {
  const phone = await run(
    page('<view onTap="a"><box/></view>', log, {
      'components/box/box.axml': '<view id="x" catchTap="own">x</view>',
      'components/box/box.js': "Component({ methods: { own() { console.log('component'); } } });",
    }),
  );
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['component']);
});

test('touch events in order, with touches', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" style="height: 100px" onTouchStart="t" onTouchMove="t" onTouchEnd="t" onTap="t">x</view>',
      '{ t(e) { console.log(e.type, (e.touches || []).length, (e.changedTouches || []).length); } }',
    ),
  );
  const box = await phone.find('#x').boundingBox();
  const mouse = phone.page.mouse;
  await mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await mouse.down();
  await mouse.move((box?.x ?? 0) + 12, (box?.y ?? 0) + 12);
  await mouse.up();
  await phone.idle();
  expect(await phone.lines()).toEqual(['touchStart 1 1', 'touchMove 1 1', 'touchEnd 0 1', 'tap 0 0']);
});

test('a touch says where it is', async ({ run }) => {
  const phone = await run(
    page(
      '<view style="height: 50px"/><view id="x" style="height: 100px" onTouchStart="t">x</view>',
      '{ t({ touches: [{ clientX, clientY, pageX, pageY, identifier }] }) { console.log(clientX, clientY, pageX, pageY, typeof identifier); } }',
    ),
  );
  await phone.find('#x').click({ position: { x: 5, y: 7 } });
  await phone.idle();
  expect(await phone.lines()).toEqual(['5 57 5 57 number']);
});

test('longTap after more than half a second, and no tap after it', async ({ run }) => {
  const phone = await run(page('<view id="x" style="height: 100px" onLongTap="a" onTap="b">x</view>', log));
  await phone.find('#x').click({ delay: 700 });
  await phone.idle();
  expect(await phone.lines()).toEqual(['a longTap']);
});

test('a long press without longTap handler is a tap', async ({ run }) => {
  const phone = await run(page('<view id="x" style="height: 100px" onTap="b">x</view>', log));
  await phone.find('#x').click({ delay: 700 });
  await phone.idle();
  expect(await phone.lines()).toEqual(['b tap']);
});

test('a drag is no tap', async ({ run }) => {
  const phone = await run(page('<view id="x" style="height: 200px" onTap="a" onTouchEnd="b">x</view>', log));
  const { mouse } = phone.page;
  const box = await phone.find('#x').boundingBox();
  await mouse.move((box?.x ?? 0) + 10, (box?.y ?? 0) + 10);
  await mouse.down();
  await mouse.move((box?.x ?? 0) + 90, (box?.y ?? 0) + 90);
  await mouse.up();
  await phone.idle();
  expect(await phone.lines()).toEqual(['b touchEnd']);
});

test('catchTouchMove keeps the page from scrolling', async ({ run }) => {
  const phone = await run(
    page('<view id="still" style="height: 200px" catchTouchMove="a">x</view><view id="free" style="height: 200px">y</view><view style="height: 3000px"/>', log),
  );
  const scrolled = () => phone.page.locator('mf-scroller').evaluate(({ scrollTop }) => scrollTop);
  expect(await phone.style('#still', 'touch-action')).toBe('none');
  await phone.find('#still').hover();
  await phone.page.mouse.wheel(0, 50);
  await phone.find('#free').hover();
  expect(await scrolled()).toBe(0);
  await phone.page.mouse.wheel(0, 50);
  await expect.poll(scrolled).toBeGreaterThan(0);
});

test('the event object', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="outer" data-place="out" onTap="t"><text id="inner" data-place="in">x</text></view>',
      '{ t(e) { delete e.timeStamp; const { type, target, currentTarget } = e; console.log(JSON.stringify({ type, target, currentTarget })); console.log(Object.keys(e.detail).length > 0, typeof e.detail.pageX); } }',
    ),
  );
  await phone.tap('#inner');
  const [first, second] = await phone.lines();
  expect(JSON.parse(first ?? '')).toMatchObject({
    type: 'tap',
    target: { id: 'inner', tagName: 'text', targetDataset: { place: 'in' } },
    currentTarget: { id: 'outer', tagName: 'view', dataset: { place: 'out' } },
  });
  expect(second).toBe('true number');
});

test('timeStamp is a number', async ({ run }) => {
  const phone = await run(page('<view id="x" onTap="t">x</view>', '{ t(e) { console.log(typeof e.timeStamp); } }'));
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['number']);
});

test('dataset: dashes become camel case, values keep their type', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" data-alpha-beta="{{1}}" data-on="{{true}}" data-o="{{o}}" data-text="t" data-UPPER="u" onTap="t">x</view>',
      '{ data: { o: { a: [1] } }, t(e) { console.log(JSON.stringify(e.currentTarget.dataset)); } }',
    ),
  );
  await phone.tap('#x');
  const dataset = JSON.parse((await phone.lines())[0] ?? '');
  expect(dataset).toMatchObject({ alphaBeta: 1, on: true, o: { a: [1] }, text: 't' });
});

test('dataset: keys are in the order they are written', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" data-b="{{n}}" data-z="1" data-a="{{n}}" data-on data-c="{{n}}" onTap="t">x</view>',
      '{ data: { n: 1 }, t(e) { console.log(Object.keys(e.currentTarget.dataset).join()); } }',
    ),
  );
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['b,z,a,on,c']);
});

test('dataset: values are those of now', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" data-n="{{n}}" onTap="t">x</view>',
      '{ data: { n: 1 }, t(e) { console.log(e.currentTarget.dataset.n); this.setData({ n: this.data.n + 1 }); } }',
    ),
  );
  await phone.tap('#x', '#x');
  expect(await phone.lines()).toEqual(['1', '2']);
});

test('mark: is merged along the path, without changing case', async ({ run }) => {
  const phone = await run(
    page(
      '<view mark:a="1" mark:camelCase="x" mark:both="outer" onTap="t"><view id="x" mark:b="{{2}}" mark:both="inner">x</view></view>',
      '{ t(e) { console.log(JSON.stringify(e.mark)); } }',
    ),
  );
  await phone.tap('#x');
  expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual({ a: '1', camelCase: 'x', b: 2, both: 'inner' });
});

test('mark: is empty where there is none', async ({ run }) => {
  const phone = await run(page('<view id="x" onTap="t">x</view>', '{ t(e) { console.log(JSON.stringify(e.mark)); } }'));
  await phone.tap('#x');
  expect(await phone.lines()).toEqual(['{}']);
});

test('mark: on a component is part of the path', async ({ run }) => {
  const phone = await run(
    page('<view onTap="t"><box mark:outer="1"/></view>', '{ t(e) { console.log(JSON.stringify(e.mark)); } }', {
      'components/box/box.axml': '<view id="x" mark:inner="2">x</view>',
    }),
  );
  await phone.tap('#x');
  expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual({ outer: '1', inner: '2' });
});

test('a handler that does not exist is an error', async ({ run }) => {
  const phone = await run(page('<view id="x" onTap="nowhere">x</view>'), { expectsErrors: true });
  await phone.tap('#x');
  expect((await phone.errors()).join()).toContain('nowhere');
});

test('an error in a handler is said and the program goes on', async ({ run }) => {
  const phone = await run(
    page('<view id="x" onTap="a">x</view><view id="y" onTap="b">y</view>', "{ a() { throw new Error('oops'); }, b() { console.log('on'); } }"),
    {
      expectsErrors: true,
    },
  );
  await phone.tap('#x', '#y');
  expect((await phone.errors()).join()).toContain('oops');
  expect(await phone.lines()).toContain('on');
});

test('handler names may come from data', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="x" onTap="{{name}}">x</view>',
      "{ data: { name: 'a' }, a() { console.log('a'); this.setData({ name: 'b' }); }, b() { console.log('b'); } }",
    ),
  );
  await phone.tap('#x', '#x');
  expect(await phone.lines()).toEqual(['a', 'b']);
});

test('tap on a disabled button is no tap', async ({ run }) => {
  const phone = await run(page('<button id="x" disabled="{{true}}" onTap="a">x</button>', log));
  await phone.tap('#x');
  expect(await phone.lines()).toEqual([]);
});

test('onAppear, onFirstAppear and onDisappear', async ({ run }) => {
  const phone = await run(
    page(
      '<view style="height: 2000px"/><view id="x" style="height: 50px" onAppear="t" onFirstAppear="t" onDisappear="t">x</view>',
      '{ t(e) { console.log(e.type); } }',
    ),
  );
  const scroll = (top: number) => phone.page.locator('mf-scroller').evaluate((scroller, to) => scroller.scrollTo(0, to), top);
  await scroll(2000);
  await expect.poll(() => phone.lines()).toEqual(['firstAppear', 'appear']);
  await scroll(0);
  await expect.poll(() => phone.lines()).toEqual(['firstAppear', 'appear', 'disappear']);
  await scroll(2000);
  await expect.poll(() => phone.lines()).toEqual(['firstAppear', 'appear', 'disappear', 'appear']);
});

test('onTransitionEnd and the animation events', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="t" class="{{on ? \'on\' : \'off\'}}" onTransitionEnd="t">x</view><view class="move" onAnimationStart="t" onAnimationEnd="t">y</view><button id="go" onTap="go"/>',
      '{ data: { on: false }, t(e) { console.log(e.type); }, go() { this.setData({ on: true }); } }',
      {
        'pages/index/index.acss':
          '.off { opacity: 1; transition: opacity 10ms; } .on { opacity: 0.5; transition: opacity 10ms; } @keyframes k { to { opacity: 0.2; } } .move { animation: k 20ms 1; }',
      },
    ),
  );
  await expect.poll(() => phone.lines()).toEqual(['animationStart', 'animationEnd']);
  await phone.tap('#go');
  await expect.poll(() => phone.lines()).toEqual(['animationStart', 'animationEnd', 'transitionEnd']);
});
