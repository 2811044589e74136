const names: Record<string, string> = {
  ctrl: 'CmdOrCtrl',
  shift: 'Shift',
  alt: 'Alt',
  pagedown: 'PageDown',
  pageup: 'PageUp',
  enter: 'Enter',
  delete: 'Delete',
  escape: 'Esc',
};

/** Our notation as Electron writes it: `ctrl+shift+p` is `CmdOrCtrl+Shift+P`. Undefined for chords, which menus cannot show. */
export function acceleratorOf(key: string | undefined): string | undefined {
  if (key === undefined || key.trim() === '' || key.trim().includes(' ')) return undefined;
  return key
    .trim()
    .toLowerCase()
    .split('+')
    .map((part) => names[part] ?? part.toUpperCase())
    .join('+');
}
