import type { AppManifest } from '#shared/model/mini-program.ts';

/** What a phone's origin serves of the program it runs. */
export interface PhoneApp {
  manifest(): AppManifest;
  /** View modules (templates and SJS) with everything they depend on, as one script. */
  viewScript(ids: readonly string[]): string;
  /** CSS by style-sheet id, and the rules that only work at the document's level. */
  styles(ids: readonly string[]): Record<string, { css: string; fontFaces: string }>;
  /** Address of the script with every logic module, as they are now. */
  logicUrl(): string;
  /** The script of a `logicUrl`; null for one that was never handed out. */
  logicScript(version: number): string | null;
  /** Absolute path of a file of the program; null for what is not part of it. */
  filePath(projectPath: string): Promise<string | null>;
}
