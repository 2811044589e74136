import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { hostFolder, hostInfo, hostRequest } from '#shared/model/host.ts';
import { folderReference } from '#shared/model/workspace.ts';
import { procedure } from './procedure.ts';

/** The shell around the engine: what it can do, and how a person picks folders. */
export const hostContract = {
  info: procedure.output(hostInfo),
  /** Native dialog (desktop). Null when the person cancelled. `CAPABILITY_MISSING` in the browser shell. */
  pickFolder: procedure.input(z.object({ title: z.string() })).output(folderReference.nullable()),
  /**
   * Asks with a native dialog where to save a text, and writes it there (desktop). `saved` is false when the person
   * cancelled. `CAPABILITY_MISSING` in the browser shell, where the browser downloads it.
   */
  saveText: procedure.input(z.object({ title: z.string(), suggestedName: z.string().max(255), text: z.string() })).output(z.object({ saved: z.boolean() })),
  /** What the shell's own menu or a second start asks of the workbench (desktop). `CAPABILITY_MISSING` in the browser shell. */
  requests: procedure.output(eventIterator(hostRequest)),
  /** The built-in picker's listing (browser shell only). Null lists the home directory. */
  listFolders: procedure.input(z.object({ path: z.string().nullable() })).output(hostFolder),
  makeFolder: procedure.input(z.object({ parent: z.string(), name: z.string() })).output(hostFolder),
  /** Turns a path chosen in the built-in picker into a reference (browser shell only). */
  grantFolder: procedure.input(z.object({ path: z.string() })).output(folderReference),
  /** Opens an `https:`, `http:` loopback or `mailto:` address; false when the renderer has to do it. */
  openExternal: procedure.input(z.object({ url: z.url() })).output(z.object({ opened: z.boolean() })),
};
