import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { generateEvent, merchantRow, merchantsFile, rowProblem, templateDetail, templateSummary } from '#shared/model/templates.ts';
import { workspaceInfo } from '#shared/model/workspace.ts';
import { procedure } from './procedure.ts';

export const templatesContract = {
  list: procedure.output(z.array(templateSummary)),
  get: procedure.input(z.object({ templateId: z.string() })).output(templateDetail),
  /** Reads a merchants CSV or JSON against the template's parameters; bad rows are named, the others kept. */
  readMerchants: procedure.input(z.object({ templateId: z.string(), format: z.enum(['csv', 'json']), text: z.string() })).output(merchantsFile),
  /** Checks rows that did not come from a file. */
  checkRows: procedure.input(z.object({ templateId: z.string(), rows: z.array(merchantRow) })).output(z.array(rowProblem)),
  /** One project per row in `<folder>/<merchantId>`; ending the iterator stops before the next project. */
  generate: procedure
    .input(
      z.object({
        templateId: z.string(),
        folderId: z.string(),
        rows: z.array(merchantRow).min(1).max(100_000),
        dryRun: z.boolean(),
      }),
    )
    .output(eventIterator(generateEvent)),
  openGenerated: procedure.input(z.object({ run: z.string(), merchantId: z.string() })).output(workspaceInfo),
};
