import * as z from 'zod';

export const merchantId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/**
 * How a generated file is treated afterwards:
 * managed — the template's, replaced by upgrades; seeded — written once, then the project's;
 * merged-json — edited as a tree, key by key; binary — copied; owned — the merchant's, never touched again.
 */
export const fileClass = z.enum(['managed', 'seeded', 'merged-json', 'binary', 'owned']);
export type FileClass = z.infer<typeof fileClass>;

/** A JSON Schema (draft 2020-12) object; validated with Ajv where it is used. */
export const jsonSchema = z.record(z.string(), z.unknown());
export type JsonSchema = z.infer<typeof jsonSchema>;

export const templateSummary = z.object({
  id: z.string(),
  version: z.string(),
  name: z.string(),
  description: z.string(),
  industry: z.string(),
  regions: z.array(z.string()),
  publisher: z.string(),
  pageCount: z.number(),
  fileCount: z.number(),
  /** In bytes, without the preview. */
  size: z.number(),
  /** A data URL: the phone preview shown on the card. */
  preview: z.string(),
});
export type TemplateSummary = z.infer<typeof templateSummary>;

export const templateDetail = templateSummary.extend({
  parameters: jsonSchema,
  versions: z.array(z.object({ version: z.string(), date: z.string(), notes: z.array(z.string()) })),
  pages: z.array(z.string()),
  readme: z.string(),
  files: z.array(z.object({ path: z.string(), class: fileClass })),
});
export type TemplateDetail = z.infer<typeof templateDetail>;

export const answers = z.record(z.string(), z.unknown());
export type Answers = z.infer<typeof answers>;

/** One merchant to generate for. Answers that are missing take the parameter's default. */
export const merchantRow = z.object({ merchantId: z.string(), name: z.string(), answers });
export type MerchantRow = z.infer<typeof merchantRow>;

/** A row that cannot be generated, and why: 1-based line in the file it came from. */
export const rowProblem = z.object({
  line: z.number(),
  merchantId: z.string(),
  code: z.enum(['merchant-id-invalid', 'merchant-id-twice', 'name-missing', 'column-count', 'value-invalid', 'not-an-object']),
  field: z.string().nullable(),
  detail: z.string(),
});
export type RowProblem = z.infer<typeof rowProblem>;

export const merchantsFile = z.object({
  rows: z.array(merchantRow),
  problems: z.array(rowProblem),
  unknownColumns: z.array(z.string()),
});
export type MerchantsFile = z.infer<typeof merchantsFile>;

/** `reason` is a stable word: `exists`, `invalid`, `name`, `disk-full`, … */
export const generatedProject = z.object({
  merchantId: z.string(),
  name: z.string(),
  /** For display; opened through `templates.openGenerated`. */
  display: z.string(),
  status: z.enum(['created', 'identical', 'failed']),
  reason: z.string().optional(),
  detail: z.string().optional(),
});
export type GeneratedProject = z.infer<typeof generatedProject>;

export const generateEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), done: z.number(), total: z.number() }),
  z.object({ type: z.literal('done'), run: z.string(), dryRun: z.boolean(), durationMs: z.number(), projects: z.array(generatedProject) }),
]);
export type GenerateEvent = z.infer<typeof generateEvent>;
