import type { ApiError } from '#shared/model/phone.ts';

/** A `my.*` call that fails: what `fail` receives. */
export class ApiFailure extends Error {
  readonly answer: ApiError;

  constructor(error: number, errorMessage: string) {
    super(errorMessage);
    this.name = 'ApiFailure';
    this.answer = { error, errorMessage };
  }
}

/** Numbers that the platform documents for every API. */
export const apiErrors = { unsupported: 1, invalidArgument: 2, unknown: 3, cancelled: 11, routeFailed: 12 } as const;
