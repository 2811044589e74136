// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { globs } from '#renderer/features/search/search-store.ts';

it.each([
  ['', []],
  [' , ,', []],
  ['*.js', ['*.js']],
  [' pages/** , *.axml,', ['pages/**', '*.axml']],
  ['*.{js,ts}, a.json', ['*.{js,ts}', 'a.json']],
  ['{a,{b,c}}/x, y', ['{a,{b,c}}/x', 'y']],
  ['{a, b', ['{a, b']],
])('takes %o apart at commas outside of braces', (text, expected) => {
  expect(globs(text)).toEqual(expected);
});
