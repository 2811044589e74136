import type { Rectangle } from 'electron';
import * as z from 'zod';

const bounds = z.object({ x: z.int().optional(), y: z.int().optional(), width: z.int().min(640).max(20_000), height: z.int().min(400).max(20_000) });
const windowState = z.object({ bounds, maximised: z.boolean() });

/** Where the window was, in device-independent pixels. Without a position it is centred. */
export type WindowState = z.infer<typeof windowState>;

export const defaultWindowState: WindowState = { bounds: { width: 1440, height: 900 }, maximised: false };

/** So much of the window must be on a display, in pixels, for a person to find and move it. */
const visible = { width: 120, height: 60 };

function overlap(startA: number, lengthA: number, startB: number, lengthB: number): number {
  return Math.min(startA + lengthA, startB + lengthB) - Math.max(startA, startB);
}

function isVisible(area: Required<WindowState['bounds']>, displays: readonly Rectangle[]): boolean {
  return displays.some(
    (display) =>
      overlap(area.x, area.width, display.x, display.width) >= visible.width &&
      overlap(area.y, area.height, display.y, display.height) >= visible.height &&
      area.y >= display.y,
  );
}

/** The stored state, or as much of it as still makes sense on the displays there are now (their work areas). */
export function validWindowState(stored: unknown, displays: readonly Rectangle[]): WindowState {
  const parsed = windowState.safeParse(stored);
  if (!parsed.success) return defaultWindowState;
  const { bounds: area, maximised } = parsed.data;
  const { x, y, width, height } = area;
  if (x === undefined || y === undefined || !isVisible({ x, y, width, height }, displays)) return { bounds: { width, height }, maximised };
  return parsed.data;
}
