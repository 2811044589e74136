import type { AnimationExport, AnimationStep } from '../protocol/animation.ts';

const pixels = new Set(['width', 'height', 'top', 'left', 'bottom', 'right', 'translate', 'translateX', 'translateY', 'translateZ', 'translate3d']);
const degrees = new Set(['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY']);
const styles = new Set(['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'bottom', 'right']);

function withUnit(name: string, argument: string | number, at: number): string {
  if (typeof argument === 'string') return argument;
  // The last argument of `rotate3d` is its angle.
  if (degrees.has(name) || (name === 'rotate3d' && at === 3)) return `${argument}deg`;
  return pixels.has(name) ? `${argument}px` : String(argument);
}

function cssName(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isExport(value: unknown): value is AnimationExport {
  return Array.isArray(value) && value.every((step: unknown) => typeof step === 'object' && step !== null && 'config' in step && 'animation' in step);
}

/** Plays on an element what `my.createAnimation` made: one group after the other, as transitions. */
export class AnimationPlayer {
  readonly #host: HTMLElement;
  /** By function; each keeps its last arguments from one group to the next. */
  readonly #transforms = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement) {
    this.#host = host;
  }

  play(value: unknown): void {
    if (!isExport(value)) return;
    this.#next(value, 0);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #next(steps: AnimationExport, at: number): void {
    this.stop();
    const step = steps[at];
    if (!step) return;
    // Without a layout in between there would be nothing to start from.
    this.#host.getBoundingClientRect();
    this.#apply(step);
    this.#timer = setTimeout(() => this.#next(steps, at + 1), step.config.duration + step.config.delay);
  }

  #apply({ config, animation }: AnimationStep): void {
    const { style } = this.#host;
    style.transition = `all ${config.duration}ms ${config.timeFunction} ${config.delay}ms`;
    style.transformOrigin = config.transformOrigin;
    for (const [name, given] of animation) {
      const values = given.map((argument, index) => withUnit(name, argument, index));
      if (styles.has(name)) style.setProperty(cssName(name), values.join(' '));
      else this.#transforms.set(name, `${name}(${values.join(', ')})`);
    }
    style.transform = [...this.#transforms.values()].join(' ');
  }
}
