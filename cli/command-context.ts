import type { TFunction } from 'i18next';
import type { Installation } from './installation.ts';

/** What every command gets: where to write, which words to use, where things are. */
export interface CommandContext {
  stdout(text: string): void;
  stderr(text: string): void;
  translate: TFunction;
  installation: Installation;
  templatesDirectory: string;
  /** Aborts on Ctrl+C and SIGTERM. */
  interrupted: AbortSignal;
  /** Sets what the process ends with. */
  exitWith(code: number): void;
}
