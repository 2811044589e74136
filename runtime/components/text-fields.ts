import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { registerField } from './fields.ts';
import { showPlaceholderLook } from './placeholder-look.ts';
import { isOn, numberOf, textOf } from './values.ts';

type Native = HTMLInputElement | HTMLTextAreaElement;

interface Keyboard {
  inputMode: string;
  /** What its keys write; everything when absent. */
  keys?: RegExp;
}

const number: Keyboard = { inputMode: 'numeric', keys: /^\d*$/ };
const digit: Keyboard = { inputMode: 'decimal', keys: /^[\d.]*$/ };
const idcard: Keyboard = { inputMode: 'text', keys: /^[\dXx]*$/ };

/** By `type`; the names with `pad` are the keyboards that the app draws itself. */
const keyboards: Record<string, Keyboard> = { number, digit, idcard, numberpad: number, digitpad: digit, idcardpad: idcard };

const placing = new Set(['cursor', 'selection-start', 'selection-end']);

/** The part that `input` and `textarea` share: a native field inside the host, told and asked in AXML's terms. */
class TextField implements BuiltIn {
  readonly #native: Native;
  readonly #context: BuiltInContext;
  readonly #attributes = new Map<string, unknown>();
  readonly #onValue: () => void;
  #initial = '';
  #valueChanged = false;
  #placeChanged = false;

  constructor(host: HTMLElement, native: Native, context: BuiltInContext, onValue: () => void) {
    this.#native = native;
    this.#context = context;
    this.#onValue = onValue;
    native.className = 'a-field';
    native.autocomplete = 'off';
    host.append(native);
    registerField(host, {
      name: () => textOf(this.#attributes.get('name')),
      value: () => native.value,
      reset: () => this.#write(this.#initial),
      activate: () => native.focus(),
    });
    this.#listen(host);
  }

  get attributes(): ReadonlyMap<string, unknown> {
    return this.#attributes;
  }

  #listen(host: HTMLElement): void {
    const native = this.#native;
    native.addEventListener('input', () => {
      const { value } = native;
      this.#onValue();
      // A controlled field shows what the program says, not what was typed.
      if (isOn(this.#attributes.get('controlled'))) native.value = textOf(this.#attributes.get('value'));
      this.#context.emit('input', { value, cursor: native.selectionStart ?? value.length });
    });
    native.addEventListener('focus', () => {
      host.classList.add('a-focused');
      this.#select();
      this.#context.emit('focus', { value: native.value, height: 0 });
    });
    native.addEventListener('blur', () => {
      host.classList.remove('a-focused');
      this.#context.emit('blur', { value: native.value });
    });
    host.addEventListener('click', () => native.focus());
  }

  confirm(): void {
    this.#context.emit('confirm', { value: this.#native.value });
    if (!isOn(this.#attributes.get('confirm-hold'))) this.#native.blur();
  }

  #write(value: string): void {
    if (this.#native.value !== value) this.#native.value = value;
    this.#onValue();
  }

  set(name: string, value: unknown): void {
    this.#attributes.set(name, value);
    if (name === 'value') this.#valueChanged = true;
    if (placing.has(name)) this.#placeChanged = true;
  }

  flush(): void {
    const native = this.#native;
    const read = (name: string): unknown => this.#attributes.get(name);
    native.placeholder = textOf(read('placeholder'));
    native.enterKeyHint = textOf(read('confirm-type'));
    native.disabled = isOn(read('disabled'));
    const limit = numberOf(read('maxlength'), 140);
    if (limit >= 0) native.maxLength = limit;
    else native.removeAttribute('maxlength');
    showPlaceholderLook(native, this.#attributes, this.#context);
    if (read('aria-label') === undefined && native.placeholder !== '') native.setAttribute('aria-label', native.placeholder);
    if (this.#valueChanged) {
      this.#valueChanged = false;
      this.#initial = textOf(read('value'));
      this.#write(this.#initial);
    }
    if (this.#placeChanged) queueMicrotask(() => this.#select());
    this.#placeChanged = false;
    if (isOn(read('focus')) && native.getRootNode() instanceof ShadowRoot && native.ownerDocument.activeElement !== native)
      queueMicrotask(() => native.focus());
  }

  /** Puts the cursor or the selection where the program wants it; a field without focus has neither. */
  #select(): void {
    const native = this.#native;
    if ((native.getRootNode() as Document | ShadowRoot).activeElement !== native) return;
    const read = (name: string): number => numberOf(this.#attributes.get(name), -1);
    const [start, end, cursor] = [read('selection-start'), read('selection-end'), read('cursor')];
    if (start >= 0 && end >= 0) native.setSelectionRange(start, end);
    else if (cursor >= 0) native.setSelectionRange(cursor, cursor);
  }

  attached(): void {
    showPlaceholderLook(this.#native, this.#attributes, this.#context);
    if (isOn(this.#attributes.get('focus'))) this.#native.focus();
  }

  formValue(): unknown {
    return this.#native.value;
  }

  resetForm(): void {
    this.#write(this.#initial);
  }
}

/** `input`: one line of text. */
export function createInput(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const native = document.createElement('input');
  const field = new TextField(host, native, context, () => undefined);
  const keyboard = (): Keyboard => keyboards[textOf(field.attributes.get('type'))] ?? { inputMode: 'text' };
  native.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) field.confirm();
  });
  // A phone has no other keys there. What is pasted or filled in comes from elsewhere, several characters at once.
  native.addEventListener('beforeinput', (event) => {
    if (event.inputType === 'insertText' && event.data?.length === 1 && keyboard().keys?.test(event.data) === false) event.preventDefault();
  });
  const flush = field.flush.bind(field);
  field.flush = () => {
    native.type = isOn(field.attributes.get('password')) ? 'password' : 'text';
    native.inputMode = keyboard().inputMode;
    flush();
  };
  return field;
}

/** `textarea`: several lines; `auto-height` grows with its text. */
export function createTextarea(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const native = document.createElement('textarea');
  native.rows = 1;
  const counter = document.createElement('span');
  counter.className = 'a-textarea-count';

  function resize(): void {
    const limit = numberOf(field.attributes.get('maxlength'), 140);
    counter.hidden = field.attributes.get('show-count') === false || limit < 0;
    counter.textContent = `${native.value.length}/${limit}`;
    const grows = isOn(field.attributes.get('auto-height'));
    host.classList.toggle('a-textarea-auto', grows);
    if (!grows) return;
    native.style.height = 'auto';
    native.style.height = `${native.scrollHeight}px`;
  }
  const field: TextField = new TextField(host, native, context, () => resize());
  // With another sign than that of a new line on it, the key ends writing.
  native.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing || textOf(field.attributes.get('confirm-type'), 'return') === 'return') return;
    event.preventDefault();
    field.confirm();
  });
  host.append(counter);
  const [flush, attached] = [field.flush.bind(field), field.attached.bind(field)];
  field.flush = () => {
    flush();
    resize();
  };
  field.attached = () => {
    attached();
    resize();
  };
  return field;
}
