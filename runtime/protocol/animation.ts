/** Settings of one group of animations that run together. Times in milliseconds. */
export interface AnimationConfig {
  duration: number;
  /** CSS easing: `linear`, `ease-in-out`. */
  timeFunction: string;
  delay: number;
  transformOrigin: string;
}

/** One `step()`: what `animation.export()` holds and the `animation` attribute of a view receives. */
export interface AnimationStep {
  config: AnimationConfig;
  /** Name of the method and its arguments: `['rotate', [45]]`, `['opacity', [0.5]]`. Lengths that are numbers mean px, angles deg. */
  animation: [name: string, args: (string | number)[]][];
}

export type AnimationExport = AnimationStep[];
