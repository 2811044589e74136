import type { JsonSchema } from '#shared/model/templates.ts';
import { createParameterSet, type ParameterSet } from '../pack/parameter-set.ts';
import { type NumberedMerchantsFile, readMerchants } from './read-merchants.ts';

function schemaOf(value: unknown): JsonSchema {
  if (typeof value === 'boolean') return { type: 'boolean' };
  if (typeof value === 'number') return { type: 'number' };
  if (Array.isArray(value)) return { type: 'array', items: value.length > 0 ? schemaOf(value[0]) : {} };
  return typeof value === 'string' ? { type: 'string' } : {};
}

function parametersOf(properties: Record<string, JsonSchema>): ParameterSet {
  return createParameterSet({ type: 'object', properties });
}

/**
 * Reads a merchants file for a project without a template: every column is a value, of the type that `sample` has
 * under that name, else text. Errors as `readMerchants`.
 */
export function readPlainMerchants(text: string, format: 'csv' | 'json', sample: Record<string, unknown>): NumberedMerchantsFile {
  const known = Object.fromEntries(Object.entries(sample).map(([name, value]) => [name, schemaOf(value)]));
  const { unknownColumns } = readMerchants(text, format, parametersOf(known));
  const free = format === 'csv' ? schemaOf('') : {};
  return readMerchants(text, format, parametersOf({ ...known, ...Object.fromEntries(unknownColumns.map((name) => [name, free])) }));
}
