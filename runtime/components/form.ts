import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { formActionEvent } from './buttons.ts';
import { fieldOf, fieldsBelow } from './fields.ts';
import { textOf } from './values.ts';

/** `form`: gathers the named fields inside it when a submit button is tapped. */
export function createForm(host: HTMLElement, context: BuiltInContext): BuiltIn {
  host.setAttribute('role', 'form');
  host.addEventListener(formActionEvent, (event) => {
    event.stopPropagation();
    const { action } = (event as CustomEvent<{ action: 'submit' | 'reset' }>).detail;
    const fields = fieldsBelow(host);
    if (action === 'reset') {
      for (const field of fields) field.reset();
      context.emit('reset', {});
      return;
    }
    const named = fields.filter((field) => field.name() !== '').map((field) => [field.name(), field.value()] as const);
    context.emit('submit', { value: Object.fromEntries(named) });
  });
  return {};
}

/** `label`: a tap on it is a tap on its field, the one with the id of `for` or the first inside. */
export function createLabel(host: HTMLElement): BuiltIn {
  let target = '';
  host.addEventListener('click', (event) => {
    const root = host.getRootNode() as ShadowRoot | Document;
    const named = target === '' ? null : root.querySelector(`#${CSS.escape(target)}`);
    const field = named ? fieldOf(named) : fieldsBelow(host)[0];
    const path = event.composedPath();
    const tappedItself = path.slice(0, path.indexOf(host)).some((element) => element instanceof Element && fieldOf(element) !== undefined);
    if (field && !tappedItself) field.activate();
  });
  return {
    set(name, value) {
      if (name === 'for') target = textOf(value);
    },
  };
}
