import type { CommandId } from '#shared/model/commands.ts';
import type { HostInfo } from '#shared/model/host.ts';

/** What the shell asks of the workbench: to run a command of its menu, or to open a folder that a second start was given. */
export type HostRequest = { kind: 'command'; command: CommandId } | { kind: 'open-folder'; path: string };

/** What a shell (desktop, browser, command line) lends the engine. */
export interface Host {
  readonly info: HostInfo;
  /** Shows a native dialog. Absent where the workbench draws its own picker. Resolves to an absolute path, or null when cancelled. */
  pickFolder?(title: string): Promise<string | null>;
  /** Asks with a native dialog where to save. Absent where the browser downloads instead. Resolves to an absolute path, or null when cancelled. */
  pickSaveFile?(options: { title: string; suggestedName: string }): Promise<string | null>;
  /** What the shell asks of one workbench, until the signal aborts. Absent where the shell has no menu. */
  requests?(signal: AbortSignal | undefined): AsyncIterable<HostRequest>;
  /** Opens an address in the system browser. Absent where the renderer has to do it. */
  openExternal?(url: string): Promise<void>;
  /** Shows a file in the system's file manager. Absent where there is none. */
  reveal?(path: string): Promise<void>;
}
