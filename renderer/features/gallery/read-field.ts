import type { Answers } from '#shared/model/templates.ts';
import { type FormField, textOf } from './schema-fields.ts';

/** What is wrong with one field; `limit` and `actual` belong to the sentence of the code. */
export interface FieldProblem {
  code:
    | 'required'
    | 'number'
    | 'integer'
    | 'minimum'
    | 'maximum'
    | 'minLength'
    | 'maxLength'
    | 'pattern'
    | 'colour'
    | 'choice'
    | 'minItems'
    | 'maxItems'
    | 'json';
  limit: number;
  actual: number;
}

export type FieldReading = { kind: 'default' } | { kind: 'value'; value: unknown } | { kind: 'problem'; problem: FieldProblem };

function problem(code: FieldProblem['code'], limit = 0, actual = 0): FieldReading {
  return { kind: 'problem', problem: { code, limit, actual } };
}

function limitOf(field: FormField, keyword: string): number | null {
  const value = field.schema[keyword];
  return typeof value === 'number' ? value : null;
}

function readText(field: FormField, text: string): FieldReading {
  const length = [...text].length;
  const [minLength, maxLength] = [limitOf(field, 'minLength'), limitOf(field, 'maxLength')];
  if (minLength !== null && length < minLength) return problem('minLength', minLength, length);
  if (maxLength !== null && length > maxLength) return problem('maxLength', maxLength, length);
  const { pattern } = field.schema;
  if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(text)) return problem(field.kind === 'colour' ? 'colour' : 'pattern');
  return { kind: 'value', value: text };
}

function readNumber(field: FormField, text: string): FieldReading {
  const value = Number(text.trim());
  if (!Number.isFinite(value)) return problem(field.kind === 'integer' ? 'integer' : 'number');
  if (field.kind === 'integer' && !Number.isInteger(value)) return problem('integer');
  const [minimum, maximum] = [limitOf(field, 'minimum'), limitOf(field, 'maximum')];
  if (minimum !== null && value < minimum) return problem('minimum', minimum);
  if (maximum !== null && value > maximum) return problem('maximum', maximum);
  return { kind: 'value', value };
}

function readItems(field: FormField, items: unknown): FieldReading {
  if (!Array.isArray(items)) return { kind: 'value', value: items };
  const [minItems, maxItems] = [limitOf(field, 'minItems'), limitOf(field, 'maxItems')];
  if (minItems !== null && items.length < minItems) return problem('minItems', minItems);
  if (maxItems !== null && items.length > maxItems) return problem('maxItems', maxItems);
  return { kind: 'value', value: items };
}

function readJson(field: FormField, text: string): FieldReading {
  try {
    return readItems(field, JSON.parse(text));
  } catch {
    return problem('json');
  }
}

/** Whoever clears a text that may be empty means no text; everywhere else an empty field is the default. */
function readEmpty(field: FormField): FieldReading {
  if (field.required) return problem('required');
  if (field.kind !== 'text' || field.default === undefined || field.default === '') return { kind: 'default' };
  const reading = readText(field, '');
  return reading.kind === 'problem' ? { kind: 'default' } : reading;
}

/** What a field's text means; the engine has the last word. */
export function readField(field: FormField, text: string): FieldReading {
  if (text === '') return readEmpty(field);
  if (field.default !== undefined && text === textOf(field, field.default)) return { kind: 'default' };
  switch (field.kind) {
    case 'text':
    case 'colour':
      return readText(field, text);
    case 'number':
    case 'integer':
      return readNumber(field, text);
    case 'boolean':
      return { kind: 'value', value: text === 'true' };
    case 'choice': {
      const option = field.options.find((value) => String(value) === text);
      return option === undefined ? problem('choice') : { kind: 'value', value: option };
    }
    case 'list':
      return readItems(
        field,
        text
          .split(',')
          .map((item) => item.trim())
          .filter((item) => item !== ''),
      );
    case 'choices':
    case 'json':
      return readJson(field, text);
  }
}

/** The answers of a whole form, and what is wrong by field. Defaults are left out: the template brings them. */
export function readForm(fields: readonly FormField[], texts: Readonly<Record<string, string>>): { answers: Answers; problems: Record<string, FieldProblem> } {
  const answers: Answers = {};
  const problems: Record<string, FieldProblem> = {};
  for (const field of fields) {
    const reading = readField(field, texts[field.name] ?? '');
    if (reading.kind === 'value') answers[field.name] = reading.value;
    if (reading.kind === 'problem') problems[field.name] = reading.problem;
  }
  return { answers, problems };
}

/** The form as it opens: every field with its default. */
export function initialTexts(fields: readonly FormField[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [field.name, textOf(field, field.default)]));
}
