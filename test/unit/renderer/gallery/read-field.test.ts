import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { initialTexts, readField, readForm } from '#renderer/features/gallery/read-field.ts';
import { type FormField, fieldsOf, textOf } from '#renderer/features/gallery/schema-fields.ts';
import type { JsonSchema } from '#shared/model/templates.ts';

function field(schema: JsonSchema, required = false): FormField {
  const [first] = fieldsOf({ type: 'object', properties: { it: schema }, required: required ? ['it'] : [] });
  if (first === undefined) throw new Error('The schema has no field');
  return first;
}

function problem(schema: JsonSchema, text: string, required = false): string | null {
  const reading = readField(field(schema, required), text);
  return reading.kind === 'problem' ? reading.problem.code : null;
}

function value(schema: JsonSchema, text: string): unknown {
  const reading = readField(field(schema), text);
  return reading.kind === 'value' ? reading.value : reading.kind;
}

describe('fields of a parameter schema', () => {
  it('are of the kind that fits', () => {
    const kind = (schema: JsonSchema): string => field(schema).kind;
    expect(kind({ type: 'string' })).toBe('text');
    expect(kind({ type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' })).toBe('colour');
    expect(kind({ type: 'string', enum: ['a', 'b'] })).toBe('choice');
    expect(kind({ type: 'integer' })).toBe('integer');
    expect(kind({ type: 'boolean' })).toBe('boolean');
    expect(kind({ type: 'array', items: { type: 'string' } })).toBe('list');
    expect(kind({ type: 'array', items: { type: 'integer', enum: [0, 1] } })).toBe('choices');
    expect(kind({ type: 'array', items: { type: 'object' } })).toBe('json');
    expect(kind({ type: 'object' })).toBe('json');
  });

  it('are required only without a default', () => {
    expect(field({ type: 'string' }, true).required).toBe(true);
    expect(field({ type: 'string', default: 'x' }, true).required).toBe(false);
  });

  it('cover every parameter of the templates that ship, and open without a problem', () => {
    for (const id of ['coffee-ordering', 'loyalty-card', 'appointments']) {
      const manifest = JSON.parse(readFileSync(`templates/${id}/template.json`, 'utf8')) as { parameters: JsonSchema };
      const fields = fieldsOf(manifest.parameters);
      expect(fields.length, id).toBeGreaterThan(5);
      expect(fields.filter(({ kind }) => kind === 'json')).toEqual([]);
      expect(readForm(fields, initialTexts(fields)), id).toEqual({ answers: {}, problems: {} });
    }
  });
});

describe('reading a field', () => {
  it('keeps text exactly as it was typed', () => {
    expect(value({ type: 'string' }, ' =1+1 "☕" ')).toBe(' =1+1 "☕" ');
  });

  it('counts characters and not code units', () => {
    expect(problem({ type: 'string', maxLength: 2 }, '☕🍜')).toBeNull();
    expect(problem({ type: 'string', maxLength: 2 }, 'abc')).toBe('maxLength');
    expect(problem({ type: 'string', minLength: 2 }, '🍜')).toBe('minLength');
  });

  it('names what is wrong', () => {
    expect(problem({ type: 'string' }, '', true)).toBe('required');
    expect(problem({ type: 'string', pattern: '^#[0-9A-Fa-f]{6}$' }, 'red')).toBe('colour');
    expect(problem({ type: 'string', pattern: '^[0-9]+$' }, 'x')).toBe('pattern');
    expect(problem({ type: 'number' }, 'many')).toBe('number');
    expect(problem({ type: 'integer' }, '1.5')).toBe('integer');
    expect(problem({ type: 'integer', minimum: 1 }, '0')).toBe('minimum');
    expect(problem({ type: 'integer', maximum: 120 }, '900')).toBe('maximum');
    expect(problem({ type: 'string', enum: ['a'] }, 'b')).toBe('choice');
    expect(problem({ type: 'array', items: { type: 'string' }, minItems: 2 }, 'one')).toBe('minItems');
    expect(problem({ type: 'array', items: { enum: ['a'] }, minItems: 1, default: ['a'] }, '[]')).toBe('minItems');
    expect(problem({ type: 'object' }, '{')).toBe('json');
  });

  it('converts by type', () => {
    expect(value({ type: 'number' }, '1.5')).toBe(1.5);
    expect(value({ type: 'boolean', default: true }, 'false')).toBe(false);
    expect(value({ type: 'integer', enum: [1, 2] }, '2')).toBe(2);
    expect(value({ type: 'array', items: { type: 'string' } }, 'one, two,, three ')).toEqual(['one', 'two', 'three']);
    expect(value({ type: 'array', items: { type: 'integer', enum: [0, 6] } }, '[0,6]')).toEqual([0, 6]);
  });

  it('takes a cleared text as no text where that is allowed, else as the default', () => {
    expect(value({ type: 'string', default: 'Buy one, get one' }, '')).toBe('');
    expect(value({ type: 'string', minLength: 1, default: 'x' }, '')).toBe('default');
    expect(value({ type: 'string', pattern: '^[0-9]+$', default: '1' }, '')).toBe('default');
    expect(value({ type: 'string', minLength: 1 }, '')).toBe('default');
    expect(value({ type: 'integer', default: 8 }, '')).toBe('default');
  });

  it('leaves an untouched default to the template', () => {
    const list = { type: 'array', items: { type: 'string', enum: ['a', 'b'] }, default: ['a', 'b'] };
    expect(value(list, textOf(field(list), ['a', 'b']))).toBe('default');
    expect(value(list, '["b"]')).toEqual(['b']);
  });
});
