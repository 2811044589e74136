import * as z from 'zod';

/** Half-open range of UTF-16 offsets in one source file. */
export interface Span {
  start: number;
  end: number;
}

/** Zero-based line and column (UTF-16 units), as editors count internally. */
const position = z.object({ line: z.number().int(), column: z.number().int() });

/** One problem in one file of a mini program. The sentence is made from code and parameters where a person reads it. */
export const diagnostic = z.object({
  /** POSIX path from the project root. */
  file: z.string(),
  range: z.object({ start: position, end: position }),
  severity: z.enum(['error', 'warning', 'information']),
  /** Dash-case, stable: `axml-unclosed-tag`. */
  code: z.string(),
  /** English sentence that says what is wrong and what to do. */
  message: z.string(),
  /** What the sentence of the catalogue (`diagnostics.<code>`) is filled with, for shells that speak another language. */
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Diagnostic = z.infer<typeof diagnostic>;
