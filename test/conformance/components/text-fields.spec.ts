import { expect, page, test } from '#test/support/conformance.ts';

const log = '{ t({ type, detail }) { console.log(type, JSON.stringify(detail.value)); } }';

test('input: onInput, onFocus, onBlur, onConfirm', async ({ run }) => {
  const phone = await run(page('<input id="i" onInput="t" onFocus="t" onBlur="t" onConfirm="t"/>', log));
  const field = phone.find('#i input');
  await field.click();
  await field.pressSequentially('ab');
  await field.press('Enter');
  await phone.idle();
  const lines = await phone.lines();
  expect(lines.slice(0, 4)).toEqual(['focus ""', 'input "a"', 'input "ab"', 'confirm "ab"']);
  await field.blur();
  await expect.poll(async () => (await phone.lines()).at(-1)).toBe('blur "ab"');
});

test('input: value follows the data', async ({ run }) => {
  const phone = await run(page('<input id="i" value="{{v}}"/><button id="go" onTap="go"/>', "{ data: { v: 'a' }, go() { this.setData({ v: 'b' }); } }"));
  await expect(phone.find('#i input')).toHaveValue('a');
  await phone.tap('#go');
  await expect(phone.find('#i input')).toHaveValue('b');
});

test('input: controlled shows what the data says', async ({ run }) => {
  const phone = await run(
    page('<input id="i" controlled value="{{v}}" onInput="t"/>', "{ data: { v: '' }, t({ detail }) { this.setData({ v: detail.value.toUpperCase() }); } }"),
  );
  await phone.input('#i', 'abc');
  await expect(phone.find('#i input')).toHaveValue('ABC');
});

test('input: controlled without an answer stays as it is', async ({ run }) => {
  const phone = await run(page('<input id="i" controlled value="fixed"/>'));
  await phone.input('#i', 'abc');
  await expect(phone.find('#i input')).toHaveValue('fixed');
});

test('input: maxlength, disabled, password, placeholder', async ({ run }) => {
  const phone = await run(
    page('<input id="m" maxlength="{{3}}"/><input id="d" disabled value="x"/><input id="p" password value="x"/><input id="h" placeholder="Your name"/>'),
  );
  await phone.find('#m input').pressSequentially('abcdef');
  await expect(phone.find('#m input')).toHaveValue('abc');
  await expect(phone.find('#d input')).toBeDisabled();
  await expect(phone.find('#p input')).toHaveAttribute('type', 'password');
  expect(await phone.text()).toContain('Your name');
});

test('input: maxlength is 140 by default and -1 is no limit', async ({ run }) => {
  const phone = await run(page('<input id="a"/><input id="b" maxlength="{{-1}}"/>'));
  await phone.input('#a', 'x'.repeat(200));
  await phone.input('#b', 'x'.repeat(200));
  expect((await phone.find('#a input').inputValue()).length).toBe(140);
  expect((await phone.find('#b input').inputValue()).length).toBe(200);
});

for (const [type, mode] of [
  ['number', 'numeric'],
  ['digit', 'decimal'],
  ['text', 'text'],
] as const) {
  test(`input: type ${type} brings its keyboard`, async ({ run }) => {
    const phone = await run(page(`<input id="i" type="${type}"/>`));
    await expect(phone.find('#i input')).toHaveAttribute('inputmode', mode);
  });
}

test('input: focus by data', async ({ run }) => {
  const phone = await run(
    page(
      '<input id="i" focus="{{f}}" onFocus="t"/><button id="go" onTap="go"/>',
      "{ data: { f: false }, t() { console.log('focus'); }, go() { this.setData({ f: true }); } }",
    ),
  );
  await phone.tap('#go');
  await expect(phone.find('#i input')).toBeFocused();
});

test('input: selection and cursor', async ({ run }) => {
  const phone = await run(page('<input id="i" value="abcdef" focus selection-start="{{1}}" selection-end="{{3}}"/>'));
  await expect
    .poll(() => phone.find('#i input').evaluate((field) => [(field as HTMLInputElement).selectionStart, (field as HTMLInputElement).selectionEnd]))
    .toEqual([1, 3]);
});

