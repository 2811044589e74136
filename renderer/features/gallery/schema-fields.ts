import type { JsonSchema } from '#shared/model/templates.ts';

export type FieldKind = 'text' | 'colour' | 'number' | 'integer' | 'boolean' | 'choice' | 'choices' | 'list' | 'json';

/** One parameter as a form shows it. */
export interface FormField {
  name: string;
  title: string;
  description: string | null;
  kind: FieldKind;
  /** Has to be filled in: required by the schema and without a default. */
  required: boolean;
  /** Undefined when there is none. */
  default: unknown;
  /** For `choice` and `choices`. */
  options: readonly (string | number | boolean)[];
  schema: JsonSchema;
}

function record(value: unknown): JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonSchema) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function optionsOf(schema: JsonSchema): (string | number | boolean)[] {
  const values = Array.isArray(schema.enum) ? (schema.enum as unknown[]) : [];
  return values.filter((value) => ['string', 'number', 'boolean'].includes(typeof value)) as (string | number | boolean)[];
}

function isColour(schema: JsonSchema): boolean {
  if (schema.format === 'color' || schema.format === 'colour') return true;
  return text(schema.pattern)?.startsWith('^#[0-9A-Fa-f]') === true;
}

function kindOf(schema: JsonSchema): FieldKind {
  if (optionsOf(schema).length > 0) return 'choice';
  switch (schema.type) {
    case 'number':
    case 'integer':
    case 'boolean':
      return schema.type;
    case 'array': {
      const items = record(schema.items);
      if (optionsOf(items).length > 0) return 'choices';
      return items.type === 'string' ? 'list' : 'json';
    }
    case 'string':
      return isColour(schema) ? 'colour' : 'text';
    default:
      return 'json';
  }
}

/** The parameters of a template in their own order. */
export function fieldsOf(parameters: JsonSchema): FormField[] {
  const required = Array.isArray(parameters.required) ? (parameters.required as unknown[]) : [];
  return Object.entries(record(parameters.properties)).map(([name, value]) => {
    const schema = record(value);
    const kind = kindOf(schema);
    return {
      name,
      title: text(schema.title) ?? name,
      description: text(schema.description),
      kind,
      required: required.includes(name) && schema.default === undefined,
      default: schema.default,
      options: optionsOf(kind === 'choices' ? record(schema.items) : schema),
      schema,
    };
  });
}

/** A value as the form shows and takes it; `choices` and `json` as JSON. */
export function textOf(field: FormField, value: unknown): string {
  if (value === undefined) return '';
  switch (field.kind) {
    case 'choices':
    case 'json':
      return JSON.stringify(value);
    case 'list':
      return Array.isArray(value) ? value.join(', ') : '';
    default:
      return String(value);
  }
}
