import { word } from '../../words.ts';
import { element } from '../element.ts';
import { actionSheet, dialogBox, type Overlays } from '../overlays.ts';
import { wheelSheet } from '../wheel.ts';
import { type Arguments, apiError, type DocumentCalls, number, text, texts } from './call.ts';

const toastSigns: Record<string, string> = { success: '✓', fail: '✕', exception: '!' };

function toastBox(content: string, type: string): HTMLElement {
  const mark = toastSigns[type];
  return element('div', 'toast', { role: 'status' }, [
    ...(mark === undefined ? [] : [element('div', 'toast-sign', {}, [mark])]),
    element('div', '', {}, [content]),
  ]);
}

function alert(overlays: Overlays, args: Arguments): Promise<unknown> {
  return overlays.dialog((answer) =>
    dialogBox<object>(
      {
        title: text(args, 'title'),
        content: [text(args, 'content')],
        buttons: [{ label: text(args, 'buttonText', word('ok')), value: () => ({}), primary: true }],
      },
      answer,
    ),
  );
}

function confirm(overlays: Overlays, args: Arguments): Promise<unknown> {
  const color = (name: string): { color: string } | object => (typeof args[name] === 'string' ? { color: String(args[name]) } : {});
  return overlays.dialog((answer) =>
    dialogBox<object>(
      {
        title: text(args, 'title'),
        content: [text(args, 'content')],
        buttons: [
          { label: text(args, 'cancelButtonText', word('cancel')), value: () => ({ confirm: false }), ...color('cancelColor') },
          { label: text(args, 'confirmButtonText', word('ok')), value: () => ({ confirm: true }), primary: true, ...color('confirmColor') },
        ],
      },
      answer,
    ),
  );
}

function prompt(overlays: Overlays, args: Arguments): Promise<unknown> {
  const field = element('input', 'dialog-field', {
    type: 'text',
    placeholder: text(args, 'placeholder'),
    'data-first': '',
    'aria-label': text(args, 'message') || text(args, 'title'),
  }) as HTMLInputElement;
  return overlays.dialog((answer) =>
    dialogBox<object>(
      {
        title: text(args, 'title'),
        content: [text(args, 'message'), field],
        buttons: [
          { label: text(args, 'cancelButtonText', word('cancel')), value: () => ({ ok: false, inputValue: field.value }) },
          { label: text(args, 'okButtonText', word('ok')), value: () => ({ ok: true, inputValue: field.value }), primary: true },
        ],
      },
      answer,
    ),
  );
}

async function modal(overlays: Overlays, args: Arguments): Promise<unknown> {
  const cancellable = args.showCancel !== false;
  const answered = await (cancellable
    ? confirm(overlays, { ...args, cancelButtonText: args.cancelText, confirmButtonText: args.confirmText })
    : alert(overlays, { ...args, buttonText: args.confirmText }));
  const confirmed = !cancellable || (answered as { confirm?: boolean }).confirm === true;
  return { confirm: confirmed, cancel: !confirmed };
}

async function showActionSheet(overlays: Overlays, args: Arguments): Promise<unknown> {
  const items = texts(args, 'items');
  if (items.length === 0) throw apiError(2, 'my.showActionSheet needs items: a list of texts');
  const index = await overlays.dialog<number>((answer) =>
    actionSheet(
      { title: text(args, 'title'), items, cancel: text(args, 'cancelButtonText', word('cancel')), destructive: number(args, 'destructiveBtnIndex', -1) },
      answer,
    ),
  );
  return { index };
}

async function pickOptions(overlays: Overlays, args: Arguments): Promise<number[]> {
  const columns = (args.columns as string[][] | undefined) ?? [];
  const indexes = await overlays.dialog<number[] | null>((answer) =>
    wheelSheet({ title: text(args, 'title'), columns, selected: (args.selected as number[] | undefined) ?? [] }, answer),
  );
  if (indexes === null) throw apiError(11, 'The person gave up choosing');
  return indexes;
}

/** Toasts, loading signs, dialogs, sheets and wheels. */
export function feedbackCalls(overlays: Overlays): DocumentCalls {
  let loading: ReturnType<typeof setTimeout> | undefined;
  return {
    alert: (args) => alert(overlays, args),
    confirm: (args) => confirm(overlays, args),
    prompt: (args) => prompt(overlays, args),
    showModal: (args) => modal(overlays, args),
    showActionSheet: (args) => showActionSheet(overlays, args),
    pickOptions: (args) => pickOptions(overlays, args),
    showToast(args) {
      void overlays.toast(toastBox(text(args, 'content'), text(args, 'type', 'none')), number(args, 'duration', 2000), false);
    },
    hideToast: () => overlays.hideToast(),
    showLoading(args) {
      clearTimeout(loading);
      const box = element('div', 'toast', { role: 'status' }, [element('div', 'spinner'), element('div', '', {}, [text(args, 'content', word('loading'))])]);
      loading = setTimeout(() => void overlays.toast(box, null, true), number(args, 'delay', 0));
    },
    hideLoading() {
      clearTimeout(loading);
      overlays.hideToast();
    },
  };
}
