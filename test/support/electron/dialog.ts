import type { Dialog, MessageBoxReturnValue, OpenDialogReturnValue, SaveDialogReturnValue } from 'electron';

type Kind = 'open' | 'save' | 'message';
type Answers = { open: OpenDialogReturnValue; save: SaveDialogReturnValue; message: MessageBoxReturnValue };

const prepared: { kind: Kind; answer: Answers[Kind] }[] = [];
const asked: { kind: Kind; options: unknown }[] = [];

/** What a person will answer next. */
export function prepareAnswer<K extends Kind>(kind: K, answer: Answers[K]): void {
  prepared.push({ kind, answer });
}

export function askedDialogs(): readonly { kind: Kind; options: unknown }[] {
  return asked;
}

async function answer<K extends Kind>(kind: K, input: readonly unknown[]): Promise<Answers[K]> {
  asked.push({ kind, options: input.at(-1) });
  const next = prepared.shift();
  if (next?.kind !== kind) throw new Error(`Nobody is there to answer the ${kind} dialog`);
  return next.answer as Answers[K];
}

export const dialog = {
  showOpenDialog: (...input: unknown[]) => answer('open', input),
  showSaveDialog: (...input: unknown[]) => answer('save', input),
  showMessageBox: (...input: unknown[]) => answer('message', input),
} satisfies Pick<Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>;
