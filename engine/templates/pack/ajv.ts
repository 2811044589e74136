import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** A validator for draft 2020-12 with formats; refuses schemas with unknown keywords. */
export function createAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: false });
  addFormats.default(ajv);
  return ajv;
}

/** What a failed validation says, in the words of JSON Schema: `/versions/0/date must match format "date"`. */
export function describeErrors(errors: readonly ErrorObject[] | null | undefined): string {
  return (errors ?? [])
    .slice(0, 5)
    .map(({ instancePath, message, params }) =>
      `${instancePath} ${message ?? 'is invalid'}${'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : ''}`.trim(),
    )
    .join('; ');
}
