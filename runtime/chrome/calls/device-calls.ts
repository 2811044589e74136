import type { PhoneEnvironment } from '#shared/model/device.ts';
import { word } from '../../words.ts';
import { element } from '../element.ts';
import { dialogBox, type Overlays } from '../overlays.ts';
import { type Arguments, apiError, type DocumentCalls, number, text, texts } from './call.ts';

export interface DeviceCallsContext {
  overlays: Overlays;
  environment(): PhoneEnvironment;
  resourceUrl(address: string): string;
  /** Keeps bytes with the engine; resolves to the address a program knows them by. */
  keepFile(base64: string, extension: string): Promise<string>;
}

async function ask(overlays: Overlays, title: string, yes: string, content: readonly (Node | string)[] = []): Promise<boolean> {
  return overlays.dialog<boolean>((answer) =>
    dialogBox<boolean>(
      {
        title,
        content,
        buttons: [
          { label: word('cancel'), value: () => false },
          { label: yes, value: () => true, primary: true },
        ],
      },
      answer,
    ),
  );
}

function base64OfText(value: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(value)));
}

async function scan({ overlays }: DeviceCallsContext): Promise<unknown> {
  const field = element('input', 'dialog-field', {
    type: 'text',
    'aria-label': word('scanHint'),
    'data-first': '',
    value: 'https://example.com/table/12',
  }) as HTMLInputElement;
  if (!(await ask(overlays, word('scanHint'), word('ok'), [field]))) throw apiError(10, 'The person gave up scanning');
  return { code: field.value, qrCode: field.value, rawData: base64OfText(field.value), result: field.value, scanType: 'QR_CODE', imageChannel: 'camera' };
}

/** A picture made here, so that no person and no file is needed. */
async function samplePicture(index: number): Promise<{ base64: string; extension: string }> {
  const canvas = document.createElement('canvas');
  canvas.width = 640;
  canvas.height = 480;
  const pen = canvas.getContext('2d');
  if (!pen) throw apiError(2, 'No picture can be drawn here');
  const gradient = pen.createLinearGradient(0, 0, 640, 480);
  gradient.addColorStop(0, `hsl(${(index * 67 + 190) % 360} 60% 60%)`);
  gradient.addColorStop(1, `hsl(${(index * 67 + 250) % 360} 60% 40%)`);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, 640, 480);
  return { base64: canvas.toDataURL('image/png').split(',')[1] ?? '', extension: 'png' };
}

function pickFiles(count: number): Promise<File[]> {
  const input = element('input', '', { type: 'file', accept: 'image/*', ...(count > 1 ? { multiple: '' } : {}) }) as HTMLInputElement;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].slice(0, count)));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}

async function chosenPictures(overlays: Overlays, count: number): Promise<{ base64: string; extension: string; size: number }[]> {
  const own = await overlays.dialog<boolean | null>((answer) =>
    dialogBox<boolean | null>(
      {
        title: word('choosePicture'),
        content: [],
        buttons: [
          { label: word('cancel'), value: () => null },
          { label: word('choosePicture'), value: () => true },
          { label: word('samplePicture'), value: () => false, primary: true },
        ],
      },
      answer,
    ),
  );
  if (own === null) return [];
  if (!own) return [await samplePicture(0)].map((picture) => ({ ...picture, size: Math.floor(picture.base64.length * 0.75) }));
  const files = await pickFiles(count);
  return Promise.all(files.map(async (file) => ({ base64: await base64Of(file), extension: file.name.split('.').at(-1) ?? 'png', size: file.size })));
}

async function chooseImage({ overlays, keepFile }: DeviceCallsContext, args: Arguments): Promise<unknown> {
  const pictures = await chosenPictures(overlays, number(args, 'count', 1));
  if (pictures.length === 0) throw apiError(11, 'The person gave up choosing');
  const paths = await Promise.all(pictures.map(({ base64, extension }) => keepFile(base64, extension)));
  return { apFilePaths: paths, tempFilePaths: paths, tempFiles: paths.map((path, index) => ({ path, size: pictures[index]?.size ?? 0 })) };
}

function imageInfo({ resourceUrl }: DeviceCallsContext, args: Arguments): Promise<unknown> {
  const source = text(args, 'src');
  const picture = new Image();
  return new Promise((resolve, reject) => {
    picture.onload = () =>
      resolve({
        width: picture.naturalWidth,
        height: picture.naturalHeight,
        path: source,
        orientation: 'up',
        type: /\.(\w+)(\?|$)/.exec(source)?.[1] ?? 'png',
      });
    picture.onerror = () => reject(apiError(2, `The picture ${source} cannot be loaded`));
    picture.src = resourceUrl(source);
  });
}

function previewImage({ overlays, resourceUrl }: DeviceCallsContext, args: Arguments): void {
  const urls = texts(args, 'urls');
  const current = args.current;
  const address = typeof current === 'string' ? current : (urls[number(args, 'current', 0)] ?? urls[0] ?? '');
  const layer = element('div', 'picture-preview', { role: 'dialog', 'aria-label': word('close') }, [
    element('img', '', { src: resourceUrl(address), alt: '' }),
  ]);
  const remove = overlays.add(layer);
  layer.addEventListener('click', remove);
}

function shake({ root }: Overlays): { success: true } {
  root.parentElement?.animate([{ transform: 'translateX(-2px)' }, { transform: 'translateX(2px)' }], { duration: 60, iterations: 5 });
  return { success: true };
}

/** What a person carries: camera, pictures, clipboard, place, telephone. */
export function deviceCalls(context: DeviceCallsContext): DocumentCalls {
  let clipboard = '';
  const { overlays, environment } = context;
  return {
    scan: () => scan(context),
    chooseImage: (args) => chooseImage(context, args),
    getImageInfo: (args) => imageInfo(context, args),
    previewImage: (args) => previewImage(context, args),
    // The program's clipboard is the phone's own: what a person copies elsewhere is none of its business.
    setClipboard(args) {
      clipboard = text(args, 'text');
      return { success: true };
    },
    getClipboard: () => ({ text: clipboard }),
    getLocation() {
      const { latitude, longitude, accuracy } = environment().location;
      return { latitude: String(latitude), longitude: String(longitude), accuracy: String(accuracy), horizontalAccuracy: String(accuracy) };
    },
    async makePhoneCall(args) {
      if (!(await ask(overlays, word('calling', { number: text(args, 'number') }), word('ok')))) throw apiError(11, 'The person did not call');
    },
    vibrate: () => shake(overlays),
    vibrateLong: () => shake(overlays),
    vibrateShort: () => shake(overlays),
    hideKeyboard() {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      (active as HTMLElement | null)?.blur();
      return { success: true };
    },
  };
}
