// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Patch } from '#runtime/protocol/messages.ts';
import { TestPhone, type TestProgram } from '#test/support/test-phone.ts';

/** Names that data and templates share, so that patches meet what is shown. */
const leaf = fc.constantFrom('a', 'b', 'c');
const containerName = fc.constantFrom('list', 'rows', 'o');
const scalar = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('x', 'y', '', true, false, null));
const record = fc.record({ id: fc.integer({ min: 0, max: 5 }), a: scalar, b: scalar, list: fc.array(scalar, { maxLength: 3 }) }, { requiredKeys: ['id'] });
const anyList = fc.oneof(fc.array(record, { maxLength: 5 }), fc.array(scalar, { maxLength: 4 }));
const data = fc.record({ a: scalar, b: scalar, c: scalar, list: anyList, rows: fc.array(record, { maxLength: 5 }), o: record });

/** Expressions over the page's data and the variables of the loops around. */
function expression(variables: readonly string[]): fc.Arbitrary<string> {
  const root = fc.constantFrom('a', 'b', 'c', 'list', 'rows', 'o', ...variables);
  const path = fc
    .tuple(root, fc.array(fc.constantFrom('.a', '.b', '.id', '.list', '[0]', '[1].a', '.length', '[a]'), { maxLength: 2 }))
    .map(([start, rest]) => start + rest.join(''));
  return fc.oneof(
    { weight: 4, arbitrary: path },
    fc.tuple(path, fc.constantFrom('+', '===', '&&', '||', '>'), path).map(([one, operator, other]) => `${one} ${operator} ${other}`),
    fc.tuple(path, path, path).map(([test, one, other]) => `${test} ? ${one} : ${other}`),
    path.map((value) => `m.show(${value})`),
    path.map((value) => `"".concat(${value})`),
  );
}

interface Shape {
  depth: number;
  variables: readonly string[];
}

function nodes({ depth, variables }: Shape): fc.Arbitrary<string> {
  const value = expression(variables);
  const text = fc.tuple(leaf, value).map(([word, code]) => `${word}{{${code}}};`);
  if (depth === 0) return text;
  const inner = fc.array(nodes({ depth: depth - 1, variables }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
  const item = `i${depth}`;
  const index = `n${depth}`;
  const row = fc.array(nodes({ depth: depth - 1, variables: [...variables, item, index] }), { minLength: 1, maxLength: 2 }).map((parts) => parts.join(''));
  const list = fc.oneof(containerName, expression(variables));
  const key = fc.constantFrom('', 'a:key="id"', 'a:key="*this"', `key="{{${item}.id}}"`, `a:key="{{${item}.a}}"`);
  return fc.oneof(
    text,
    fc.tuple(value, inner).map(([code, children]) => `<view class="{{${code}}}" id="s{{${code}}}">${children}</view>`),
    fc
      .tuple(value, inner, value, inner, inner)
      .map(([c1, b1, c2, b2, b3]) => `<view a:if="{{${c1}}}">${b1}</view><block a:elif="{{${c2}}}">${b2}</block><text a:else>${b3}</text>`),
    fc.tuple(value, inner).map(([code, children]) => `<block a:if="{{${code}}}">${children}</block>`),
    fc.tuple(list, key, row).map(([code, by, children]) => `<view a:for="{{${code}}}" a:for-item="${item}" a:for-index="${index}" ${by}>${children}</view>`),
    fc.tuple(list, key, row).map(([code, by, children]) => `<block a:for="{{${code}}}" a:for-item="${item}" a:for-index="${index}" ${by}>${children}</block>`),
    fc.tuple(value, value).map(([one, other]) => `<template is="t" data="{{a: ${one}, ...o, list: ${other}}}"/>`),
    fc.tuple(value, value).map(([one, other]) => `<template is="{{${one} ? 't' : 'u'}}" data="{{...${other}, c}}"/>`),
    fc
      .tuple(value, inner, value)
      .map(
        ([one, children, other]) => `<box a="{{${one}}}" list="{{${other}}}">${children}<view slot="foot" slot-scope="${item}">{{${item}.v}}{{a}}</view></box>`,
      ),
  );
}

const templates =
  '<import-sjs name="m" from="./m.sjs"/>' +
  '<template name="t"><text>{{a}}{{id}}<block a:for="{{list}}">{{item}}{{item.a}}</block></text></template>' +
  '<template name="u"><view a:if="{{c}}">{{a}}</view>{{list.length}}</template>';

const key = fc.oneof(leaf, fc.constantFrom('list', 'rows', 'o'));
const step = fc.oneof(fc.constantFrom<string | number>('a', 'b', 'id', 'list'), fc.integer({ min: 0, max: 5 }));
const newValue = fc.oneof(scalar, record, anyList);
const patch: fc.Arbitrary<Patch> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(key, fc.array(step, { maxLength: 3 }), newValue).map(([start, rest, value]) => ({ path: [start, ...rest], value })) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('list', 'rows'), fc.array(record, { maxLength: 3 }), fc.nat(4), fc.nat(3))
      .map(([start, items, at, count]): Patch => ({ path: [start], splice: [at, count, ...items] })),
  },
  { weight: 1, arbitrary: data.map((value): Patch => ({ path: [], value })) },
  { weight: 2, arbitrary: fc.shuffledSubarray([0, 1, 2, 3, 4, 5]).map((ids): Patch => ({ path: ['rows'], value: ids.map((id) => ({ id, a: id })) })) },
);

