import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { part, textOf } from './values.ts';

const fits: Record<string, [objectFit: string, objectPosition: string]> = {
  scaleToFill: ['fill', ''],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', ''],
  heightFix: ['fill', ''],
  top: ['none', 'center top'],
  bottom: ['none', 'center bottom'],
  center: ['none', 'center'],
  left: ['none', 'left center'],
  right: ['none', 'right center'],
  'top left': ['none', 'left top'],
  'top right': ['none', 'right top'],
  'bottom left': ['none', 'left bottom'],
  'bottom right': ['none', 'right bottom'],
};

/** `image`: 300 × 225 unless styled; the picture is placed by `mode`. */
export function createImage(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const picture = part(host, 'a-image-picture', 'img') as HTMLImageElement;
  picture.alt = '';
  picture.draggable = false;
  let mode = 'scaleToFill';
  let source = '';
  let fallback = '';

  function place(): void {
    const [fit, position] = fits[mode] ?? ['fill', ''];
    picture.style.objectFit = fit;
    picture.style.objectPosition = position;
    host.classList.toggle('a-image-width-fix', mode === 'widthFix');
    host.classList.toggle('a-image-height-fix', mode === 'heightFix');
  }
  function show(address: string): void {
    picture.hidden = address === '';
    if (address === '') picture.removeAttribute('src');
    else picture.src = context.resourceUrl(address);
  }
  picture.hidden = true;
  picture.addEventListener('load', () => {
    if (source !== '') context.emit('load', { width: `${picture.naturalWidth}px`, height: `${picture.naturalHeight}px` });
  });
  picture.addEventListener('error', () => {
    context.emit('error', { errMsg: `The picture ${source} cannot be loaded`, error: 2 });
    if (fallback !== '' && picture.src !== context.resourceUrl(fallback)) show(fallback);
    else picture.hidden = true;
  });
  return {
    set(name, value) {
      if (name === 'mode') {
        mode = textOf(value, 'scaleToFill');
        place();
      } else if (name === 'src') {
        source = textOf(value);
        show(source);
      } else if (name === 'default-source') fallback = textOf(value);
      else if (name === 'lazy-load') picture.loading = value ? 'lazy' : 'eager';
      else if (name === 'alt') picture.alt = textOf(value);
    },
    attached() {
      // A picture that nobody named is decoration.
      if (host.hasAttribute('aria-label') && !host.hasAttribute('role')) host.setAttribute('role', 'img');
    },
  };
}

/** `cover-image`: a picture without modes. */
export function createCoverImage(host: HTMLElement, context: BuiltInContext): BuiltIn {
  return createImage(host, context);
}
