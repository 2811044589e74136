import * as z from 'zod';
import { commandIds } from './commands.ts';
import { folderReference } from './workspace.ts';

export const hostInfo = z.object({
  kind: z.enum(['desktop', 'browser']),
  /** `native` dialogs, or the picker that the workbench draws itself. */
  folderPicker: z.enum(['native', 'built-in']),
  platform: z.enum(['linux', 'darwin', 'win32']),
  version: z.string(),
  /** The folder this window was asked to open, if any. */
  openOnStart: z.string().nullable(),
});
export type HostInfo = z.infer<typeof hostInfo>;

export const hostFolder = z.object({
  path: z.string(),
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string(), hidden: z.boolean(), miniProgram: z.boolean() })),
});
export type HostFolder = z.infer<typeof hostFolder>;

/** What the desktop asks of its workbench. */
export const hostRequest = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), command: z.enum(commandIds) }),
  z.object({ kind: z.literal('open-folder'), folder: folderReference }),
]);
export type HostRequest = z.infer<typeof hostRequest>;
