import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDataPath, pathsMeet, setAt, valueAt } from '#runtime/logic/values/data-path.ts';

const key = fc.oneof(fc.stringMatching(/^[a-zA-Z_$][\w$]{0,5}$/), fc.nat(20));

function written(path: (string | number)[]): string {
  return path.map((part, index) => (typeof part === 'number' ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`)).join('');
}

describe('data paths', () => {
  it('are read as they are written', () => {
    expect(parseDataPath('a.b[0].c')).toEqual(['a', 'b', 0, 'c']);
    expect(parseDataPath('a[1][2]')).toEqual(['a', 1, 2]);
    expect(parseDataPath("a['b.c'].d")).toEqual(['a', 'b.c', 'd']);
    expect(parseDataPath('with-dash')).toEqual(['with-dash']);
  });

  it('come back from any keys', () => {
    fc.assert(
      fc.property(fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.array(key, { maxLength: 6 })), ([first, rest]) => {
        expect(parseDataPath(written([first, ...rest]))).toEqual([first, ...rest]);
      }),
    );
  });

  it('are set where they are read, and change nothing that somebody else holds', () => {
    const path = fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.nat(3)), { maxLength: 4 }))
      .map(([first, rest]) => [first, ...rest]);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.jsonValue()), path, fc.jsonValue(), (root, keys, value) => {
        const before = { ...root };
        const copy = structuredClone(root);
        setAt(root, keys, value);
        expect(valueAt(root, keys)).toEqual(value);
        expect(before).toEqual(copy);
      }),
    );
  });

  it('meet when one leads to the other', () => {
    expect(pathsMeet(['a'], ['a', 'b'], false)).toBe(true);
    expect(pathsMeet(['a', 'b'], ['a'], false)).toBe(false);
    expect(pathsMeet(['a', 'b'], ['a'], true)).toBe(true);
    expect(pathsMeet(['a', 0], ['a', '1'], true)).toBe(false);
    expect(pathsMeet(['x'], [], true)).toBe(true);
  });
});
