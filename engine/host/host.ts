import type { HostInfo } from '#shared/model/host.ts';

/** What a shell (desktop, browser, command line) lends the engine. */
export interface Host {
  readonly info: HostInfo;
  /** Shows a native dialog. Absent where the workbench draws its own picker. Resolves to an absolute path, or null when cancelled. */
  pickFolder?(title: string): Promise<string | null>;
  /** Opens an address in the system browser. Absent where the renderer has to do it. */
  openExternal?(url: string): Promise<void>;
  /** Shows a file in the system's file manager. Absent where there is none. */
  reveal?(path: string): Promise<void>;
}
