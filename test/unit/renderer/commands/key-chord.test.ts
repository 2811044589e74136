// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { displayChord, normaliseChord, strokeOf } from '#renderer/client/commands/index.ts';

function press(key: string, options: { code?: string; altGraph?: boolean } & KeyboardEventInit = {}): KeyboardEvent {
  const { altGraph = false, ...init } = options;
  const event = new KeyboardEvent('keydown', { key, ...init });
  Object.defineProperty(event, 'getModifierState', { value: (name: string) => altGraph && name === 'AltGraph' });
  return event;
}

describe('names of strokes', () => {
  it('puts modifiers in one order and ignores case', () => {
    expect(normaliseChord('Shift+Ctrl+P')).toBe('ctrl+shift+p');
    expect(normaliseChord('  ctrl+K   Alt+Ctrl+S ')).toBe('ctrl+k ctrl+alt+s');
    expect(normaliseChord('ctrl++')).toBe('ctrl++');
  });

  it('takes the letter of the layout, so that Ctrl+Z of a French keyboard is not Ctrl+W', () => {
    expect(strokeOf(press('z', { code: 'KeyW', ctrlKey: true }))).toBe('ctrl+z');
    expect(strokeOf(press('Z', { code: 'KeyW', ctrlKey: true, shiftKey: true }))).toBe('ctrl+shift+z');
  });

  it('takes the place of the key where the layout has no such letter or digit', () => {
    expect(strokeOf(press('ы', { code: 'KeyS', ctrlKey: true }))).toBe('ctrl+s');
    expect(strokeOf(press('&', { code: 'Digit1', ctrlKey: true }))).toBe('ctrl+1');
  });

  it('leaves AltGr, modifiers alone and events without a key to the page', () => {
    expect(strokeOf(press('ń', { code: 'KeyN', ctrlKey: true, altKey: true, altGraph: true }))).toBeNull();
    expect(strokeOf(press('Control', { ctrlKey: true }))).toBeNull();
    expect(strokeOf(Object.defineProperty(press('a'), 'key', { value: undefined }))).toBeNull();
  });

  it('is shown as keys are labelled', () => {
    expect(displayChord('ctrl+k ctrl+s')).toBe('Ctrl+K Ctrl+S');
    expect(displayChord('ctrl+pagedown')).toBe('Ctrl+PageDown');
  });
});
