import type { Answers, JsonSchema } from '#shared/model/templates.ts';
import { createAjv, describeErrors } from './ajv.ts';
import type { TemplateManifest } from './manifest.ts';

export interface AnswerProblem {
  /** The parameter, or null when the whole is meant. */
  field: string | null;
  detail: string;
}

/** The parameters of one template: their schemas, defaults, and validation. */
export interface ParameterSet {
  readonly names: readonly string[];
  schemaOf(name: string): JsonSchema | undefined;
  /** The answers with defaults for what was left out; null counts as left out. */
  complete(answers: Answers): Answers;
  /** What is wrong with complete answers. */
  validate(answers: Answers): AnswerProblem[];
}

/** Compiles the parameters of a manifest. Throws what Ajv throws when a schema is not valid. */
export function createParameterSet(parameters: TemplateManifest['parameters']): ParameterSet {
  const validator = createAjv().compile(parameters);
  const names = Object.keys(parameters.properties);
  return {
    names,
    schemaOf: (name) => (Object.hasOwn(parameters.properties, name) ? parameters.properties[name] : undefined),
    complete(answers) {
      const complete: Answers = {};
      for (const name of names) {
        const given = Object.hasOwn(answers, name) ? (answers[name] ?? undefined) : undefined;
        const value = given === undefined ? structuredClone(parameters.properties[name]?.default) : given;
        if (value !== undefined) complete[name] = value;
      }
      for (const name of Object.keys(answers)) if (!names.includes(name)) Object.defineProperty(complete, name, { value: answers[name], enumerable: true });
      return complete;
    },
    validate(answers) {
      if (validator(answers)) return [];
      return (validator.errors ?? []).map((error) => ({
        field: error.instancePath.split('/')[1] ?? nameIn(error.params),
        detail: describeErrors([error]),
      }));
    },
  };
}

function nameIn(params: Record<string, unknown>): string | null {
  const name = params.additionalProperty ?? params.missingProperty;
  return typeof name === 'string' ? name : null;
}
