import { type CommandId, commandDefinition } from '#shared/model/commands.ts';
import { reportError } from '../report-error.ts';
import { evaluateWhen } from './context-keys.ts';

/** What a command does. `argument` is whatever the caller passes, such as the row of a context menu. */
export type CommandHandler = (argument?: unknown) => unknown;

const handlers = new Map<CommandId, CommandHandler>();

/** Gives a command its action, until the returned function is called. The latest registration wins. */
export function registerCommand(id: CommandId, handler: CommandHandler): () => void {
  const before = handlers.get(id);
  handlers.set(id, handler);
  return () => {
    if (handlers.get(id) !== handler) return;
    if (before) handlers.set(id, before);
    else handlers.delete(id);
  };
}

/** Registers several commands at once; the returned function takes all of them back. */
export function registerCommands(entries: Partial<Record<CommandId, CommandHandler>>): () => void {
  const disposers = Object.entries(entries).map(([id, handler]) => registerCommand(id as CommandId, handler as CommandHandler));
  return () => {
    for (const dispose of disposers) dispose();
  };
}

export function isCommandEnabled(id: CommandId): boolean {
  return handlers.has(id) && evaluateWhen(commandDefinition(id).when);
}

/** Runs a command; its failure is shown to the person. Returns false when it is not available now. */
export function runCommand(id: CommandId, argument?: unknown): boolean {
  const handler = handlers.get(id);
  if (handler === undefined || !evaluateWhen(commandDefinition(id).when)) return false;
  Promise.resolve()
    .then(() => handler(argument))
    .catch(reportError);
  return true;
}
