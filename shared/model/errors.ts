import * as z from 'zod';

const none = z.object({});
const onPath = z.object({ path: z.string() });

/**
 * Every failure that crosses the process boundary, with the parameters its sentence needs.
 * The sentences themselves live in `shared/messages/<language>/errors.ts`, one per code.
 */
export const errorParameters = {
  // anything
  INTERNAL: z.object({ reference: z.string() }),
  BAD_INPUT: z.object({ detail: z.string() }),
  CANCELLED: none,
  CAPABILITY_MISSING: z.object({ capability: z.string() }),
  FOLDER_NOT_GRANTED: none,

  // files and folders
  NOT_FOUND: onPath,
  ALREADY_EXISTS: onPath,
  ACCESS_DENIED: onPath,
  READ_ONLY: onPath,
  DISK_FULL: onPath,
  NAME_TOO_LONG: onPath,
  NAME_INVALID: z.object({ name: z.string(), rule: z.enum(['empty', 'separator', 'control-character', 'reserved', 'trailing-dot']) }),
  OUTSIDE_WORKSPACE: onPath,
  LINK_LOOP: onPath,
  NOT_A_FOLDER: onPath,
  IS_A_FOLDER: onPath,
  BUSY: onPath,
  TOO_MANY_OPEN_FILES: none,
  FILE_FAILED: z.object({ path: z.string(), errno: z.string() }),
  WORKSPACE_NOT_OPEN: none,
  WORKSPACE_GONE: z.object({ name: z.string() }),
  TRASH_ENTRY_GONE: none,

  // documents
  CONFLICT: onPath,
  TOO_LARGE: z.object({ path: z.string(), size: z.number(), limit: z.number() }),
  ENCODING_CANNOT_HOLD: z.object({ path: z.string(), encoding: z.string(), character: z.string(), line: z.number(), column: z.number() }),

  // mini-program project
  APP_JSON_MISSING: none,
  JSON_INVALID: z.object({ path: z.string(), line: z.number(), column: z.number() }),
  PAGE_EXISTS: z.object({ route: z.string() }),

  // phones
  PHONE_UNKNOWN: none,
  PHONE_SILENT: none,
  PHONE_REFUSED: z.object({ detail: z.string() }),
  TOO_MANY_PHONES: z.object({ limit: z.number() }),
  PAGE_UNKNOWN: z.object({ route: z.string(), pages: z.string() }),
  BROWSER_MISSING: none,
  EXT_INVALID: z.object({ path: z.string(), detail: z.string() }),
  MERCHANT_NOT_IN_FILE: z.object({ merchantId: z.string() }),

  // search
  SEARCH_PATTERN_INVALID: z.object({ detail: z.string() }),

  // settings
  SETTING_UNKNOWN: z.object({ key: z.string() }),
  SETTING_INVALID: z.object({ key: z.string(), detail: z.string() }),

  // identity and platform
  PLATFORM_UNREACHABLE: z.object({ environment: z.string() }),
  PLATFORM_REFUSED: z.object({ code: z.string(), message: z.string() }),
  SIGN_IN_TIMED_OUT: none,
  SIGN_IN_DENIED: none,
  SIGN_IN_REJECTED: z.object({ detail: z.string() }),
  SESSION_EXPIRED: z.object({ account: z.string() }),
  KEYCHAIN_UNAVAILABLE: none,
  IDENTITY_UNKNOWN: none,
  ROLE_NOT_OFFERED: z.object({ role: z.string() }),
  MERCHANT_UNKNOWN: z.object({ merchantId: z.string() }),
  MERCHANT_NOT_AUTHORISED: z.object({ merchant: z.string(), status: z.string() }),

  // the gate before every write to the platform
  NOT_ACTING: none,
  TARGET_NOT_BOUND: none,
  TARGET_MISMATCH: z.object({ project: z.string(), acting: z.string() }),
  TARGET_ENVIRONMENT_MISMATCH: z.object({ project: z.string(), acting: z.string() }),

  // templates and generation
  TEMPLATE_UNKNOWN: z.object({ templateId: z.string() }),
  TEMPLATE_INVALID: z.object({ templateId: z.string(), detail: z.string() }),
  MERCHANTS_FILE_INVALID: z.object({ line: z.number(), detail: z.string() }),
  OUTPUT_FOLDER_UNUSABLE: z.object({ path: z.string(), detail: z.string() }),
  PORT_IN_USE: z.object({ port: z.number() }),
} as const;

export type ErrorCode = keyof typeof errorParameters;
export type ErrorParameters<C extends ErrorCode> = z.infer<(typeof errorParameters)[C]>;

/** A failure with a code a person's language can explain. Thrown in the engine, rebuilt in the client. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C;
  readonly parameters: ErrorParameters<C>;

  constructor(code: C, parameters: ErrorParameters<C>, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(parameters)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.parameters = parameters;
  }
}

/** True when `error` is an {@link AppError}, narrowed to `code` when one is given. */
export function isAppError<C extends ErrorCode = ErrorCode>(error: unknown, code?: C): error is AppError<C> {
  return error instanceof AppError && (code === undefined || error.code === code);
}
