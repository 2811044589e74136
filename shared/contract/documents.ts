import * as z from 'zod';
import { backup, documentStat, encoding, openedDocument, saveOutcome, textFormat } from '#shared/model/documents.ts';
import { workspacePath } from '#shared/model/workspace.ts';
import { procedure } from './procedure.ts';

const at = z.object({ workspaceId: z.string(), path: workspacePath });

export const documentsContract = {
  /**
   * Opens a file. `encoding` overrides detection (reopen with encoding); `large` opens a file above the asking limit.
   * Text above the asking limit comes back as `large` unless that is set; above the refusal limit `TOO_LARGE`.
   */
  open: procedure.input(at.extend({ encoding: encoding.optional(), large: z.boolean().optional() })).output(openedDocument),
  stat: procedure.input(at).output(documentStat),
  /**
   * Saves atomically. `baseEtag` is what the text was edited from: `CONFLICT` when the disk moved on
   * (null: the file must not exist yet; `'overwrite'` is said by a person who chose their own text).
   */
  save: procedure
    .input(
      at.extend({
        text: z.string(),
        format: textFormat,
        base: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('etag'), etag: z.string() }),
          z.object({ kind: z.literal('new') }),
          z.object({ kind: z.literal('overwrite') }),
        ]),
      }),
    )
    .output(saveOutcome),

  /** Keeps unsaved text for hot exit. `clientId` names the window or tab; a later call with the same backupId replaces it. */
  keepBackup: procedure.input(z.object({ workspaceId: z.string(), clientId: z.string(), backup })).output(z.void()),
  dropBackup: procedure.input(z.object({ workspaceId: z.string(), clientId: z.string(), backupId: z.string() })).output(z.void()),
  /** Backups of this client and of clients that are gone; they belong to this client from now on. */
  claimBackups: procedure.input(z.object({ workspaceId: z.string(), clientId: z.string() })).output(z.array(backup)),
};
