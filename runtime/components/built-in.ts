import type { NodeTarget, TouchPoint } from '../protocol/messages.ts';

/** Attribute of elements from which nothing around them scrolls: `catchTouchMove`, `disable-scroll`. */
export const stillAttribute = 'a-still';

/** Heard on the document when a person taps the bar above the page, where there is no button. */
export const titleTapEvent = 'a-title-tap';

/** Sent to the document when a person goes back; who prevents its default has something to close first. */
export const backEvent = 'a-back';

/**
 * A built-in component: behaviour on a host element `<a-NAME>`. The renderer owns the host's `class`, `style`, `id`,
 * `hidden`, `data-*`, `mark:*`, `aria-*` and `role`, and its children; everything else comes through `set`.
 * Content of the AXML element goes into `content` (the host itself when absent).
 */
export interface BuiltIn {
  /** Where AXML children are put. */
  content?: Element;
  /** An attribute's value, first and whenever it changes; `undefined` when it goes away. Names are in kebab-case, also when AXML says `scrollTop`. */
  set?(name: string, value: unknown): void;
  /** After the attributes of one commit. */
  flush?(): void;
  /** The host is in the page. */
  attached?(): void;
  /** The host has left it for good. */
  detached?(): void;
  /** What a form sends under the element's `name`; absent for elements that are not fields. */
  formValue?(): unknown;
  resetForm?(): void;
}

export interface BuiltInContext {
  /** Sends an event to handlers on the host; `bubbles` only for touch events. `type` as AXML knows it: `change`, `scrollToLower`. */
  emit(type: string, detail?: Record<string, unknown>, options?: { bubbles?: boolean; touches?: TouchPoint[] }): void;
  /** Whether AXML has a handler for the event on this element. */
  listens(type: string): boolean;
  /** URL the phone may load for a mini-program address: project path, remote address (through the engine), temporary file, data URL. */
  resourceUrl(address: string): string;
  /** Project path of the file the element stands in, for relative addresses. */
  basePath: string;
  /** Converts `12rpx` and the like to CSS that a phone understands. */
  cssLength(text: string): string;
  /** The host as events name it. */
  target(): NodeTarget;
  /** Chrome around the page: pickers, previews, navigation. */
  phone: PhoneServices;
}

/** What components may ask of the phone around the page. */
export interface PhoneServices {
  /** As the `my.*` API of that name, answered in the document. Rejects with an `ApiError`. */
  call(api: string, args: Record<string, unknown>): Promise<unknown>;
  route(api: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack', args: Record<string, unknown>): void;
  /** Overlay above everything: pickers, action sheets. Removed by the returned function. */
  overlay(element: HTMLElement): () => void;
}

export type BuiltInFactory = (host: HTMLElement, context: BuiltInContext) => BuiltIn;
