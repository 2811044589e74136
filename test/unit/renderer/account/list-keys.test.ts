import { describe, expect, it } from 'vitest';
import { movedIndex } from '#renderer/features/account/list-keys.ts';

describe('moving in a list by keyboard', () => {
  it('moves by one, by a page and to the ends, and stops there', () => {
    expect(movedIndex('ArrowDown', 0, 3)).toBe(1);
    expect(movedIndex('ArrowDown', 2, 3)).toBe(2);
    expect(movedIndex('ArrowUp', 0, 3)).toBe(0);
    expect(movedIndex('PageDown', 5, 47)).toBe(15);
    expect(movedIndex('PageUp', 5, 47)).toBe(0);
    expect(movedIndex('Home', 5, 47)).toBe(0);
    expect(movedIndex('End', 5, 47)).toBe(46);
  });

  it('leaves other keys alone and survives an empty list', () => {
    expect(movedIndex('a', 5, 47)).toBeNull();
    expect(movedIndex('End', 0, 0)).toBe(0);
  });
});
