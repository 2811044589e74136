import { expect, page, test } from '#test/support/conformance.ts';

const log = '{ t({ type, detail }) { console.log(type, JSON.stringify(detail.value)); } }';

test('button: type, size, plain, loading, disabled have looks', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="d">a</button><button id="p" type="primary">a</button><button id="w" type="warn">a</button><button id="m" size="mini">a</button><button id="l" loading>a</button><button id="x" disabled>a</button><button id="pl" plain>a</button>',
    ),
  );
  const colors = await Promise.all(['#d', '#p', '#w', '#pl'].map((id) => phone.style(id, 'background-color')));
  expect(new Set(colors).size).toBe(4);
  expect((await phone.find('#m').boundingBox())?.height).toBeLessThan((await phone.find('#d').boundingBox())?.height ?? 0);
  await expect(phone.find('#l .a-button-spinner')).toBeVisible();
  await expect(phone.find('#x')).toHaveAttribute('aria-disabled', 'true');
});

test('button: hover-class comes with the finger and goes with it', async ({ run }) => {
  const phone = await run(page('<button id="b" hover-class="pressed" hover-start-time="{{0}}" hover-stay-time="{{0}}">a</button>'));
  await phone.find('#b').hover();
  await phone.page.mouse.down();
  await expect(phone.find('#b')).toHaveClass(/pressed/);
  await phone.page.mouse.up();
  await expect(phone.find('#b')).not.toHaveClass(/pressed/);
});

test('view: hover-stop-propagation keeps the look of the view around', async ({ run }) => {
  const phone = await run(
    page(
      '<view id="out" hover-class="pressed" hover-start-time="{{0}}" onTouchStart="t"><view id="in" hover-class="pressed" hover-start-time="{{0}}" hover-stop-propagation style="height: 40px">x</view></view>',
      '{ t(e) { console.log(e.type); } }',
    ),
  );
  await phone.find('#in').hover();
  await phone.page.mouse.down();
  await expect(phone.find('#in')).toHaveClass(/pressed/);
  await expect(phone.find('#out')).not.toHaveClass(/pressed/);
  await phone.page.mouse.up();
  await phone.idle();
  expect(await phone.lines()).toEqual(['touchStart']);
});

test('button: open-type getAuthorize asks and tells', async ({ run }) => {
  const phone = await run(
    page(
      '<button id="b" open-type="getAuthorize" scope="phoneNumber" onGetAuthorize="ok" onError="no">a</button>',
      "{ ok() { console.log('given'); }, no() { console.log('denied'); } }",
    ),
  );
  await phone.tap('#b');
  await phone.page.getByRole('button', { name: 'Allow' }).click();
  await expect.poll(() => phone.lines()).toEqual(['given']);
  await phone.tap('#b');
  await phone.page.getByRole('button', { name: 'Deny' }).click();
  await expect.poll(() => phone.lines()).toEqual(['given', 'denied']);
});

const fields = `<form onSubmit="t" onReset="r">
  <input id="i" name="input" value="a"/><textarea name="area" value="b"/><switch id="s" name="switch" checked/>
  <slider name="slider" value="{{30}}"/><checkbox-group name="boxes"><checkbox id="c1" value="1" checked/><checkbox id="c2" value="2"/></checkbox-group>
  <radio-group name="radio"><radio id="r1" value="x"/><radio id="r2" value="y" checked/></radio-group>
  <picker name="picker" range="{{['m', 'n']}}" value="{{1}}"><view>pick</view></picker>
  <button id="submit" form-type="submit">ok</button><button id="reset" form-type="reset">no</button></form>`;
const formLog = '{ t({ detail }) { console.log(JSON.stringify(detail.value)); }, r({ type }) { console.log(type); } }';

test('form: submits the values of its named fields', async ({ run }) => {
  const phone = await run(page(fields, formLog));
  await phone.tap('#submit');
  expect(JSON.parse((await phone.lines())[0] ?? '')).toEqual({ input: 'a', area: 'b', switch: true, slider: 30, boxes: ['1'], radio: 'y', picker: 1 });
});

test('form: reset brings the first values back', async ({ run }) => {
  const phone = await run(page(fields, formLog));
  await phone.input('#i', 'changed');
  await phone.tap('#s', '#c2', '#r1', '#reset', '#submit');
  const [reset, values] = await phone.lines();
  expect(reset).toBe('reset');
  expect(JSON.parse(values ?? '')).toMatchObject({ input: 'a', switch: true, boxes: ['1'], radio: 'y' });
});

