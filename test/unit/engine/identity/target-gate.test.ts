import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertTarget } from '#engine/identity/index.ts';
import { isAppError } from '#shared/model/errors.ts';
import type { Acting, Environment } from '#shared/model/identity.ts';
import type { ProjectBinding } from '#shared/model/workspace.ts';

const environments = ['local', 'development', 'test', 'sandbox', 'production'] as const;

function acting(merchantId: string | null, environment: Environment = 'local'): Acting {
  const identity = {
    identityId: 'i',
    accountId: 'a',
    role: 'isv',
    workspaceId: 'w',
    workspaceName: 'Nova Commerce',
    workspaceRole: 'Developer',
    environment,
  } as const;
  return { identity, merchant: merchantId === null ? null : { merchantId, name: `Shop ${merchantId}`, monogram: 'SH', colour: 1 }, environment };
}

function project(merchantId: string, environment?: string): ProjectBinding {
  return { merchantId, merchantName: `Shop ${merchantId}`, ...(environment === undefined ? {} : { environment }) };
}

function codeOf(binding: ProjectBinding | null, as: Acting | null): string {
  try {
    assertTarget(binding, as);
    return 'allowed';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

describe('assertTarget', () => {
  it.each([
    ['nobody acts', project('A'), null, 'NOT_ACTING'],
    ['the ISV acts for no merchant', project('A'), acting(null), 'NOT_ACTING'],
    ['nothing is bound and nobody acts', null, null, 'NOT_ACTING'],
    ['the project has no merchant', null, acting('A'), 'TARGET_NOT_BOUND'],
    ['the merchant is another one', project('A'), acting('B'), 'TARGET_MISMATCH'],
    ['the merchant and the environment are others', project('A', 'production'), acting('B'), 'TARGET_MISMATCH'],
    ['the environment is another one', project('A', 'production'), acting('A'), 'TARGET_ENVIRONMENT_MISMATCH'],
    ['the ids differ in case only', project('a'), acting('A'), 'TARGET_MISMATCH'],
    ['the ids differ in white space only', project('A '), acting('A'), 'TARGET_MISMATCH'],
    ['the environment is the empty word', project('A', ''), acting('A'), 'TARGET_ENVIRONMENT_MISMATCH'],
    ['merchant and environment are the same', project('A', 'local'), acting('A'), 'allowed'],
    ['the project names no environment', project('A'), acting('A'), 'allowed'],
  ])('when %s', (_case, binding, as, expected) => {
    expect(codeOf(binding, as)).toBe(expected);
  });

  it('names both merchants', () => {
    expect(() => assertTarget(project('A'), acting('B'))).toThrow(expect.objectContaining({ parameters: { project: 'Shop A', acting: 'Shop B' } }));
  });

  it('passes exactly when the merchants are the same and the environments are, or none is named', () => {
    const id = fc.constantFrom('A', 'B', 'a', 'A1', '__proto__');
    const environment = fc.constantFrom(...environments);
    fc.assert(
      fc.property(id, id, fc.option(environment, { nil: undefined }), environment, (own, other, named, current) => {
        const passes = own === other && (named === undefined || named === current);
        expect(codeOf(project(own, named), acting(other, current)) === 'allowed').toBe(passes);
      }),
    );
  });
});
