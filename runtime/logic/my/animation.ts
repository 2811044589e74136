import type { AnimationConfig, AnimationExport, AnimationStep } from '../../protocol/animation.ts';
import { isObject } from '../core/types.ts';

const methods = [
  ...['opacity', 'backgroundColor', 'width', 'height', 'top', 'left', 'bottom', 'right'],
  ...['rotate', 'rotateX', 'rotateY', 'rotateZ', 'rotate3d', 'scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d'],
  ...['translate', 'translateX', 'translateY', 'translateZ', 'translate3d', 'skew', 'skewX', 'skewY', 'matrix', 'matrix3d'],
] as const;

type Method = (typeof methods)[number];
export type ProgramAnimation = Record<Method, (...args: unknown[]) => ProgramAnimation> & {
  step(config?: unknown): ProgramAnimation;
  export(): AnimationExport;
};

const standard: AnimationConfig = { duration: 400, timeFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' };

function configOf(base: AnimationConfig, options: unknown): AnimationConfig {
  if (!isObject(options)) return base;
  return {
    duration: typeof options.duration === 'number' ? options.duration : base.duration,
    delay: typeof options.delay === 'number' ? options.delay : base.delay,
    timeFunction: typeof options.timeFunction === 'string' ? options.timeFunction : base.timeFunction,
    transformOrigin: typeof options.transformOrigin === 'string' ? options.transformOrigin : base.transformOrigin,
  };
}

/** `my.createAnimation`: methods describe, `step` closes a group, `export` hands the groups out and forgets them. */
export function createAnimation(options: unknown): ProgramAnimation {
  const base = configOf(standard, options);
  let steps: AnimationStep[] = [];
  let current: AnimationStep['animation'] = [];
  const record = (name: Method) =>
    function (this: ProgramAnimation, ...args: unknown[]): ProgramAnimation {
      current.push([name, args.map((arg) => (typeof arg === 'number' ? arg : String(arg)))]);
      return animation;
    };
  const animation = {
    ...(Object.fromEntries(methods.map((name) => [name, record(name)])) as Record<Method, () => ProgramAnimation>),
    step(config?: unknown) {
      steps.push({ config: configOf(base, config), animation: current });
      current = [];
      return animation;
    },
    export() {
      const exported = steps;
      steps = [];
      return exported;
    },
  } as ProgramAnimation;
  return animation;
}
