import { create } from 'zustand';

/** Where the active editor's cursor is, 1-based, and how many characters are selected. */
export const useCursor = create<{ line: number; column: number; selected: number }>(() => ({ line: 1, column: 1, selected: 0 }));
