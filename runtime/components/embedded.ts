import { word } from '../words.ts';
import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { numberOf, part, textOf } from './values.ts';

/** `canvas`: a drawing surface of CSS pixels, drawn by the canvas calls of `my`. */
export function createCanvas(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const surface = part(host, 'a-canvas-surface', 'canvas') as HTMLCanvasElement;
  const attributes = new Map<string, unknown>();

  function resize(): void {
    const [width, height] = [numberOf(attributes.get('width'), 300), numberOf(attributes.get('height'), 225)];
    // Setting a size clears the surface, so only a new size is set.
    if (surface.width !== width) surface.width = width;
    if (surface.height !== height) surface.height = height;
  }
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'disable-scroll') host.style.touchAction = value ? 'none' : '';
    },
    flush: resize,
    attached() {
      resize();
      context.emit('ready', {});
    },
  };
}

/** `web-view`: a page of the web in a frame that can only run scripts and send forms. */
export function createWebView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const frame = part(host, 'a-web-view-frame', 'iframe') as HTMLIFrameElement;
  frame.setAttribute('sandbox', 'allow-scripts allow-forms');
  frame.addEventListener('load', () => {
    if (frame.src !== '') context.emit('load', { src: frame.src });
  });
  return {
    set(name, value) {
      if (name !== 'src') return;
      const address = textOf(value);
      frame.title = address;
      if (/^https:\/\//i.test(address)) frame.src = address;
      else context.emit('error', { errorCode: 1, errMsg: `web-view opens https addresses only, not ${address}` });
    },
  };
}

/** A box that says what is not simulated: `video`, `map`, `camera`, `lottie`… */
export function createPlaceholder(name: string): (host: HTMLElement) => BuiltIn {
  return (host) => {
    host.classList.add('a-placeholder');
    part(host, 'a-placeholder-text', 'span').textContent = word('simulatedPlaceholder', { name });
    return {};
  };
}
