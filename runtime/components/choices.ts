import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { type Field, registerField } from './fields.ts';
import { isOn, part, textOf } from './values.ts';

/** What a choice tells the group around it; the group answers for all of them. */
const choiceEvent = 'a-choice';

interface Choice extends Field {
  checked(): boolean;
  check(on: boolean): void;
  choiceValue(): string;
}

const choices = new WeakMap<Element, Choice>();

function choicesBelow(group: Element): Choice[] {
  return [...group.querySelectorAll('a-checkbox, a-radio')].flatMap((element) => choices.get(element) ?? []);
}

/** A box that is on or off; inside a group the group is the field. */
function createChoice(host: HTMLElement, context: BuiltInContext, kind: 'checkbox' | 'radio', group: string): BuiltIn {
  const attributes = new Map<string, unknown>();
  const box = part(host, `a-choice-box a-${kind}-box`, 'span');
  let checked = false;
  let initial = false;
  host.setAttribute('role', kind);
  host.tabIndex = 0;

  function show(on: boolean): void {
    checked = on;
    host.classList.toggle('a-checked', on);
    host.setAttribute('aria-checked', String(on));
    box.style.setProperty('--a-choice', textOf(attributes.get('color')));
  }
  function choose(): void {
    if (isOn(attributes.get('disabled')) || (kind === 'radio' && checked)) return;
    show(kind === 'radio' ? true : !checked);
    context.emit('change', { value: checked });
    host.dispatchEvent(new CustomEvent(choiceEvent, { bubbles: true }));
  }
  const choice: Choice = {
    name: () => (host.closest(group) ? '' : textOf(attributes.get('name'))),
    value: () => checked,
    reset: () => show(initial),
    activate: choose,
    checked: () => checked,
    check: show,
    choiceValue: () => textOf(attributes.get('value')),
  };
  choices.set(host, choice);
  registerField(host, choice);
  host.addEventListener('click', choose);
  host.addEventListener('keydown', (event) => {
    if (event.key !== ' ') return;
    event.preventDefault();
    host.click();
  });
  let checkedChanged = true;
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'checked') checkedChanged = true;
    },
    flush() {
      host.setAttribute('aria-disabled', String(isOn(attributes.get('disabled'))));
      if (checkedChanged) initial = isOn(attributes.get('checked'));
      show(checkedChanged ? initial : checked);
      checkedChanged = false;
    },
  };
}

export function createCheckbox(host: HTMLElement, context: BuiltInContext): BuiltIn {
  return createChoice(host, context, 'checkbox', 'a-checkbox-group');
}

export function createRadio(host: HTMLElement, context: BuiltInContext): BuiltIn {
  return createChoice(host, context, 'radio', 'a-radio-group');
}

function createGroup(host: HTMLElement, context: BuiltInContext, read: (checked: Choice[]) => unknown): BuiltIn {
  let name = '';
  const value = (): unknown => read(choicesBelow(host).filter((choice) => choice.checked()));
  registerField(host, {
    name: () => name,
    value,
    reset: () => {
      for (const choice of choicesBelow(host)) choice.reset();
    },
    activate: () => choicesBelow(host)[0]?.activate(),
  });
  host.addEventListener(choiceEvent, (event) => {
    event.stopPropagation();
    context.emit('change', { value: value() });
  });
  return {
    set(attribute, given) {
      if (attribute === 'name') name = textOf(given);
    },
  };
}

/** `checkbox-group`: the values of the checked ones, in document order. */
export function createCheckboxGroup(host: HTMLElement, context: BuiltInContext): BuiltIn {
  host.setAttribute('role', 'group');
  return createGroup(host, context, (checked) => checked.map((choice) => choice.choiceValue()));
}

/** `radio-group`: one of its radios at most. */
export function createRadioGroup(host: HTMLElement, context: BuiltInContext): BuiltIn {
  host.setAttribute('role', 'radiogroup');
  // Heard on the way down, so that the others are off before the group tells its value.
  host.addEventListener(
    choiceEvent,
    (event) => {
      for (const choice of choicesBelow(host)) if (choice !== choices.get(event.target as Element)) choice.check(false);
    },
    { capture: true },
  );
  return createGroup(host, context, (checked) => checked[0]?.choiceValue() ?? '');
}

/** `switch`: on or off; a controlled one waits for the program. */
export function createSwitch(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  part(host, 'a-switch-thumb', 'span');
  let on = false;
  let initial = false;
  let checkedChanged = true;
  host.setAttribute('role', 'switch');
  host.tabIndex = 0;

  function show(next: boolean): void {
    on = next;
    host.classList.toggle('a-checked', on);
    host.setAttribute('aria-checked', String(on));
    host.style.setProperty('--a-choice', textOf(attributes.get('color')));
  }
  function toggle(): void {
    if (isOn(attributes.get('disabled'))) return;
    const next = !on;
    if (!isOn(attributes.get('controlled'))) show(next);
    context.emit('change', { value: next });
  }
  registerField(host, { name: () => textOf(attributes.get('name')), value: () => on, reset: () => show(initial), activate: toggle });
  host.addEventListener('click', toggle);
  host.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    host.click();
  });
  return {
    set(name, value) {
      attributes.set(name, value);
      if (name === 'checked') checkedChanged = true;
    },
    flush() {
      host.classList.toggle('a-disabled', isOn(attributes.get('disabled')));
      if (checkedChanged) initial = isOn(attributes.get('checked'));
      show(checkedChanged ? initial : on);
      checkedChanged = false;
    },
  };
}
