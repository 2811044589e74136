import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import {
  folderListing,
  folderReference,
  projectInfo,
  quickOpenResult,
  recentWorkspace,
  workspaceEvent,
  workspaceInfo,
  workspacePath,
} from '#shared/model/workspace.ts';
import { procedure } from './procedure.ts';

const inWorkspace = z.object({ workspaceId: z.string() });
const atPath = inWorkspace.extend({ path: workspacePath });
const moved = z.object({ path: workspacePath });

export const workspaceContract = {
  open: procedure.input(z.object({ folderId: z.string() })).output(workspaceInfo),
  openRecent: procedure.input(z.object({ id: z.string() })).output(workspaceInfo),
  /** Opens again, after a reload, the workspace that this engine run already knows; null when it does not. */
  reopen: procedure.input(inWorkspace).output(workspaceInfo.nullable()),
  recents: procedure.output(z.array(recentWorkspace)),
  forgetRecent: procedure.input(z.object({ id: z.string() })).output(z.void()),
  /** A blank mini program in a new folder of `parent`. */
  createBlank: procedure.input(z.object({ parentFolderId: z.string(), name: z.string() })).output(folderReference),

  list: procedure.input(atPath).output(folderListing),
  project: procedure.input(inWorkspace).output(projectInfo),
  watch: procedure.input(inWorkspace).output(eventIterator(workspaceEvent)),
  quickOpen: procedure.input(inWorkspace.extend({ query: z.string().max(1000), limit: z.number().int().positive().max(500) })).output(quickOpenResult),
  /** Script sources and declarations under the size limit, for the editor's language service. */
  scripts: procedure.input(inWorkspace).output(z.array(z.object({ path: workspacePath, text: z.string() }))),

  createFile: procedure.input(atPath).output(z.void()),
  createFolder: procedure.input(atPath).output(z.void()),
  rename: procedure.input(inWorkspace.extend({ from: workspacePath, to: workspacePath })).output(moved),
  duplicate: procedure.input(atPath).output(moved),
  trash: procedure.input(inWorkspace.extend({ paths: z.array(workspacePath).min(1) })).output(z.object({ trashId: z.string() })),
  restore: procedure.input(inWorkspace.extend({ trashId: z.string() })).output(z.object({ paths: z.array(workspacePath) })),
  reveal: procedure.input(atPath).output(z.object({ revealed: z.boolean() })),
  absolutePath: procedure.input(atPath).output(z.object({ path: z.string() })),
  /** Creates the four files and registers the page in `app.json`, comments and formatting kept. `route` without a suffix. */
  createPage: procedure.input(inWorkspace.extend({ route: workspacePath })).output(z.object({ files: z.array(workspacePath) })),
  createComponent: procedure.input(inWorkspace.extend({ path: workspacePath })).output(z.object({ files: z.array(workspacePath) })),
  /** Binds a project without a merchant to one (or to another), in `.minifoundry/instance.json`. */
  link: procedure.input(inWorkspace.extend({ merchantId: z.string(), merchantName: z.string(), environment: z.string() })).output(z.void()),
};
