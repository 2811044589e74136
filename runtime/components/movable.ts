import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { clamp, isOn, numberOf, textOf } from './values.ts';

/** `movable-view`: dragged inside its `movable-area`. */
export function createMovableView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  let x = 0;
  let y = 0;
  let scale = 1;
  let positionChanged = true;

  /** Where the view stands at 0, 0: what the flow of the page adds does not count, its margins do. */
  function origin(): { flow: [number, number]; box: [number, number] } {
    const { position, marginLeft, marginTop } = getComputedStyle(host);
    const margin: [number, number] = [numberOf(Number.parseFloat(marginLeft), 0), numberOf(Number.parseFloat(marginTop), 0)];
    const { offsetLeft, offsetTop } = host;
    if (position === 'absolute' || position === 'fixed') return { flow: [0, 0], box: [offsetLeft, offsetTop] };
    return { flow: [offsetLeft - margin[0], offsetTop - margin[1]], box: margin };
  }
  function limits([left, top]: [number, number]): { x: [number, number]; y: [number, number] } {
    const area = host.closest<HTMLElement>('a-movable-area');
    const free = (outer: number, inner: number, at: number): [number, number] => [Math.min(outer - inner, 0) - at, Math.max(outer - inner, 0) - at];
    return { x: free(area?.clientWidth ?? 0, host.offsetWidth, left), y: free(area?.clientHeight ?? 0, host.offsetHeight, top) };
  }
  function moveTo(nextX: number, nextY: number, source: string): void {
    const outOfBounds = isOn(attributes.get('out-of-bounds')) && source === 'touch';
    const { flow, box } = origin();
    const { x: alongX, y: alongY } = limits(box);
    const before = [x, y];
    x = outOfBounds ? nextX : clamp(nextX, ...alongX);
    y = outOfBounds ? nextY : clamp(nextY, ...alongY);
    host.style.transform = `translate(${x - flow[0]}px, ${y - flow[1]}px) scale(${scale})`;
    if (x !== before[0] || y !== before[1]) context.emit('change', { x, y, source });
  }
  function drag(event: PointerEvent): void {
    const direction = textOf(attributes.get('direction'), 'none');
    if (isOn(attributes.get('disabled')) || direction === 'none') return;
    const start = { x: event.clientX - x, y: event.clientY - y };
    host.setPointerCapture(event.pointerId);
    host.style.transition = 'none';
    const move = (moved: PointerEvent): void =>
      moveTo(direction === 'vertical' ? x : moved.clientX - start.x, direction === 'horizontal' ? y : moved.clientY - start.y, 'touch');
    host.addEventListener('pointermove', move);
    host.addEventListener(
      'pointerup',
      () => {
        host.removeEventListener('pointermove', move);
        moveTo(x, y, 'out-of-bounds');
        context.emit('changeEnd', { x, y });
      },
      { once: true },
    );
  }
  function place(): void {
    const animated = attributes.get('animation') !== false && attributes.has('animation');
    host.style.transition = animated ? 'transform 200ms ease' : 'none';
    moveTo(numberOf(attributes.get('x'), x), numberOf(attributes.get('y'), y), '');
  }
  host.addEventListener('pointerdown', drag);
  host.addEventListener('wheel', (event) => {
    if (!isOn(attributes.get('scale')) || !event.ctrlKey) return;
    event.preventDefault();
    scale = clamp(scale * (event.deltaY < 0 ? 1.1 : 0.9), numberOf(attributes.get('scale-min'), 0.5), numberOf(attributes.get('scale-max'), 10));
    moveTo(x, y, 'touch');
    context.emit('scale', { x, y, scale });
  });
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'x' || name === 'y') positionChanged = true;
      if (name === 'scale-value') scale = numberOf(value, 1);
    },
    flush() {
      if (positionChanged && host.isConnected) place();
    },
    attached() {
      positionChanged = false;
      place();
    },
  };
}
