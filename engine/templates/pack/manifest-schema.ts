const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const version = { type: 'string', pattern: '^(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})$' };
const name = '^[A-Za-z][A-Za-z0-9]{0,63}$';

const implies = (condition: object, consequence: object) => ({ anyOf: [{ not: condition }, consequence] });

const parameter = {
  type: 'object',
  required: ['type', 'title'],
  additionalProperties: false,
  properties: {
    type: { enum: ['string', 'number', 'integer', 'boolean', 'array', 'object'] },
    title: text(100),
    description: text(500),
    default: true,
    enum: { type: 'array', minItems: 1, maxItems: 200 },
    pattern: text(200),
    format: { enum: ['email', 'uri', 'date', 'time', 'hostname', 'uuid'] },
    minLength: { type: 'integer', minimum: 0 },
    maxLength: { type: 'integer', minimum: 0 },
    minimum: { type: 'number' },
    maximum: { type: 'number' },
    multipleOf: { type: 'number', exclusiveMinimum: 0 },
    minItems: { type: 'integer', minimum: 0 },
    maxItems: { type: 'integer', minimum: 0 },
    uniqueItems: { type: 'boolean' },
    items: {
      type: 'object',
      required: ['type'],
      additionalProperties: false,
      properties: {
        type: { enum: ['string', 'number', 'integer', 'boolean', 'object'] },
        enum: { type: 'array', minItems: 1, maxItems: 200 },
        minLength: { type: 'integer', minimum: 0 },
        maxLength: { type: 'integer', minimum: 0 },
      },
    },
  },
  // Every parameter with a pattern or format has a default, so that an empty cell is never an error by itself.
  allOf: [implies({ anyOf: [{ required: ['pattern'] }, { required: ['format'] }] }, { required: ['default'] })],
};

/**
 * The JSON Schema (draft 2020-12) of `template.json`. `templates/template.schema.json` is the same document, for editors.
 * Parameters are a subset of JSON Schema without references, so that an untrusted template cannot make validation expensive.
 */
export const manifestSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Minifoundry template manifest',
  type: 'object',
  required: ['id', 'version', 'name', 'description', 'industry', 'regions', 'publisher', 'parameters', 'versions', 'files'],
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    id: { type: 'string', pattern: '^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$' },
    version,
    name: text(100),
    description: text(500),
    industry: text(100),
    regions: { type: 'array', minItems: 1, maxItems: 100, uniqueItems: true, items: text(100) },
    publisher: text(100),
    parameters: {
      type: 'object',
      required: ['type', 'properties', 'additionalProperties'],
      additionalProperties: false,
      properties: {
        $schema: { const: 'https://json-schema.org/draft/2020-12/schema' },
        type: { const: 'object' },
        additionalProperties: { const: false },
        properties: { type: 'object', maxProperties: 200, propertyNames: { pattern: name }, additionalProperties: { $ref: '#/$defs/parameter' } },
        required: { type: 'array', uniqueItems: true, items: { type: 'string', pattern: name } },
      },
    },
    versions: {
      type: 'array',
      minItems: 1,
      maxItems: 500,
      items: {
        type: 'object',
        required: ['version', 'date', 'notes'],
        additionalProperties: false,
        properties: { version, date: { type: 'string', format: 'date' }, notes: { type: 'array', maxItems: 50, items: text(500) } },
      },
    },
    files: {
      type: 'array',
      minItems: 1,
      maxItems: 1000,
      items: {
        type: 'object',
        required: ['path', 'class'],
        additionalProperties: false,
        properties: {
          path: text(500),
          class: { enum: ['managed', 'seeded', 'merged-json', 'binary', 'owned'] },
          render: { type: 'boolean' },
          edits: { type: 'array', minItems: 1, maxItems: 500, items: { $ref: '#/$defs/edit' } },
        },
        allOf: [
          implies({ required: ['edits'] }, { properties: { class: { const: 'merged-json' } } }),
          implies({ properties: { render: { const: true } }, required: ['render'] }, { properties: { class: { enum: ['managed', 'seeded', 'owned'] } } }),
        ],
      },
    },
  },
  $defs: {
    parameter,
    edit: {
      type: 'object',
      required: ['pointer', 'value'],
      additionalProperties: false,
      properties: { pointer: { type: 'string', pattern: '^(/([^~/]|~[01])+)+$', maxLength: 500 }, value: { $ref: '#/$defs/reference' } },
    },
    reference: {
      oneOf: [
        {
          type: 'object',
          required: ['$parameter'],
          additionalProperties: false,
          properties: { $parameter: { type: 'string', pattern: name }, $otherwise: { $ref: '#/$defs/reference' } },
        },
        { type: 'object', required: ['$merchant'], additionalProperties: false, properties: { $merchant: { enum: ['id', 'name'] } } },
        { type: 'object', required: ['$value'], additionalProperties: false, properties: { $value: true } },
      ],
    },
  },
} as const;
