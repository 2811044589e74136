import * as z from 'zod';
import { hostFolder, hostInfo } from '#shared/model/host.ts';
import { folderReference } from '#shared/model/workspace.ts';
import { procedure } from './procedure.ts';

/** The shell around the engine: what it can do, and how a person picks folders. */
export const hostContract = {
  info: procedure.output(hostInfo),
  /** Native dialog (desktop). Null when the person cancelled. `CAPABILITY_MISSING` in the browser shell. */
  pickFolder: procedure.input(z.object({ title: z.string() })).output(folderReference.nullable()),
  /** The built-in picker's listing (browser shell only). Null lists the home directory. */
  listFolders: procedure.input(z.object({ path: z.string().nullable() })).output(hostFolder),
  makeFolder: procedure.input(z.object({ parent: z.string(), name: z.string() })).output(hostFolder),
  /** Turns a path chosen in the built-in picker into a reference (browser shell only). */
  grantFolder: procedure.input(z.object({ path: z.string() })).output(folderReference),
  /** Opens an `https:`, `http:` loopback or `mailto:` address; false when the renderer has to do it. */
  openExternal: procedure.input(z.object({ url: z.url() })).output(z.object({ opened: z.boolean() })),
};
