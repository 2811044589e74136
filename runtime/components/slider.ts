import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { registerField } from './fields.ts';
import { clamp, isOn, numberOf, part, textOf } from './values.ts';

/** `slider`: a number in steps, dragged or moved by arrow keys. */
export function createSlider(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const track = part(host, 'a-slider-track');
  const bar = part(track, 'a-slider-bar');
  const handle = part(track, 'a-slider-handle');
  const info = part(host, 'a-slider-value', 'span');
  let value = 0;
  let initial = 0;
  let valueChanged = true;
  host.setAttribute('role', 'slider');
  host.tabIndex = 0;

  const minimum = (): number => numberOf(attributes.get('min'), 0);
  const maximum = (): number => numberOf(attributes.get('max'), 100);
  const step = (): number => Math.max(numberOf(attributes.get('step'), 1), Number.EPSILON);

  function show(next: number): void {
    const stepped = minimum() + Math.round((next - minimum()) / step()) * step();
    value = clamp(Number(stepped.toPrecision(12)), minimum(), maximum());
    const share = maximum() === minimum() ? 0 : (value - minimum()) / (maximum() - minimum());
    bar.style.width = `${share * 100}%`;
    handle.style.left = `${share * 100}%`;
    info.textContent = String(value);
    host.setAttribute('aria-valuenow', String(value));
  }
  function follow(event: PointerEvent): void {
    const box = track.getBoundingClientRect();
    const before = value;
    show(minimum() + clamp((event.clientX - box.left) / Math.max(box.width, 1), 0, 1) * (maximum() - minimum()));
    if (value !== before) context.emit('changing', { value });
  }
  function drag(event: PointerEvent): void {
    if (isOn(attributes.get('disabled'))) return;
    const before = value;
    track.setPointerCapture(event.pointerId);
    const move = (moved: PointerEvent): void => follow(moved);
    track.addEventListener('pointermove', move);
    track.addEventListener(
      'pointerup',
      () => {
        track.removeEventListener('pointermove', move);
        if (value !== before) context.emit('change', { value });
      },
      { once: true },
    );
    follow(event);
  }
  track.addEventListener('pointerdown', drag);
  host.addEventListener('keydown', (event) => {
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (direction === undefined || isOn(attributes.get('disabled'))) return;
    event.preventDefault();
    show(value + direction * step());
    context.emit('change', { value });
  });
  registerField(host, { name: () => textOf(attributes.get('name')), value: () => value, reset: () => show(initial), activate: () => host.focus() });
  return {
    set(name, given) {
      attributes.set(name, given);
      if (name === 'value') valueChanged = true;
    },
    flush() {
      track.style.setProperty('--a-slider-track', textOf(attributes.get('background-color')));
      track.style.setProperty('--a-slider-active', textOf(attributes.get('active-color')));
      track.style.setProperty('--a-slider-size', `${numberOf(attributes.get('track-size'), 4)}px`);
      track.style.setProperty('--a-slider-handle', textOf(attributes.get('handle-color')));
      track.style.setProperty('--a-slider-handle-size', `${numberOf(attributes.get('handle-size'), 22)}px`);
      info.hidden = !isOn(attributes.get('show-value'));
      host.setAttribute('aria-disabled', String(isOn(attributes.get('disabled'))));
      host.setAttribute('aria-valuemin', String(minimum()));
      host.setAttribute('aria-valuemax', String(maximum()));
      if (valueChanged) initial = numberOf(attributes.get('value'), minimum());
      show(valueChanged ? initial : value);
      valueChanged = false;
    },
  };
}
