import type { ApiError } from '#shared/model/phone.ts';

/** Arguments as a program gave them: anything. */
export type Arguments = Record<string, unknown>;

/** Answers one `my.*` call in the document; throws an {@link ApiError} when it fails. */
export type DocumentCall = (args: Arguments, instance: number | undefined) => unknown;

export type DocumentCalls = Record<string, DocumentCall>;

export function apiError(error: number, errorMessage: string): ApiError {
  return { error, errorMessage };
}

export function text(args: Arguments, name: string, otherwise = ''): string {
  const value = args[name];
  return value === undefined || value === null ? otherwise : String(value);
}

export function number(args: Arguments, name: string, otherwise: number): number {
  const value = Number(args[name]);
  return args[name] === undefined || args[name] === null || !Number.isFinite(value) ? otherwise : value;
}

export function texts(args: Arguments, name: string): string[] {
  const value = args[name];
  return Array.isArray(value) ? value.map((item: unknown) => String(item)) : [];
}