test('input: placeholder-style and placeholder-class', async ({ run }) => {
  const phone = await run(
    page('<input id="i" placeholder="x" placeholder-style="color: rgb(1, 2, 3)" placeholder-class="ph"/>', '{}', {
      'pages/index/index.acss': '.ph { color: red; font-size: 30px; }',
    }),
  );
  expect(
    await phone.find('#i input').evaluate((field) => [getComputedStyle(field, '::placeholder').color, getComputedStyle(field, '::placeholder').fontSize]),
  ).toEqual(['rgb(1, 2, 3)', '30px']);
});

test('textarea: value, input, show-count, maxlength', async ({ run }) => {
  const phone = await run(page('<textarea id="a" maxlength="{{10}}" show-count onInput="t"/>', log));
  await phone.input('#a', 'hello');
  expect(await phone.lines()).toEqual(['input "hello"']);
  expect(await phone.text()).toContain('5/10');
});

test('textarea: auto-height grows with its text', async ({ run }) => {
  const phone = await run(page('<textarea id="a" auto-height style="width: 100px"/>'));
  const before = (await phone.find('#a').boundingBox())?.height ?? 0;
  await phone.input('#a', 'line\n'.repeat(12));
  expect((await phone.find('#a').boundingBox())?.height).toBeGreaterThan(before + 100);
});

test('input: cursor is where the cursor stands on focus', async ({ run }) => {
  const phone = await run(page('<input id="i" value="abcdef" cursor="{{2}}" focus/>'));
  await expect
    .poll(() => phone.find('#i input').evaluate((field) => [(field as HTMLInputElement).selectionStart, (field as HTMLInputElement).selectionEnd]))
    .toEqual([2, 2]);
});

for (const [type, written] of [
  ['number', '1234'],
  ['digit', '12.34'],
  ['idcard', '1234X'],
  ['text', '-12.3 4aX'],
] as const) {
  test(`input: the keyboard of type ${type} has its own keys only`, async ({ run }) => {
    const phone = await run(page(`<input id="i" type="${type}"/>`));
    await phone.find('#i input').pressSequentially('-12.3 4aX');
    await expect(phone.find('#i input')).toHaveValue(written);
  });
}

test('input: a placeholder takes over every look of text', async ({ run }) => {
  const phone = await run(
    page('<input id="i" placeholder="x" placeholder-style="font-style: italic; text-decoration: underline; padding-left: 7px" placeholder-class="ph"/>', '{}', {
      'pages/index/index.acss': '.ph { text-transform: uppercase; background: rgb(1, 2, 3); opacity: 0.5; }',
    }),
  );
  const look = await phone.find('#i input').evaluate((field) => {
    const { fontStyle, textDecorationLine, paddingLeft, textTransform, backgroundColor, opacity } = getComputedStyle(field, '::placeholder');
    return { fontStyle, textDecorationLine, paddingLeft, textTransform, backgroundColor, opacity };
  });
  expect(look).toEqual({
    fontStyle: 'italic',
    textDecorationLine: 'underline',
    paddingLeft: '7px',
    textTransform: 'uppercase',
    backgroundColor: 'rgb(1, 2, 3)',
    opacity: '0.5',
  });
});

test('textarea: the enter key makes a line, or confirms with another confirm-type', async ({ run }) => {
  const phone = await run(page('<textarea id="a" onConfirm="t"/><textarea id="b" confirm-type="done" onConfirm="t"/>', log));
  await phone.find('#a textarea').pressSequentially('a\nb');
  await expect(phone.find('#a textarea')).toHaveValue('a\nb');
  await phone.find('#b textarea').pressSequentially('c\n');
  await expect(phone.find('#b textarea')).toHaveValue('c');
  await expect.poll(() => phone.lines()).toEqual(['confirm "c"']);
});

test('input: what is pasted into a field for numbers comes through', async ({ run }) => {
  const phone = await run(page('<input id="i" type="number" onInput="t"/>', log));
  await phone.find('#i input').fill('No. 12');
  await expect.poll(() => phone.lines()).toEqual(['input "No. 12"']);
});
