import { word } from '../words.ts';
import { button, element } from './element.ts';

/** Dialogs that wait at once; more are a storm. */
const mostWaiting = 20;

/** Everything above the page: one dialog at a time, the others wait; a toast beside them. */
export class Overlays {
  readonly root = element('div', 'overlays');
  readonly #toast = element('div', 'toast-layer');
  readonly #queue: (() => Promise<void>)[] = [];
  readonly #onStorm: (waiting: number) => void;
  #showing = false;
  #toastTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(onStorm: (waiting: number) => void) {
    this.#onStorm = onStorm;
    this.root.append(this.#toast);
  }

  /** Shows an element above everything until the returned function is called. */
  add(overlay: HTMLElement): () => void {
    this.root.append(overlay);
    return () => overlay.remove();
  }

  /** Shows a dialog when it is its turn; `build` gets what closes it with an answer. */
  dialog<T>(build: (answer: (value: T) => void) => HTMLElement): Promise<T> {
    const answered = Promise.withResolvers<T>();
    this.#queue.push(async () => {
      const layer = element('div', 'dialog-layer', {}, [build(answered.resolve)]);
      const remove = this.add(layer);
      layer.querySelector<HTMLElement>('[data-first]')?.focus();
      await answered.promise;
      remove();
    });
    if (this.#queue.length > mostWaiting) this.#onStorm(this.#queue.length);
    void this.#showNext();
    return answered.promise;
  }

  async #showNext(): Promise<void> {
    if (this.#showing) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#showing = true;
    await next();
    this.#showing = false;
    void this.#showNext();
  }

  /** Shows a toast instead of the one that is there; resolves when its time is over or it is replaced. */
  toast(toast: HTMLElement, durationMs: number | null, blocksTouches: boolean): Promise<void> {
    this.hideToast();
    this.#toast.classList.toggle('toast-blocks', blocksTouches);
    this.#toast.append(toast);
    if (durationMs === null) return Promise.resolve();
    return new Promise((resolve) => {
      this.#toastTimer = setTimeout(() => {
        toast.remove();
        this.#toast.classList.remove('toast-blocks');
        resolve();
      }, durationMs);
    });
  }

  hideToast(): void {
    clearTimeout(this.#toastTimer);
    this.#toast.classList.remove('toast-blocks');
    this.#toast.replaceChildren();
  }
}

export interface DialogButton<T> {
  label: string;
  value: () => T;
  primary?: boolean;
  color?: string;
}

/** One dialog is there at a time. */
const contentId = 'dialog-content';

/** A box with a title, text or content, and buttons in a row. Without a title, its content names it. */
export function dialogBox<T>(
  { title, content, buttons }: { title: string; content: readonly (Node | string)[]; buttons: readonly DialogButton<T>[] },
  answer: (value: T) => void,
): HTMLElement {
  const row = element(
    'div',
    'dialog-buttons',
    {},
    buttons.map(({ label, value, primary = false, color }) => {
      const created = button(primary ? 'dialog-button dialog-primary' : 'dialog-button', label, () => answer(value()));
      if (color !== undefined) created.style.color = color;
      if (primary) created.setAttribute('data-first', '');
      return created;
    }),
  );
  const name: Record<string, string> = title === '' ? { 'aria-labelledby': contentId } : { 'aria-label': title };
  return element('div', 'dialog', { role: 'dialog', 'aria-modal': 'true', ...name }, [
    ...(title === '' ? [] : [element('div', 'dialog-title', {}, [title])]),
    element('div', 'dialog-content', { id: contentId }, content),
    row,
  ]);
}

/** A sheet from below with a list of choices. */
export function actionSheet(
  { title, items, cancel, destructive, selected }: { title: string; items: readonly string[]; cancel: string; destructive: number; selected?: number },
  answer: (index: number) => void,
): HTMLElement {
  const choices = items.map((item, index) =>
    button(index === destructive ? 'sheet-item sheet-destructive' : index === selected ? 'sheet-item sheet-selected' : 'sheet-item', item, () => answer(index)),
  );
  const layer = element('div', 'sheet', { role: 'dialog', 'aria-modal': 'true', 'aria-label': title || word('more') }, [
    ...(title === '' ? [] : [element('div', 'sheet-title', {}, [title])]),
    ...choices,
    button('sheet-item sheet-cancel', cancel, () => answer(-1)),
  ]);
  return layer;
}
