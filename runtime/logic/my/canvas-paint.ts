import type { CanvasPaint } from '../../protocol/canvas.ts';

type Gradient = Extract<CanvasPaint, { stops: unknown }>;

/** A gradient as the program holds it. */
export class ProgramGradient {
  readonly #paint: Gradient;

  constructor(paint: Gradient) {
    this.#paint = paint;
  }

  addColorStop(offset: unknown, colour: unknown): void {
    this.#paint.stops.push([Number(offset), String(colour)]);
  }

  static paintOf(gradient: ProgramGradient): CanvasPaint {
    return { ...gradient.#paint, stops: [...gradient.#paint.stops] };
  }
}

/** A pattern as the program holds it. */
export class ProgramPattern {
  readonly #paint: CanvasPaint;

  constructor(image: unknown, repetition: unknown) {
    this.#paint = { kind: 'pattern', image: imageAddress(image), repetition: String(repetition ?? 'repeat') };
  }

  setTransform(): void {
    return;
  }

  static paintOf(pattern: ProgramPattern): CanvasPaint {
    return pattern.#paint;
  }
}

/** Address of a picture given as such or as an object with `src`. */
export function imageAddress(image: unknown): string {
  if (typeof image === 'string') return image;
  const source = (image as { src?: unknown } | null | undefined)?.src;
  return typeof source === 'string' ? source : '';
}

/** A fill or stroke style as it crosses. */
export function paintOf(value: unknown): string | CanvasPaint {
  if (value instanceof ProgramGradient) return ProgramGradient.paintOf(value);
  if (value instanceof ProgramPattern) return ProgramPattern.paintOf(value);
  return String(value);
}
