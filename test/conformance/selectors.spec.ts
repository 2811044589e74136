import { expect, page, test } from '#test/support/conformance.ts';

/** What a person who drives a program may call its parts; each selector names the part `x`. */
const ways: [rule: string, axml: string, selector: string][] = [
  ['by id', '<view id="x" onTap="tell"/>', '#x'],
  ['by class', '<view class="a b" onTap="tell"/>', '.a.b'],
  ['by tag', '<button onTap="tell"/>', 'button'],
  ['below another', '<view class="a"><view><text onTap="tell">x</text></view></view>', '.a text'],
  ['as a child', '<text/><view class="a"><text onTap="tell">x</text></view>', '.a > text'],
  ['by its place', '<view><text>1</text><text onTap="tell">2</text></view>', 'view > text:nth-child(2)'],
  ['by a data attribute', '<view data-row="{{1}}"/><view data-row="{{2}}" onTap="tell"/>', '[data-row="2"]'],
  ['by another attribute', '<button type="warn"/><button type="primary" onTap="tell"/>', 'button[type=primary]'],
  ['by its handler', '<view/><view onTap="tell"/>', '[onTap="tell"]'],
  ['one of several selectors', '<view class="b" onTap="tell"/>', '.a, .b'],
  ['a component by tag', '<box onTold="tell"/>', 'box'],
  ['a component by id', '<box/><box id="x" onTold="tell"/>', '#x'],
  ['a component by class', '<box/><box class="x" onTold="tell"/>', '.x'],
  ['a component by a prop', '<box n="{{1}}"/><box n="{{2}}" onTold="tell"/>', 'box[n="2"]'],
  ['a part of a component', '<box onTold="tell"/>', '.inner'],
  ['a part below its component', '<view class="inner"/><box onTold="tell"/>', 'box .inner'],
  ['a part, with the sign of the way in', '<view class="inner"/><box id="b" onTold="tell"/>', '#b >>> .inner'],
];

for (const [rule, axml, selector] of ways) {
  test(`an element is named ${rule}`, async ({ run }) => {
    const phone = await run(
      page(axml, "{ tell() { console.log('x'); } }", {
        'components/box/box.axml': '<view><view class="inner" onTap="tap">in</view></view>',
        'components/box/box.js': 'Component({ methods: { tap() { if (this.props.onTold) this.props.onTold(); } } });',
      }),
    );
    await phone.tap(selector);
    expect(await phone.lines()).toEqual(['x']);
  });
}

test('a field is named by its name, and by a component around it', async ({ run }) => {
  const phone = await run(
    page('<input name="a" onInput="tell"/><box/>', "{ tell({ detail }) { console.log('a', detail.value); } }", {
      'components/box/box.axml': '<view>label</view><input onInput="tell"/>',
      'components/box/box.js': "Component({ methods: { tell({ detail }) { console.log('box', detail.value); } } });",
    }),
  );
  await phone.input('[name="a"]', '1');
  await phone.input('box', '2');
  expect(await phone.lines()).toEqual(['a 1', 'box 2']);
});

test('a tap beside a field takes the keyboard from it, one on its label does not', async ({ run }) => {
  const phone = await run(
    page(
      '<label id="l"><view>name</view><input id="i" onFocus="tell" onBlur="tell"/></label><view id="v">x</view>',
      '{ tell(e) { console.log(e.type, e.detail.value); } }',
    ),
  );
  await phone.input('#i', 'typed');
  await phone.tap('#l');
  expect(await phone.lines()).toEqual(['focus ']);
  await phone.tap('#v');
  expect(await phone.lines()).toEqual(['focus ', 'blur typed']);
});

test('what is no selector, and what nothing matches, is said', async ({ run }) => {
  const phone = await run(page('<view/>'));
  await expect(phone.tap('#none')).rejects.toThrow('No element matches #none.');
  await expect(phone.tap('((')).rejects.toThrow('(( is not a selector.');
});
