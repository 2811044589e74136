import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWindowState, validWindowState } from '#electron/window/window-state.ts';

const displays = [
  { x: 0, y: 0, width: 1920, height: 1040 },
  { x: 1920, y: -200, width: 1280, height: 1024 },
];

describe('window state', () => {
  it('comes back where it was, on any display', () => {
    const first = { bounds: { x: 10, y: 20, width: 800, height: 600 }, maximised: true };
    const second = { bounds: { x: 2000, y: -150, width: 800, height: 600 }, maximised: false };
    expect(validWindowState(first, displays)).toEqual(first);
    expect(validWindowState(second, displays)).toEqual(second);
  });

  it.each([
    ['right of every display', { x: 5000, y: 0 }],
    ['a sliver at the edge', { x: -790, y: 0 }],
    ['its title above the display', { x: 0, y: -30 }],
    ['below the display', { x: 0, y: 1030 }],
  ])('keeps size and drops a position %s', (_name, position) => {
    const stored = { bounds: { ...position, width: 800, height: 600 }, maximised: false };
    expect(validWindowState(stored, displays.slice(0, 1))).toEqual({ bounds: { width: 800, height: 600 }, maximised: false });
  });

  it.each([
    undefined,
    null,
    'x',
    {},
    { bounds: {} },
    { bounds: { width: 1, height: 1 }, maximised: false },
    { bounds: { width: 800, height: 600 }, maximised: 'yes' },
  ])('starts anew from %j', (stored) => {
    expect(validWindowState(stored, displays)).toEqual(defaultWindowState);
  });

  it('never gives a window that cannot be found', () => {
    const stored = fc.record({ bounds: fc.record({ x: fc.integer(), y: fc.integer(), width: fc.integer(), height: fc.integer() }), maximised: fc.boolean() });
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), (input) => {
        const { bounds } = validWindowState(input, displays);
        expect(bounds.width).toBeGreaterThanOrEqual(640);
        expect(bounds.height).toBeGreaterThanOrEqual(400);
        if (bounds.x === undefined || bounds.y === undefined) return;
        const { x, y, width } = bounds;
        expect(displays.some((display) => x + width > display.x && x < display.x + display.width && y >= display.y && y < display.y + display.height)).toBe(
          true,
        );
      }),
    );
  });
});
