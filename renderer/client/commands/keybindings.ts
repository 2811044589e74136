import { type CommandId, commandDefinition, commandIds } from '#shared/model/commands.ts';
import { useHost } from '../host.ts';
import { useSettings } from '../settings.ts';
import { evaluateWhen } from './context-keys.ts';
import { normaliseChord, strokeOf } from './key-chord.ts';
import { isCommandEnabled, runCommand } from './registry.ts';

export interface Keybinding {
  command: CommandId;
  key: string;
  source: 'default' | 'browser' | 'user';
}

function defaultBinding(command: CommandId): Keybinding[] {
  const { key, browserKey } = commandDefinition(command);
  const inBrowser = useHost.getState().info?.kind !== 'desktop';
  if (inBrowser && browserKey) return [{ command, key: normaliseChord(browserKey), source: 'browser' }];
  return key ? [{ command, key: normaliseChord(key), source: 'default' }] : [];
}

/** What every key does now. A person's own binding replaces the command's default; an empty key removes it. */
export function activeKeybindings(): Keybinding[] {
  const own = useSettings.getState().values.keybindings.filter((item) => (commandIds as string[]).includes(item.command));
  const replaced = new Set(own.map((item) => item.command));
  const mine = own
    .filter((item) => item.key.trim() !== '')
    .map((item): Keybinding => ({ command: item.command as CommandId, key: normaliseChord(item.key), source: 'user' }));
  return [...commandIds.filter((command) => !replaced.has(command)).flatMap(defaultBinding), ...mine];
}

/** The key shown beside a command, or undefined. */
export function keyFor(command: CommandId): string | undefined {
  return activeKeybindings().find((binding) => binding.command === command)?.key;
}

let pending: string | null = null;

function match(typed: string): CommandId | 'prefix' | null {
  const candidates = activeKeybindings().filter((binding) => evaluateWhen(commandDefinition(binding.command).when));
  const exact = candidates.filter((binding) => binding.key === typed && isCommandEnabled(binding.command)).at(-1);
  if (exact) return exact.command;
  return candidates.some((binding) => binding.key.startsWith(`${typed} `)) ? 'prefix' : null;
}

/** Typing into a field belongs to the field: only strokes with a modifier or function keys are commands there. */
function belongsToField(event: KeyboardEvent, stroke: string): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement) || !target.matches('input, textarea, select, [contenteditable="true"]')) return false;
  const isEditor = target.closest('.monaco-editor') !== null;
  if (['ctrl+z', 'ctrl+a', 'ctrl+c', 'ctrl+v', 'ctrl+x', 'delete'].includes(stroke)) return true;
  return !isEditor && !/^(ctrl|alt|f\d+)/.test(stroke) && !/^(shift\+)(alt|f\d+)/.test(stroke);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing) return;
  const stroke = strokeOf(event);
  if (stroke === null) return;
  if (pending === null && belongsToField(event, stroke)) return;
  const typed = pending === null ? stroke : `${pending} ${stroke}`;
  const found = match(typed);
  const wasPending = pending !== null;
  pending = found === 'prefix' ? typed : null;
  if (found === null && !wasPending) return;
  event.preventDefault();
  event.stopPropagation();
  if (found !== null && found !== 'prefix') runCommand(found);
}

/** Listens for the keys of every command, before anything else in the window does. */
export function listenForKeys(): () => void {
  window.addEventListener('keydown', onKeyDown, { capture: true });
  return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
}