const component = '<view class="box">{{a}}<text a:for="{{list}}">{{item}}</text><slot>none</slot><slot name="foot" v="{{a}}">no foot</slot></view>';

function program(axml: string): TestProgram {
  return {
    units: { '/pages/test/test': templates + axml, '/components/box': component },
    sjs: { '/pages/test/m.sjs': { default: { show: (value: unknown) => `<${JSON.stringify(value) ?? ''}>` } } },
  };
}

/** What the logic would hold after the patches, computed without the renderer. */
function applied(initial: Record<string, unknown>, patches: readonly Patch[]): Record<string, unknown> {
  const result = structuredClone(initial);
  for (const patch of structuredClone(patches)) {
    if (patch.path.length === 0) {
      if ('value' in patch) Object.assign(result, patch.value);
      continue;
    }
    let node: Record<string | number, unknown> = result;
    for (const [at, part] of patch.path.slice(0, -1).entries()) {
      if (typeof node[part] !== 'object' || node[part] === null) node[part] = typeof patch.path[at + 1] === 'number' ? [] : {};
      node = node[part] as Record<string | number, unknown>;
    }
    const last = patch.path.at(-1) ?? '';
    if ('value' in patch) {
      node[last] = patch.value;
    } else {
      const list = Array.isArray(node[last]) ? (node[last] as unknown[]) : [];
      list.splice(...patch.splice);
      node[last] = list;
    }
  }
  return result;
}

describe('updating in place', () => {
  it('ends with the same page as rendering from scratch', () => {
    const axml = fc.array(nodes({ depth: 3, variables: [] }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''));
    const transmissions = fc.array(fc.array(patch, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(axml, data, transmissions, (text, initial, sent) => {
        const live = new TestPhone(program(text)).open(structuredClone(initial));
        for (const patches of sent) live.update(patches);
        const fresh = new TestPhone(program(text)).open(applied(initial, sent.flat()));
        try {
          expect(live.html()).toBe(fresh.html());
          expect(live.errors).toEqual(fresh.errors);
          expect(live.sent('rendered').length).toBeGreaterThanOrEqual(sent.length);
        } finally {
          live.dispose();
          fresh.dispose();
          document.body.replaceChildren();
        }
      }),
      { numRuns: Number(process.env.RENDER_RUNS ?? 400) },
    );
  });
});
