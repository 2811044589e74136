import type { BuiltIn, BuiltInContext } from './built-in.ts';
import { Hover } from './hover.ts';
import { isOn, numberOf, part, textOf } from './values.ts';

/** What a form listens for from a button inside it. */
export const formActionEvent = 'a-form-action';

function openTypeCall(context: BuiltInContext, openType: string, scope: string): void {
  const failed = (error: unknown): void => context.emit('error', { ...(error as object) });
  if (openType === 'share') void context.phone.call('showSharePanel', { from: 'button', target: context.target() }).catch(failed);
  if (openType !== 'getAuthorize') return;
  const api = scope === 'phoneNumber' ? 'getPhoneNumber' : 'getOpenUserInfo';
  context.phone.call(api, {}).then((result) => context.emit('getAuthorize', { ...(result as object) }), failed);
}

/** `button`: submits and resets forms, shares, asks for authorisation. */
export function createButton(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const spinner = part(host, 'a-button-spinner', 'span');
  spinner.hidden = true;
  const isDisabled = (): boolean => isOn(attributes.get('disabled'));
  const hover = new Hover(host, { start: 20, stay: 70, className: 'a-button-hover' }, () => !isDisabled());
  host.setAttribute('role', 'button');
  host.tabIndex = 0;

  // A disabled button keeps its taps to itself, before any handler hears of them.
  host.addEventListener(
    'click',
    (event) => {
      if (isDisabled()) event.stopImmediatePropagation();
    },
    { capture: true },
  );
  host.addEventListener('click', () => {
    if (isDisabled()) return;
    const action = textOf(attributes.get('form-type'));
    if (action === 'submit' || action === 'reset') host.dispatchEvent(new CustomEvent(formActionEvent, { bubbles: true, detail: { action } }));
    openTypeCall(context, textOf(attributes.get('open-type')), textOf(attributes.get('scope')));
  });
  host.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    host.click();
  });
  return {
    set(name, value) {
      if (!hover.set(name, value)) attributes.set(name, value);
    },
    flush() {
      const type = textOf(attributes.get('type'), 'default');
      for (const known of ['default', 'primary', 'warn', 'ghost']) host.classList.toggle(`a-button-${known}`, type === known);
      host.classList.toggle('a-button-mini', attributes.get('size') === 'mini');
      host.classList.toggle('a-button-plain', isOn(attributes.get('plain')));
      host.classList.toggle('a-button-disabled', isDisabled());
      host.setAttribute('aria-disabled', String(isDisabled()));
      spinner.hidden = !isOn(attributes.get('loading'));
    },
  };
}

const routes = { navigate: 'navigateTo', redirect: 'redirectTo', switchTab: 'switchTab', reLaunch: 'reLaunch', navigateBack: 'navigateBack' } as const;

/** `navigator`: a link to another page. */
export function createNavigator(host: HTMLElement, context: BuiltInContext): BuiltIn {
  const attributes = new Map<string, unknown>();
  const hover = new Hover(host, { start: 50, stay: 600, className: 'a-navigator-hover' });
  host.setAttribute('role', 'link');
  host.addEventListener('click', () => {
    const type = textOf(attributes.get('open-type'), 'navigate');
    if (type === 'exit') void context.phone.call('exitMiniProgram', {}).catch(() => undefined);
    else if (Object.hasOwn(routes, type)) {
      const api = routes[type as keyof typeof routes];
      context.phone.route(api, api === 'navigateBack' ? { delta: numberOf(attributes.get('delta'), 1) } : { url: textOf(attributes.get('url')) });
    }
  });
  return {
    set(name, value) {
      if (!hover.set(name, value)) attributes.set(name, value);
    },
  };
}
