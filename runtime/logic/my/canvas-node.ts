import { isFunction, isObject, type ProgramObject } from '../core/types.ts';
import { type CanvasServices, createCanvasContext } from './canvas-context.ts';

export interface CanvasNodeServices extends CanvasServices {
  setTimeout(run: unknown, ms: number): number;
  clearTimeout(id: unknown): void;
  now(): number;
}

const frameMs = 16;

/** `canvas.createImage()`: an object with `src` whose `onload` runs when the document has loaded the picture. */
function createImage(services: CanvasNodeServices): ProgramObject {
  const image: ProgramObject = { width: 0, height: 0, complete: false, onload: null, onerror: null };
  let source = '';
  const load = async (): Promise<void> => {
    try {
      const size = await services.ask('getImageInfo', { src: source });
      Object.assign(image, isObject(size) ? { width: size.width, height: size.height } : {}, { complete: true });
      if (isFunction(image.onload)) image.onload();
    } catch (error) {
      if (isFunction(image.onerror)) image.onerror(error);
    }
  };
  Object.defineProperty(image, 'src', {
    enumerable: true,
    get: () => source,
    set: (value: unknown) => {
      source = String(value);
      void load();
    },
  });
  return image;
}

/** A canvas as `SelectorQuery.node` and `my.createOffscreenCanvas` hand it out; drawing is sent when the job ends. */
export function createCanvasNode(canvasId: string, size: { width: number; height: number }, services: CanvasNodeServices): ProgramObject {
  let context: ProgramObject | null = null;
  const node: ProgramObject = {
    getContext: (type: unknown) => {
      if (type !== '2d') return null;
      context ??= Object.assign(createCanvasContext(canvasId, services, true), { canvas: node });
      return context;
    },
    createImage: () => createImage(services),
    requestAnimationFrame: (run: unknown) => services.setTimeout(() => isFunction(run) && run(services.now()), frameMs),
    cancelAnimationFrame: (id: unknown) => services.clearTimeout(id),
    toDataURL: (options: ProgramObject = {}) => services.call('canvas.toDataURL', { ...options, canvasId }),
    toTempFilePath: (options: ProgramObject = {}) => services.call('canvasToTempFilePath', { ...options, canvasId }),
  };
  const current = { ...size };
  for (const name of ['width', 'height'] as const) {
    Object.defineProperty(node, name, {
      enumerable: true,
      get: () => current[name],
      set: (value: unknown) => {
        current[name] = Number(value);
        void services.ask('canvas.resize', { canvasId, ...current }).catch(() => undefined);
      },
    });
  }
  return node;
}
