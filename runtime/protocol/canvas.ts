/**
 * One command of a canvas: a method of `CanvasRenderingContext2D` with its arguments, or `set` with a property.
 * The methods of the old context are translated before: `setFillStyle(c)` is `['set', 'fillStyle', c]`.
 * `drawImage` has the picture's address in the place of the picture.
 */
export type CanvasCommand = [name: string, ...args: CanvasArgument[]];

export type CanvasArgument = string | number | boolean | number[] | CanvasPaint | Uint8ClampedArray | null;

/** A gradient or pattern as fill or stroke style. */
export type CanvasPaint =
  | { kind: 'linear'; points: number[]; stops: [offset: number, colour: string][] }
  | { kind: 'radial'; points: number[]; stops: [offset: number, colour: string][] }
  | { kind: 'pattern'; image: string; repetition: string };
