import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monogram } from '#local-platform/store/monogram.ts';

describe('monogram', () => {
  it.each([
    ['Kopi Kemuning Lama', 'KK'],
    ['Isla Halo-Halo', 'IH'],
    ['Cà Phê Hẻm 42', 'CP'],
    ['Phở Đầu Ngõ', 'PĐ'],
    ['茶语时光', '茶语'],
    ['مقهى الياسمين', 'ما'],
    ['한강 분식', '한분'],
    ['บ้านกาแฟริมคลอง', 'บ้า'],
    ['E\u0301clair Dorée', 'E\u0301D'],
    ['7', '7'],
    ['☕ Kaffee', 'KA'],
    ['', '?'],
  ])('of %s is %s', (name, expected) => {
    expect(monogram(name)).toBe(expected);
  });

  it('never holds more than two characters as a person counts them', () => {
    const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const count = [...graphemes.segment(monogram(name))].length;
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(2);
      }),
    );
  });
});
