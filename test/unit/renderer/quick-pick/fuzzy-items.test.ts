// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { fuzzyItems } from '#renderer/features/quick-pick/index.ts';

const items = [
  { id: '1', label: 'View: Toggle side bar' },
  { id: '2', label: 'File: Save all', detail: 'ctrl+k s' },
  { id: '3', label: 'File: Save' },
];

it('gives everything in order while nothing is typed, up to the limit', () => {
  expect(fuzzyItems('  ', items)).toEqual(items);
  expect(fuzzyItems('', items, 2)).toEqual(items.slice(0, 2));
});

it('gives what matches, best first, with the matching characters of the label', () => {
  const found = fuzzyItems('save', items);
  expect(found.map((item) => item.id).sort()).toEqual(['2', '3']);
  for (const { label, matches = [] } of found)
    expect(
      matches
        .map((index) => label[index])
        .join('')
        .toLowerCase(),
    ).toBe('save');
});

it('finds by the detail too, then without marks in the label', () => {
  expect(fuzzyItems('ctrl+k', items)).toEqual([{ ...items[1], matches: [] }]);
});

it('finds nothing where nothing matches', () => {
  expect(fuzzyItems('zzz', items)).toEqual([]);
});
