import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { registerField } from './fields.ts';
import { isOn, listOf, numberOf, textOf } from './values.ts';

/** `picker`: a tap opens a wheel with the choices of `range`. */
export function createPicker(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  let value = 0;
  let initial = 0;
  host.setAttribute('role', 'button');
  host.setAttribute('aria-haspopup', 'listbox');

  function labels(): string[] {
    const key = textOf(attributes.get('range-key'));
    return listOf(attributes.get('range')).map((item) =>
      textOf(key !== '' && typeof item === 'object' && item !== null ? (item as Record<string, unknown>)[key] : item),
    );
  }
  async function open(): Promise<void> {
    if (isOn(attributes.get('disabled')) || labels().length === 0) return;
    const chosen = await context.phone
      .call('pickOptions', { title: textOf(attributes.get('title')), columns: [labels()], selected: [value] })
      .catch(() => null);
    const [index] = listOf(chosen);
    if (index === undefined) return;
    value = numberOf(index, 0);
    context.emit('change', { value });
  }
  host.addEventListener('click', () => void open());
  registerField(host, {
    name: () => textOf(attributes.get('name')),
    value: () => value,
    reset: () => {
      value = initial;
    },
    activate: () => void open(),
  });
  return {
    set(name, given) {
      attributes.set(name, given);
      if (name !== 'value') return;
      value = numberOf(given, 0);
      initial = value;
    },
  };
}

const columnEvent = 'a-column-change';
const columnStartEvent = 'a-column-start';

interface Column {
  index(): number;
  select(index: number): void;
}

const columns = new WeakMap<Element, Column>();

function columnsOf(view: Element): Column[] {
  return [...view.querySelectorAll('a-picker-view-column')].flatMap((element) => columns.get(element) ?? []);
}

/** `picker-view`: wheels inside the page. */
export function createPickerView(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const mask = document.createElement('div');
  mask.className = 'a-picker-mask';
  const indicator = document.createElement('div');
  indicator.className = 'a-picker-indicator';
  host.append(mask, indicator);
  let changed = true;

  function select(): void {
    const value = listOf(attributes.get('value'));
    for (const [at, column] of columnsOf(host).entries()) column.select(numberOf(value[at], 0));
  }
  host.addEventListener(columnStartEvent, (event) => {
    event.stopPropagation();
    context.emit('pickStart', {});
  });
  host.addEventListener(columnEvent, (event) => {
    event.stopPropagation();
    context.emit('pickEnd', {});
    context.emit('change', { value: columnsOf(host).map((column) => column.index()) });
  });
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'value') changed = true;
      if (name === 'indicator-style') indicator.style.cssText = context.cssLength(textOf(value));
      if (name === 'indicator-class') indicator.className = `a-picker-indicator ${textOf(value)}`;
      if (name === 'mask-style') mask.style.cssText = context.cssLength(textOf(value));
      if (name === 'mask-class') mask.className = `a-picker-mask ${textOf(value)}`;
    },
    flush() {
      if (changed) queueMicrotask(select);
      changed = false;
    },
    attached: select,
  };
}

/** `picker-view-column`: one wheel; it settles on the item in the middle. */
export function createPickerViewColumn(host: HTMLElement): BuiltIn {
  let index = 0;
  let dragging = false;
  let settling: ReturnType<typeof setTimeout> | undefined;
  const items = (): Element[] => [...host.children];
  const itemHeight = (): number => items()[0]?.getBoundingClientRect().height || 1;
  const scale = (): number => host.getBoundingClientRect().height / Math.max(host.offsetHeight, 1) || 1;

  function settle(): void {
    dragging = false;
    const next = Math.min(Math.max(Math.round(host.scrollTop / (itemHeight() / scale())), 0), Math.max(items().length - 1, 0));
    if (next === index) return;
    index = next;
    host.dispatchEvent(new CustomEvent(columnEvent, { bubbles: true }));
  }
  host.addEventListener('scroll', () => {
    if (!dragging) host.dispatchEvent(new CustomEvent(columnStartEvent, { bubbles: true }));
    dragging = true;
    clearTimeout(settling);
    settling = setTimeout(settle, 120);
  });
  columns.set(host, {
    index: () => index,
    select(next) {
      index = next;
      dragging = true;
      host.scrollTop = next * (itemHeight() / scale());
    },
  });
  return {};
}
