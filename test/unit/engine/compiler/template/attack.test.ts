// @vitest-environment happy-dom
import { parse } from 'acorn';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compile, TestPhone } from '#test/support/test-phone.ts';

declare global {
  var breached: unknown;
}

beforeEach(() => {
  globalThis.breached = undefined;
});
afterEach(() => {
  expect(globalThis.breached).toBeUndefined();
});

const data = { list: [1, 2], key: 'constructor', proto: '__proto__', object: { a: 1 }, text: 'x', f: 1 };

/** Renders an expression in a text and as an attribute that a probe receives. */
function evaluate(expression: string): { text: string; value: unknown; errors: unknown[] } {
  let value: unknown;
  const set = (_: string, given: unknown) => {
    value = given;
  };
  const probe = () => ({ set });
  const phone = new TestPhone({
    units: { '/pages/test/test': `<probe value='{{${expression}}}'/><view>{{${expression}}}</view>` },
    builtIns: { probe },
  }).open(structuredClone(data));
  return { text: phone.page.querySelector('a-view')?.textContent ?? '', value, errors: phone.errors };
}

const run = 'globalThis.breached = true';

describe('expressions of a hostile author', () => {
  it.each([
    `"".constructor.constructor("${run}")()`,
    `""["constructor"]["constructor"]("${run}")()`,
    `""[key][key]("${run}")()`,
    `text[key][key]("${run}")()`,
    `""["const" + "ructor"]["constructor"]("${run}")()`,
    `list.map[key]("${run}")()`,
    `list.map.constructor("${run}")()`,
    `list.filter.constructor.call(null, "${run}")()`,
    `list[proto].constructor.constructor("${run}")()`,
    `object.__proto__.constructor.constructor("${run}")()`,
    `object.__lookupGetter__("__proto__").call(object)`,
    `object.valueOf.constructor("${run}")()`,
    `object[["constructor"]][["constructor"]]("${run}")()`,
    `[1].map("".at.constructor)`,
    `[[].at.call][0]("${run}")`,
    `[""[key][key]][0]("${run}")()`,
    `{ f: ""[key][key] }.f("${run}")()`,
    `(missing || ""[key][key])("${run}")()`,
    `(missing || "".constructor.constructor)("${run}")()`,
    `(missing || object["constructor"].constructor)("${run}")()`,
    `[list[proto].concat[key]][0]("${run}")()`,
    `text.replace("x", eval)`,
    `eval("${run}")`,
    `Function("${run}")()`,
    `window.breached = 1`,
    `document.defaultView.eval("${run}")`,
    `globalThis.eval("${run}")`,
    `self.eval("${run}")`,
    `this.constructor.constructor("${run}")()`,
    `(() => ${run})()`,
    `list.map(x => x.constructor.constructor("${run}")())`,
    `(x => document)(1)`,
    `(_1 => _2)(1)`,
    `(function () { ${run} })()`,
    `new (class { constructor() { ${run} } })()`,
    `import("data:text/javascript,${run}")`,
    `f = 1`,
    `object.a++`,
    `delete object.a`,
    `setTimeout("${run}")`,
    `{ __proto__: { x: 1 } }.x`,
    `$.get`,
    `i.page.environment`,
    `i.scope`,
    `$`,
    `p.ownerDocument`,
    `defineView`,
  ])('%s reaches nothing', (expression) => {
    const { text, value } = evaluate(expression);
    expect(['', 'undefined', 'null', 'false', ','], text).toContain(text);
    expect(typeof value).not.toBe('function');
    expect(value).not.toBe(globalThis);
    expect(value).not.toBe(document);
  });

  it('cannot change the data of the page', () => {
    const phone = new TestPhone({ units: { '/pages/test/test': '<view>{{list.reverse()}}{{list.push(9)}}{{list.sort()}}{{list}}</view>' } }).open({
      list: [3, 1, 2],
    });
    expect(phone.page.textContent).toBe('2,1,341,2,33,1,2');
  });

  it('looks names up in the data only', () => {
    const phone = new TestPhone({ units: { '/pages/test/test': '<view>{{document}}|{{window}}|{{toString}}|{{constructor}}|{{name}}</view>' } }).open({
      document: 'mine',
    });
    expect(phone.page.textContent).toBe('mine||||');
  });

  it('reads data that is called like a guarded name', () => {
    const phone = new TestPhone({ units: { '/pages/test/test': '<view>{{o.constructor}} {{o.prototype}}</view>' } }).open({
      o: { constructor: 'Gaudí', prototype: 'v1' },
    });
    expect(phone.page.textContent).toBe('Gaudí v1');
  });
});

describe('generated scripts', () => {
  const breakouts = [
    '</script><script>globalThis.breached=1</script>',
    '`${globalThis.breached=1}`',
    '");globalThis.breached=1;("',
    '\\");globalThis.breached=1;//',
    '\u2028globalThis.breached=1\u2029',
    '*/globalThis.breached=1/*',
    '<!--',
  ];

  it.each(breakouts)('hold %j as text wherever it stands', (text) => {
    const quoted = text.replaceAll('"', '&quot;').replaceAll('<', '&lt;');
    const axml = [
      `<view class="${quoted}" id="${quoted}" data-x="${quoted}" onTap="${quoted}" style="${quoted}" aria-label="${quoted}" other="${quoted}">${quoted}</view>`,
      `<view data-${text.replace(/[\s"'<>/={}]/g, '')}="1" mark:${text.replace(/[\s"'<>/={}]/g, '')}="1" on${text.replace(/[\s"'<>/={}]/g, '')}="1" ${text.replace(/[\s"'<>/={}]/g, '')}="2"/>`,
      `<template name="${quoted}">t</template><template is="${quoted}"/><slot name="${quoted}"/>`,
      `<view a:for="{{list}}" a:for-item="${quoted}" a:for-index="${quoted}x" a:key="${quoted}">{{index}}</view>`,
      `<import-sjs name="${quoted}" from="${quoted}"/><import src="${quoted}"/><include src="${quoted}"/>`,
      `<${text.replace(/[\s<>/]/g, '')}>a</${text.replace(/[\s<>/]/g, '')}>`,
    ].join('');
    const { code } = compile({ units: {} }, '/pages/test/test', axml);
    expect(() => parse(code, { ecmaVersion: 2022, sourceType: 'script' })).not.toThrow();
    expect(code).not.toContain('</script');
    expect(code).not.toMatch(/[\u2028\u2029]/);
    const phone = new TestPhone({ units: { '/pages/test/test': axml } }).open({ list: [1] });
    expect(phone.page.querySelector('a-view')?.textContent).toBe(text);
  });

  it('survive a path of the project with quotes in it', () => {
    const { code } = compile({ units: {} }, '/pages/a"b`${1}/</script>', '<view/>');
    expect(() => parse(code, { ecmaVersion: 2022, sourceType: 'script' })).not.toThrow();
    expect(code).not.toContain('</script');
  });
});

describe('patches of a hostile logic', () => {
  it('cannot reach prototypes', () => {
    const phone = new TestPhone({ units: { '/pages/test/test': '<view>{{a}}</view>' } }).open({ a: 1, o: {} });
    phone.update([
      { path: ['o', '__proto__', 'polluted'], value: 1 },
      { path: ['__proto__', 'polluted'], value: 1 },
      { path: ['o', 'constructor', 'prototype', 'polluted'], value: 1 },
      { path: [], value: JSON.parse('{"__proto__": {"polluted": 1}}') },
    ]);
    expect('polluted' in {}).toBe(false);
    expect(phone.errors).toEqual([]);
  });
});
