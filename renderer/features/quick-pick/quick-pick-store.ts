import { create } from 'zustand';
import { setContextKey } from '#renderer/client/commands/index.ts';

export interface QuickPickItem {
  id: string;
  label: string;
  /** Indices of characters of `label` that matched. */
  matches?: readonly number[];
  detail?: string | undefined;
  shortcut?: string | undefined;
  /** Cannot be chosen; `detail` says why. */
  disabled?: boolean;
  /** Drawn before the label: a merchant's monogram. */
  monogram?: { text: string; colour: number } | undefined;
}

/** Items for a query; an incomplete answer is shown and asked for again. */
export type QuickPickAnswer = readonly QuickPickItem[] | { items: readonly QuickPickItem[]; complete: boolean };

export interface QuickPickRequest {
  /** The accessible name of the field. */
  label: string;
  placeholder: string;
  initialQuery?: string;
  /** Typed text becomes the value when no item is chosen (input box). */
  freeText?: (text: string) => string | null;
  items(query: string): QuickPickAnswer | Promise<QuickPickAnswer>;
  accept(item: QuickPickItem | null, query: string): void;
  /** The highlighted item changed: for previews. Null when the pick was given up. */
  highlight?(item: QuickPickItem | null): void;
}

interface QuickPickState {
  request: QuickPickRequest | null;
  /** Counts the requests, so that each is drawn with a field of its own. */
  number: number;
  returnFocus: Element | null;
}

export const useQuickPick = create<QuickPickState>(() => ({ request: null, number: 0, returnFocus: null }));

export function showQuickPick(request: QuickPickRequest): void {
  const { request: open, number, returnFocus } = useQuickPick.getState();
  open?.highlight?.(null);
  useQuickPick.setState({ request, number: number + 1, returnFocus: open ? returnFocus : document.activeElement });
  setContextKey('dialogOpen', true);
}

export function closeQuickPick(): void {
  const { returnFocus } = useQuickPick.getState();
  useQuickPick.setState({ request: null, returnFocus: null });
  setContextKey('dialogOpen', false);
  if (returnFocus instanceof HTMLElement) returnFocus.focus();
}

/** Asks for one line of text; `validate` gives the sentence that says what is wrong, or null. Resolves to null when given up. */
export function askForText(options: {
  label: string;
  placeholder?: string;
  value?: string;
  validate?: (text: string) => string | null;
}): Promise<string | null> {
  return new Promise((resolve) => {
    showQuickPick({
      label: options.label,
      placeholder: options.placeholder ?? options.label,
      initialQuery: options.value ?? '',
      freeText: options.validate ?? ((text) => (text === '' ? options.label : null)),
      items: () => [],
      accept: (_item, query) => resolve(query),
      highlight: (item) => {
        if (item === null) resolve(null);
      },
    });
  });
}

/** Asks for one of a few answers, by id with their words; null when given up. */
export function askForChoice<Choice extends string>(label: string, choices: Record<Choice, string>): Promise<Choice | null> {
  const items = Object.entries<string>(choices).map(([id, words]) => ({ id, label: words }));
  return new Promise((resolve) => {
    showQuickPick({
      label,
      placeholder: label,
      items: () => items,
      accept: (item) => resolve(item === null ? null : (item.id as Choice)),
      highlight: (item) => {
        if (item === null) resolve(null);
      },
    });
  });
}
