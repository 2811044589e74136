const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform);

const named: Record<string, string> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  PageUp: 'pageup',
  PageDown: 'pagedown',
  Escape: 'escape',
  Enter: 'enter',
  Delete: 'delete',
  Backspace: 'backspace',
  Tab: 'tab',
  ' ': 'space',
  Home: 'home',
  End: 'end',
  Insert: 'insert',
};

/** The letter that the layout gives; where it gives none (Cyrillic, Option on macOS), and for digits, the place of the key counts. */
function keyName(event: KeyboardEvent): string {
  if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (letter) return letter.toLowerCase();
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit) return digit;
  return named[event.key] ?? event.key.toLowerCase();
}

/** One stroke in our notation, such as `ctrl+shift+p`; null for a modifier alone and for what types a character with AltGr. */
export function strokeOf(event: KeyboardEvent): string | null {
  // Autofill sends events without a key.
  if (typeof event.key !== 'string' || event.getModifierState('AltGraph')) return null;
  if (['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'].includes(event.key)) return null;
  const parts = [];
  if (isMac ? event.metaKey : event.ctrlKey) parts.push('ctrl');
  if (event.shiftKey) parts.push('shift');
  if (event.altKey) parts.push('alt');
  return normaliseStroke([...parts, keyName(event)].join('+'));
}

/** Puts the modifiers of one stroke in a fixed order. */
export function normaliseStroke(stroke: string): string {
  const parts = stroke.toLowerCase().split('+');
  const key = stroke.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const order = ['ctrl', 'shift', 'alt'].filter((modifier) => parts.slice(0, -1).includes(modifier));
  return [...order, key].join('+');
}

export function normaliseChord(chord: string): string {
  return chord.trim().split(/\s+/).map(normaliseStroke).join(' ');
}

const shown: Record<string, string> = {
  ctrl: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  pageup: 'PageUp',
  pagedown: 'PageDown',
  enter: 'Enter',
  delete: 'Delete',
  escape: 'Esc',
  space: 'Space',
};

/** `Ctrl+K Ctrl+S`, as keys are labelled on this system. */
export function displayChord(chord: string): string {
  return normaliseChord(chord)
    .split(' ')
    .map((stroke) =>
      stroke
        .split('+')
        .map((part) => shown[part] ?? part.toUpperCase())
        .join(isMac ? '' : '+'),
    )
    .join(' ');
}
