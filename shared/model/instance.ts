import * as z from 'zod';
import { answers, fileClass, merchantId } from './templates.ts';
import type { ProjectBinding } from './workspace.ts';

/** Where a project says which merchant it belongs to, relative to its root. */
export const instanceFilePath = '.minifoundry/instance.json';

/** One file that a template wrote: the lower-case hex SHA-256 of its bytes as generated. */
export const instanceFile = z.looseObject({ class: fileClass, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type InstanceFile = z.infer<typeof instanceFile>;

/**
 * `.minifoundry/instance.json`: binds a project to its merchant and, when it was generated, to its template.
 * Never holds a secret. Fields of later versions are kept when the file is written again.
 */
export const instance = z.looseObject({
  schemaVersion: z.literal(1),
  merchant: z.looseObject({ merchantId, name: z.string() }),
  environment: z.string().optional(),
  template: z.looseObject({ id: z.string(), version: z.string() }).optional(),
  answers: answers.optional(),
  /** Generated files by POSIX path relative to the project's root. */
  files: z.record(z.string(), instanceFile).optional(),
});
export type Instance = z.infer<typeof instance>;

/** What the workbench and the gate need of an instance. */
export function bindingOf({ merchant, environment, template }: Instance): ProjectBinding {
  return {
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    ...(environment === undefined ? {} : { environment }),
    ...(template === undefined ? {} : { template: { id: template.id, version: template.version } }),
  };
}
