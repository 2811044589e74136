import type { PhoneReport } from '#shared/model/phone.ts';

type KeyReport = Extract<PhoneReport, { type: 'key' }>;

/** What belongs to the field that is typed in. */
const editing = /^[acvxyz]$/i;

/** Keys that belong to the workbench around the phone: with a modifier that types nothing, or F1 and so on. */
function isForWorkbench(event: KeyboardEvent): boolean {
  if (event.getModifierState('AltGraph') || event.isComposing) return false;
  if (/^F\d+$/.test(event.key)) return true;
  const modified = event.ctrlKey || event.metaKey || event.altKey;
  return modified && !/^(Control|Shift|Alt|Meta|Arrow.*|Home|End|Backspace|Delete)$/.test(event.key) && (event.shiftKey || !editing.test(event.key));
}

/** Hands keys of the workbench on while the keyboard is in the phone's frame, from which the workbench hears nothing. */
export function passKeysOn(tell: (report: KeyReport) => void): void {
  if (window.top === window) return;
  addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || !isForWorkbench(event)) return;
      const { key, code, ctrlKey, shiftKey, altKey, metaKey } = event;
      event.preventDefault();
      event.stopPropagation();
      tell({ type: 'key', key, code, ctrlKey, shiftKey, altKey, metaKey });
    },
    { capture: true },
  );
}
