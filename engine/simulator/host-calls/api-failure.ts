import type { ApiError } from '#shared/model/phone.ts';

/** A `my.*` call that fails: the number and sentence that the program's `fail` receives. */
export class ApiFailure extends Error {
  readonly answer: ApiError;

  constructor(error: number, errorMessage: string) {
    super(errorMessage);
    this.name = 'ApiFailure';
    this.answer = { error, errorMessage };
  }
}
