import type { CanvasArgument, CanvasCommand, CanvasPaint } from '../../protocol/canvas.ts';
import { type Arguments, apiError, type DocumentCalls, number, text } from './call.ts';

export interface CanvasCallsContext {
  /** The surface of the canvas with an id, on the page of an instance. */
  canvasOf(id: string, instance: number | undefined): HTMLCanvasElement | null;
  resourceUrl(address: string): string;
  keepFile(base64: string, extension: string): Promise<string>;
}

/** The methods a program may use; everything else is skipped. */
const methods = new Set(
  'arc arcTo beginPath bezierCurveTo clearRect clip closePath ellipse fill fillRect fillText lineTo moveTo quadraticCurveTo rect restore rotate roundRect save scale setLineDash setTransform resetTransform stroke strokeRect strokeText transform translate'.split(
    ' ',
  ),
);
const properties = new Set(
  'fillStyle strokeStyle font globalAlpha globalCompositeOperation lineCap lineJoin lineWidth lineDashOffset miterLimit shadowColor shadowBlur shadowOffsetX shadowOffsetY textAlign textBaseline direction imageSmoothingEnabled'.split(
    ' ',
  ),
);

type Pictures = ReadonlyMap<string, HTMLImageElement>;

function addressesIn(commands: readonly CanvasCommand[]): string[] {
  return commands.flatMap(([name, ...args]) => {
    if (name === 'drawImage' && typeof args[0] === 'string') return [args[0]];
    return args.flatMap((argument) => (isPaint(argument) && argument.kind === 'pattern' ? [argument.image] : []));
  });
}

function isPaint(argument: CanvasArgument | undefined): argument is CanvasPaint {
  return typeof argument === 'object' && argument !== null && 'kind' in argument;
}

/** Loads pictures first, so that drawing is one step; one that cannot be loaded is left out. */
async function loadPictures(addresses: readonly string[], resourceUrl: (address: string) => string): Promise<Pictures> {
  const loaded = await Promise.all(
    [...new Set(addresses)].map(async (address) => {
      const picture = new Image();
      picture.src = resourceUrl(address);
      const usable = await picture.decode().then(
        () => true,
        () => false,
      );
      return usable ? ([[address, picture]] as const) : [];
    }),
  );
  return new Map(loaded.flat());
}

function paintOf(pen: CanvasRenderingContext2D, paint: CanvasPaint, pictures: Pictures): CanvasGradient | CanvasPattern | null {
  if (paint.kind === 'pattern') {
    const picture = pictures.get(paint.image);
    return picture ? pen.createPattern(picture, paint.repetition) : null;
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = paint.points;
  const gradient = paint.kind === 'linear' ? pen.createLinearGradient(a, b, c, d) : pen.createRadialGradient(a, b, c, d, e, f);
  for (const [offset, color] of paint.stops) if (CSS.supports('color', color)) gradient.addColorStop(Math.min(Math.max(offset, 0), 1), color);
  return gradient;
}

function setProperty(pen: CanvasRenderingContext2D, name: unknown, value: CanvasArgument | undefined, pictures: Pictures): void {
  if (typeof name !== 'string' || !properties.has(name)) return;
  const painted = isPaint(value) ? paintOf(pen, value, pictures) : value;
  if (painted !== null && painted !== undefined) Reflect.set(pen, name, painted);
}

function drawImage(pen: CanvasRenderingContext2D, [address, ...places]: readonly (CanvasArgument | undefined)[], pictures: Pictures): void {
  const picture = pictures.get(String(address));
  if (picture) Reflect.apply(pen.drawImage, pen, [picture, ...places.map(Number)]);
}

function putImageData(pen: CanvasRenderingContext2D, [data, width, height, x, y]: readonly (CanvasArgument | undefined)[]): void {
  if (data instanceof Uint8ClampedArray) pen.putImageData(new ImageData(new Uint8ClampedArray(data), Number(width), Number(height)), Number(x), Number(y));
}

function carryOut(pen: CanvasRenderingContext2D, [name, ...args]: CanvasCommand, pictures: Pictures): void {
  if (name === 'set') setProperty(pen, args[0], args[1], pictures);
  else if (name === 'drawImage') drawImage(pen, args, pictures);
  else if (name === 'putImageData') putImageData(pen, args);
  else if (methods.has(name)) Reflect.apply(Reflect.get(pen, name) as (...values: unknown[]) => unknown, pen, args);
}

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

function areaOf(args: Arguments, canvas: HTMLCanvasElement): Area {
  const [x, y] = [number(args, 'x', 0), number(args, 'y', 0)];
  return { x, y, width: Math.max(number(args, 'width', canvas.width - x), 1), height: Math.max(number(args, 'height', canvas.height - y), 1) };
}

function pictureOf(canvas: HTMLCanvasElement, area: Area, args: Arguments): { dataURL: string; extension: string } {
  const copy = document.createElement('canvas');
  copy.width = number(args, 'destWidth', area.width);
  copy.height = number(args, 'destHeight', area.height);
  copy.getContext('2d')?.drawImage(canvas, area.x, area.y, area.width, area.height, 0, 0, copy.width, copy.height);
  const jpeg = text(args, 'fileType') === 'jpg' || text(args, 'fileType') === 'jpeg';
  return { dataURL: copy.toDataURL(jpeg ? 'image/jpeg' : 'image/png', number(args, 'quality', 1)), extension: jpeg ? 'jpg' : 'png' };
}

/** Drawing on the page's canvases, asked for by the contexts that `my` hands out. */
export function canvasCalls({ canvasOf, resourceUrl, keepFile }: CanvasCallsContext): DocumentCalls {
  function surface(args: Arguments, instance: number | undefined): HTMLCanvasElement {
    const canvas = canvasOf(text(args, 'canvasId'), instance);
    if (!canvas) throw apiError(2, `There is no canvas with the id ${text(args, 'canvasId')} on the page`);
    return canvas;
  }
  function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const pen = canvas.getContext('2d');
    if (!pen) throw apiError(2, 'The canvas cannot be drawn on');
    return pen;
  }
  return {
    async 'canvas.draw'(args, instance) {
      const canvas = surface(args, instance);
      const commands = (args.commands as CanvasCommand[] | undefined) ?? [];
      const pictures = await loadPictures(addressesIn(commands), resourceUrl);
      const pen = penOf(canvas);
      if (args.reserve !== true) {
        pen.reset();
      }
      for (const command of commands) carryOut(pen, command, pictures);
    },
    'canvas.getImageData'(args, instance) {
      const canvas = surface(args, instance);
      const { x, y, width, height } = areaOf(args, canvas);
      return { width, height, data: penOf(canvas).getImageData(x, y, width, height).data };
    },
    'canvas.toDataURL'(args, instance) {
      const canvas = surface(args, instance);
      return { dataURL: pictureOf(canvas, areaOf(args, canvas), args).dataURL };
    },
    async canvasToTempFilePath(args, instance) {
      const canvas = surface(args, instance);
      const { dataURL, extension } = pictureOf(canvas, areaOf(args, canvas), args);
      const path = await keepFile(dataURL.split(',')[1] ?? '', extension);
      return { apFilePath: path, tempFilePath: path };
    },
    'canvas.resize'(args, instance) {
      const canvas = surface(args, instance);
      canvas.width = number(args, 'width', canvas.width);
      canvas.height = number(args, 'height', canvas.height);
    },
  };
}