test('checkbox and checkbox-group', async ({ run }) => {
  const phone = await run(
    page(
      '<checkbox-group onChange="t"><checkbox id="a" value="1"/><checkbox id="b" value="2" checked="{{true}}"/><checkbox id="c" value="3" disabled/></checkbox-group><checkbox id="d" onChange="t"/>',
      log,
    ),
  );
  await phone.tap('#a', '#b', '#c', '#d');
  expect(await phone.lines()).toEqual(['change ["2","1"]'.replace('["2","1"]', '["1","2"]'), 'change ["1"]', 'change true']);
});

test('radio-group: one at a time', async ({ run }) => {
  const phone = await run(
    page('<radio-group onChange="t"><radio id="a" value="1" checked/><radio id="b" value="2"/><radio id="c" value="3" disabled/></radio-group>', log),
  );
  await phone.tap('#b', '#b', '#c');
  expect(await phone.lines()).toEqual(['change "2"']);
  await expect(phone.find('#a')).toHaveAttribute('aria-checked', 'false');
});

test('switch: change, disabled, controlled', async ({ run }) => {
  const phone = await run(
    page('<switch id="a" onChange="t"/><switch id="b" disabled onChange="t"/><switch id="c" controlled checked="{{false}}" onChange="t"/>', log),
  );
  await phone.tap('#a', '#b', '#c');
  expect(await phone.lines()).toEqual(['change true', 'change true']);
  await expect(phone.find('#a')).toHaveAttribute('aria-checked', 'true');
  await expect(phone.find('#c')).toHaveAttribute('aria-checked', 'false');
});

test('switch, checkbox and radio: color', async ({ run }) => {
  const phone = await run(page('<switch id="s" checked color="rgb(1, 2, 3)"/><checkbox id="c" checked color="rgb(4, 5, 6)"/>'));
  await expect.poll(() => phone.style('#s', 'background-color')).toBe('rgb(1, 2, 3)');
  expect(await phone.style('#c .a-choice-box', 'background-color')).toBe('rgb(4, 5, 6)');
});

test('slider: drag, steps, show-value, changing and change', async ({ run }) => {
  const phone = await run(page('<slider id="s" min="{{0}}" max="{{100}}" step="{{10}}" show-value onChange="t" onChanging="t"/>', log));
  const track = await phone.find('#s .a-slider-track').boundingBox();
  const { mouse } = phone.page;
  await mouse.move((track?.x ?? 0) + 1, (track?.y ?? 0) + 2);
  await mouse.down();
  await mouse.move((track?.x ?? 0) + (track?.width ?? 0) * 0.52, (track?.y ?? 0) + 2);
  await mouse.up();
  await phone.idle();
  expect((await phone.lines()).at(-1)).toBe('change 50');
  expect((await phone.lines()).filter((line) => line.startsWith('changing')).length).toBeGreaterThan(0);
  expect(await phone.text()).toContain('50');
});

test('label: a tap is a tap on its field', async ({ run }) => {
  const phone = await run(
    page('<label id="in"><checkbox onChange="t"/><text id="word">agree</text></label><label id="for" for="s">turn</label><switch id="s" onChange="t"/>', log),
  );
  await phone.tap('#word', '#for');
  expect(await phone.lines()).toEqual(['change true', 'change true']);
});

test('picker: range, range-key, value, change', async ({ run }) => {
  const phone = await run(
    page(
      '<picker id="p" title="Choose" range="{{list}}" range-key="name" value="{{1}}" onChange="t"><view>open</view></picker>',
      "{ data: { list: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] }, t({ detail }) { console.log(detail.value); } }",
    ),
  );
  await phone.tap('#p');
  expect(await phone.text()).toContain('Choose');
  await phone.page.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => phone.lines()).toEqual(['1']);
});

test('picker: disabled', async ({ run }) => {
  const phone = await run(page('<picker id="p" disabled range="{{[1, 2]}}"><view>open</view></picker>'));
  await phone.tap('#p');
  expect(await phone.text()).toBe('open');
});

test('picker-view: value and change', async ({ run }) => {
  const axml = `<picker-view id="v" value="{{[1, 0]}}" onChange="t" style="height: 200px">
    <picker-view-column><view a:for="{{[0, 1, 2, 3]}}" a:key="*this">{{item}}</view></picker-view-column>
    <picker-view-column><view>x</view><view>y</view></picker-view-column></picker-view>`;
  const phone = await run(page(axml, log));
  expect(await phone.lines()).toEqual([]);
  const [first] = await phone.find('a-picker-view-column').all();
  await first?.evaluate((column) => column.scrollTo(0, (column.children[0]?.clientHeight ?? 0) * 3));
  await expect.poll(() => phone.lines()).toEqual(['change [3,0]']);
});
