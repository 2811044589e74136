// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { outermost } from '#renderer/features/explorer/explorer-actions.ts';

it('leaves out what is inside another chosen folder, and repetitions', () => {
  expect(outermost(['a', 'a/b.js', 'a/c/d.js', 'ab.js', 'ab.js', 'e/f'])).toEqual(['a', 'ab.js', 'e/f']);
});
