import { create } from 'zustand';

/** Facts that when-clauses ask about. Components set them; absent means false. */
export type ContextKey =
  | 'workspaceOpen'
  | 'editorOpen'
  | 'textEditorOpen'
  | 'textEditorFocus'
  | 'explorerFocus'
  | 'panelListFocus'
  | 'inputFocus'
  | 'dialogOpen'
  | 'signedIn'
  | 'desktop'
  | 'miniProgram'
  | 'phoneRunnable'
  | 'phoneShown'
  | 'phoneRunning'
  | 'phoneAway'
  | 'phoneMode'
  | 'phoneStacked';

export const useContextKeys = create<Partial<Record<ContextKey, boolean>>>(() => ({}));

export function setContextKey(key: ContextKey, value: boolean): void {
  if ((useContextKeys.getState()[key] ?? false) !== value) useContextKeys.setState({ [key]: value });
}

/** Evaluates `a && !b || c` over the context keys; an empty clause is true. */
export function evaluateWhen(clause: string | undefined, keys: Partial<Record<string, boolean>> = useContextKeys.getState()): boolean {
  if (clause === undefined || clause.trim() === '') return true;
  return clause.split('||').some((alternative) =>
    alternative.split('&&').every((term) => {
      const name = term.trim();
      return name.startsWith('!') ? keys[name.slice(1).trim()] !== true : keys[name] === true;
    }),
  );
}
