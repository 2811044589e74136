import type { FileClass, JsonSchema } from '#shared/model/templates.ts';

/** Where the value of a JSON edit comes from: a parameter, the merchant, or a fixed value. */
export type ValueReference = { $parameter: string; $otherwise?: ValueReference } | { $merchant: 'id' | 'name' } | { $value: unknown };

/** One value of a JSON file that generation sets, by JSON Pointer (RFC 6901). */
export interface JsonEdit {
  pointer: string;
  value: ValueReference;
}

/** How the files that a glob matches are treated; the first rule that matches a file decides. */
export interface FileRule {
  path: string;
  class: FileClass;
  /** Rendered as a text template; never true for JSON. */
  render?: boolean;
  /** Only for `merged-json`. */
  edits?: JsonEdit[];
}

/** `template.json`, as validated against `templates/template.schema.json`. */
export interface TemplateManifest {
  id: string;
  version: string;
  name: string;
  description: string;
  industry: string;
  regions: string[];
  publisher: string;
  parameters: JsonSchema & { properties: Record<string, JsonSchema>; required?: string[] };
  versions: { version: string; date: string; notes: string[] }[];
  files: FileRule[];
}
