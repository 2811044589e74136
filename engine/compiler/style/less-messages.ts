/** What goes between the engine and the thread that runs LESS. Paths are project paths. */
export type ToLessWorker = { kind: 'compile'; file: string; text: string } | { kind: 'loaded'; id: number; found: { path: string; text: string } | null };

export type FromLessWorker =
  /** `from` is a file in the folder that a relative specifier counts from. */
  { kind: 'load'; id: number; specifier: string; from: string } | { kind: 'compiled'; css: string } | { kind: 'failed'; failure: LessFailure };

export interface LessFailure {
  reason: string;
  /** Project path; null for the file that was asked for. */
  file: string | null;
  /** Counts from 1. */
  line: number;
  /** Counts from 0. */
  column: number;
}
