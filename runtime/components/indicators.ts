import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { clamp, isOn, numberOf, part, textOf } from './values.ts';

/** Outlines of `icon`, in a box of 24. */
const outlines: Record<string, { path: string; color: string }> = {
  success: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.4 14.6-4.2-4.2 1.4-1.4 2.8 2.8 5.6-5.6 1.4 1.4Z', color: '#1677ff' },
  success_no_circle: { path: 'M9.6 17.6 4.4 12.4l1.6-1.6 3.6 3.6 8.4-8.4 1.6 1.6Z', color: '#1677ff' },
  info: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 15h-2v-6h2Zm0-8h-2V7h2Z', color: '#1677ff' },
  warn: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm1 15h-2v-2h2Zm0-4h-2V7h2Z', color: '#ff3b30' },
  waiting: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.2 14.2L11 13V7h1.5v5.2l4.5 2.7Z', color: '#1677ff' },
  cancel: {
    path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.6 13.2-1.4 1.4-3.2-3.2-3.2 3.2-1.4-1.4 3.2-3.2-3.2-3.2 1.4-1.4 3.2 3.2 3.2-3.2 1.4 1.4-3.2 3.2Z',
    color: '#ff3b30',
  },
  download: { path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 14-4.5-4.5L9 10l2 2V6h2v6l2-2 1.5 1.5Z', color: '#1677ff' },
  search: { path: 'M15.5 14h-.8l-.3-.3a6.5 6.5 0 1 0-.7.7l.3.3v.8l5 5 1.5-1.5Zm-6 0a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9Z', color: '#999999' },
  clear: {
    path: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm4.6 13.2-1.4 1.4-3.2-3.2-3.2 3.2-1.4-1.4 3.2-3.2-3.2-3.2 1.4-1.4 3.2 3.2 3.2-3.2 1.4 1.4-3.2 3.2Z',
    color: '#b2b2b2',
  },
  loading: { path: 'M12 2a10 10 0 1 0 10 10h-2a8 8 0 1 1-8-8Z', color: '#1677ff' },
};

const svg = 'http://www.w3.org/2000/svg';

/** `icon`: a drawn sign of a given size and colour. */
export function createIcon(host: HTMLElement): BuiltIn {
  const picture = document.createElementNS(svg, 'svg');
  const path = document.createElementNS(svg, 'path');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.append(path);
  host.append(picture);
  host.setAttribute('role', 'img');
  const attributes = new Map<string, unknown>();
  return {
    set: (name, value) => void attributes.set(name, value),
    flush() {
      const type = textOf(attributes.get('type'));
      const outline = outlines[type];
      const size = numberOf(attributes.get('size'), 23);
      picture.setAttribute('width', String(size));
      picture.setAttribute('height', String(size));
      path.setAttribute('d', outline?.path ?? '');
      path.setAttribute('fill', textOf(attributes.get('color'), outline?.color ?? 'currentColor'));
      picture.classList.toggle('a-icon-turning', type === 'loading');
      host.setAttribute('aria-label', type);
    },
  };
}

/** `progress`: a bar from 0 to 100. */
export function createProgress(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const track = part(host, 'a-progress-track');
  const bar = part(track, 'a-progress-bar');
  const info = part(host, 'a-progress-info', 'span');
  const attributes = new Map<string, unknown>();
  host.setAttribute('role', 'progressbar');
  return {
    set: (name, value) => void attributes.set(name, value),
    flush() {
      const percent = clamp(numberOf(attributes.get('percent'), 0), 0, 100);
      const width = attributes.get('stroke-width');
      track.style.height = typeof width === 'string' && !/^\d+$/.test(width) ? context.cssLength(width) : `${numberOf(width, 6)}px`;
      track.style.backgroundColor = textOf(attributes.get('background-color'));
      bar.style.backgroundColor = textOf(attributes.get('active-color'));
      bar.style.width = `${percent}%`;
      bar.classList.toggle('a-progress-moving', isOn(attributes.get('active')));
      info.textContent = `${percent}%`;
      info.hidden = !isOn(attributes.get('show-info'));
      host.setAttribute('aria-valuenow', String(percent));
    },
  };
}
