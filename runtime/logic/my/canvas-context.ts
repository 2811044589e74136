import type { CanvasArgument, CanvasCommand } from '../../protocol/canvas.ts';
import { isFunction, isObject, type ProgramFunction, type ProgramObject } from '../core/types.ts';
import { imageAddress, ProgramGradient, ProgramPattern, paintOf } from './canvas-paint.ts';

export interface CanvasServices {
  /** A call to the document about this canvas. */
  ask(api: string, args: ProgramObject): Promise<unknown>;
  /** Asks as a call of `my` with callbacks. */
  call(api: string, options: ProgramObject): unknown;
  /** Width of a text in a font, in pixels. */
  measureText(text: string, font: string): number;
  /** Runs after the current job. */
  later(run: () => void): void;
}

const plainMethods =
  'arc arcTo beginPath bezierCurveTo clearRect clip closePath ellipse fill fillRect fillText lineTo moveTo quadraticCurveTo rect resetTransform restore rotate roundRect save scale setTransform stroke strokeRect strokeText transform translate'.split(
    ' ',
  );
const properties =
  'fillStyle strokeStyle font fontSize globalAlpha globalCompositeOperation lineCap lineDashOffset lineJoin lineWidth miterLimit textAlign textBaseline shadowColor shadowBlur shadowOffsetX shadowOffsetY imageSmoothingEnabled direction filter'.split(
    ' ',
  );
const setters: Readonly<Record<string, string>> = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setFontSize: 'fontSize',
  setGlobalAlpha: 'globalAlpha',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setLineWidth: 'lineWidth',
  setMiterLimit: 'miterLimit',
  setTextAlign: 'textAlign',
  setTextBaseline: 'textBaseline',
};

function argumentOf(value: unknown): CanvasArgument {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  return Array.isArray(value) ? value.map(Number) : String(value);
}

/** Records drawing; `draw` of the old context, or the end of the job for a `Canvas` of the new one, sends it. */
class CanvasRecorder {
  readonly canvasId: string;
  readonly #services: CanvasServices;
  readonly #automatic: boolean;
  #commands: CanvasCommand[] = [];
  #scheduled = false;
  font = '10px sans-serif';

  constructor(canvasId: string, services: CanvasServices, automatic: boolean) {
    this.canvasId = canvasId;
    this.#services = services;
    this.#automatic = automatic;
  }

  add(name: string, ...args: CanvasArgument[]): void {
    this.#commands.push([name, ...args]);
    if (!this.#automatic || this.#scheduled) return;
    this.#scheduled = true;
    this.#services.later(() => {
      this.#scheduled = false;
      void this.send(true).catch(() => undefined);
    });
  }

  set(name: string, value: unknown): void {
    if (name === 'fontSize') this.font = this.font.replace(/\d+(\.\d+)?px/, `${Number(value)}px`);
    else if (name === 'font') this.font = String(value);
    if (name === 'font' || name === 'fontSize') this.add('set', 'font', this.font);
    else this.add('set', name, name.endsWith('Style') ? (paintOf(value) as CanvasArgument) : argumentOf(value));
  }

  async send(reserve: boolean): Promise<void> {
    const commands = this.#commands;
    this.#commands = [];
    await this.#services.ask('canvas.draw', { canvasId: this.canvasId, reserve, commands });
  }
}

function definePropertiesOn(context: ProgramObject, recorder: CanvasRecorder): void {
  const values = new Map<string, unknown>([['font', recorder.font]]);
  for (const name of properties) {
    Object.defineProperty(context, name, {
      enumerable: true,
      configurable: true,
      get: () => (name === 'font' ? recorder.font : values.get(name)),
      set: (value: unknown) => {
        values.set(name, value);
        recorder.set(name, value);
      },
    });
  }
}

function paints(): ProgramObject {
  const gradient = (kind: 'linear' | 'radial', points: unknown[]) => new ProgramGradient({ kind, points: points.map(Number), stops: [] });
  return {
    createLinearGradient: (...points: unknown[]) => gradient('linear', points),
    createRadialGradient: (...points: unknown[]) => gradient('radial', points),
    createCircularGradient: (x: unknown, y: unknown, radius: unknown) => gradient('radial', [x, y, 0, x, y, radius]),
    createPattern: (image: unknown, repetition: unknown) => new ProgramPattern(image, repetition),
  };
}

function drawing(recorder: CanvasRecorder, services: CanvasServices): ProgramObject {
  const { canvasId } = recorder;
  let dash: number[] = [];
  return {
    ...Object.fromEntries(plainMethods.map((name) => [name, (...args: unknown[]) => recorder.add(name, ...args.map(argumentOf))])),
    ...Object.fromEntries(Object.entries(setters).map(([name, property]) => [name, (value: unknown) => recorder.set(property, value)])),
    setLineDash: (pattern: unknown, offset?: unknown) => {
      dash = Array.isArray(pattern) ? pattern.map(Number) : [];
      recorder.add('setLineDash', dash);
      if (offset !== undefined) recorder.set('lineDashOffset', offset);
    },
    getLineDash: () => [...dash],
    setShadow: (x: unknown, y: unknown, blur: unknown, colour: unknown) => {
      for (const [name, value] of Object.entries({ shadowOffsetX: x, shadowOffsetY: y, shadowBlur: blur, shadowColor: colour })) recorder.set(name, value);
    },
    drawImage: (image: unknown, ...args: unknown[]) => recorder.add('drawImage', imageAddress(image), ...args.map(argumentOf)),
    measureText: (text: unknown) => ({ width: services.measureText(String(text), recorder.font) }),
    getImageData: (options: ProgramObject = {}) => services.call('canvas.getImageData', { ...options, canvasId }),
    toDataURL: (options: ProgramObject = {}) => services.call('canvas.toDataURL', { ...options, canvasId }),
    toTempFilePath: (options: ProgramObject = {}) => services.call('canvasToTempFilePath', { ...options, canvasId }),
  };
}

function putImageData(recorder: CanvasRecorder, image: unknown, x: unknown, y: unknown): void {
  if (!isObject(image)) return;
  const data = image.data instanceof Uint8ClampedArray ? image.data : Uint8ClampedArray.from(Array.isArray(image.data) ? image.data.map(Number) : []);
  recorder.add('putImageData', data, Number(image.width), Number(x ?? image.x ?? 0), Number(y ?? image.y ?? 0));
}

/** `my.createCanvasContext(id)`, and with `automatic` the context that `canvas.getContext('2d')` gives. */
export function createCanvasContext(canvasId: string, services: CanvasServices, automatic = false): ProgramObject {
  const recorder = new CanvasRecorder(canvasId, services, automatic);
  const context: ProgramObject = {
    ...drawing(recorder, services),
    ...paints(),
    putImageData: (image: unknown, x?: unknown, y?: unknown) => putImageData(recorder, image, x, y),
    draw: (reserve?: unknown, done?: unknown) => {
      const callback: unknown = isFunction(reserve) ? reserve : done;
      const drawn = recorder.send(reserve === true);
      void drawn.then(() => isFunction(callback) && (callback as ProgramFunction)()).catch(() => undefined);
    },
  };
  definePropertiesOn(context, recorder);
  return context;
}
