import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { merchantColours, pickColour } from '#local-platform/store/merchant-colour.ts';

const colour = fc.integer({ min: 1, max: merchantColours });

describe('pickColour', () => {
  it('takes the colour used least, never a neighbour’s', () => {
    fc.assert(
      fc.property(fc.array(colour, { maxLength: 60 }), fc.array(colour, { maxLength: 2 }), (used, neighbours) => {
        const picked = pickColour(used, neighbours);
        const uses = (one: number): number => used.filter((other) => other === one).length;
        expect(neighbours).not.toContain(picked);
        for (let other = 1; other <= merchantColours; other++) if (!neighbours.includes(other)) expect(uses(picked)).toBeLessThanOrEqual(uses(other));
      }),
    );
  });
});
