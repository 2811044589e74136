import { create } from 'zustand';

export type CloseAnswer = 'save' | 'discard' | 'cancel';

interface DialogState {
  open: { titles: string[]; resolve(answer: CloseAnswer): void } | null;
  /** Asks what to do with unsaved documents. */
  ask(titles: string[]): Promise<CloseAnswer>;
  answer(answer: CloseAnswer): void;
}

export const useDialogs = create<DialogState>((set, get) => ({
  open: null,
  ask(titles) {
    // Asked again while the question is on screen: the first asker stays where it is.
    get().open?.resolve('cancel');
    return new Promise((resolve) => set({ open: { titles, resolve } }));
  },
  answer(answer) {
    const { open } = get();
    set({ open: null });
    open?.resolve(answer);
  },
}));
