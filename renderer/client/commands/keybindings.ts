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

function orTerms(when: string | undefined): string[][] {
  return (when ?? '').split('||').map((part) => part.split('&&').map((term) => term.trim()));
}

/** Whether both clauses can hold at once, as far as their own terms tell. */
function canBothHold(a: string | undefined, b: string | undefined): boolean {
  return orTerms(a).some((left) => orTerms(b).some((right) => left.every((term) => !right.includes(term.startsWith('!') ? term.slice(1) : `!${term}`))));
}

/** Other commands that the same keys would run, at least sometimes. */
export function conflictsOf(binding: Keybinding, all: readonly Keybinding[] = activeKeybindings()): CommandId[] {
  const { when } = commandDefinition(binding.command);
  return all
    .filter((other) => other.command !== binding.command && other.key === binding.key && canBothHold(when, commandDefinition(other.command).when))
    .map((other) => other.command);
}

/** The key shown beside a command, or undefined. */
export function keyFor(command: CommandId): string | undefined {
  return activeKeybindings().find((binding) => binding.command === command)?.key;
}

/** The strokes of a chord so far, forgotten when the rest does not come. */
let pending: string | null = null;
let forget: ReturnType<typeof setTimeout> | undefined;
const chordMilliseconds = 5000;

function wait(typed: string | null): void {
  clearTimeout(forget);
  pending = typed;
  if (typed !== null) forget = setTimeout(wait, chordMilliseconds, null);
}

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

/** A field that takes down keys wants every one of them, also those of commands. */
function recordsKeys(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-records-keys]') !== null;
}

function cancelChord(): void {
  wait(null);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.isComposing || recordsKeys(event.target)) return;
  const stroke = strokeOf(event);
  if (stroke === null) return;
  if (pending === null && belongsToField(event, stroke)) return;
  const typed = pending === null ? stroke : `${pending} ${stroke}`;
  const found = match(typed);
  const wasPending = pending !== null;
  wait(found === 'prefix' ? typed : null);
  if (found === null && !wasPending) return;
  event.preventDefault();
  event.stopPropagation();
  if (found !== null && found !== 'prefix') runCommand(found);
}

/** Listens for the keys of every command, before anything else in the window does. */
export function listenForKeys(): () => void {
  const controller = new AbortController();
  const options = { capture: true, signal: controller.signal };
  window.addEventListener('keydown', onKeyDown, options);
  window.addEventListener('mousedown', cancelChord, options);
  window.addEventListener('blur', cancelChord, { signal: controller.signal });
  return () => {
    cancelChord();
    controller.abort();
  };
}
