import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TransferTooLarge, toTransferable } from '#runtime/logic/values/transferable.ts';

describe('what crosses', () => {
  it('is what JSON would make of it', () => {
    fc.assert(
      fc.property(fc.anything({ withDate: true, withSparseArray: false, withNullPrototype: true }), (value) => {
        const json = JSON.stringify(value) as string | undefined;
        const { value: copy } = toTransferable(value);
        expect(copy === undefined ? undefined : JSON.parse(JSON.stringify(copy))).toEqual(json === undefined ? undefined : JSON.parse(json));
      }),
    );
  });

  it('never shares objects with the program', () => {
    const source = { list: [{ x: 1 }] };
    const { value } = toTransferable(source);
    source.list[0] = { x: 2 };
    expect(value).toEqual({ list: [{ x: 1 }] });
  });

  it('names what is left out', () => {
    const cycle: Record<string, unknown> = {};
    cycle.self = cycle;
    const { value, dropped } = toTransferable({ f: () => 1, s: Symbol('s'), n: 1n, list: [() => 1], cycle });
    expect(value).toEqual({ list: [null], cycle: {} });
    expect(dropped).toEqual(['f (function)', 's (symbol)', 'n (bigint)', 'list[0] (function)', 'cycle.self (cycle)']);
  });

  it('stops at its limit', () => {
    expect(() => toTransferable('x'.repeat(100), { maximumBytes: 50 })).toThrow(TransferTooLarge);
  });

  it('keeps bytes when asked', () => {
    const bytes = new Uint8ClampedArray([1, 2]);
    expect(toTransferable({ bytes }, { binary: true }).value).toEqual({ bytes });
  });

  it('takes a key called __proto__ as a key', () => {
    const { value } = toTransferable(JSON.parse('{"__proto__":{"x":1}}'));
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(JSON.stringify(value)).toBe('{"__proto__":{"x":1}}');
  });
});
