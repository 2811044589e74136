import { randomUUID } from 'node:crypto';
import { type ImplementerInternalWithMiddlewares, implement, ORPCError, type Router } from '@orpc/server';
import { type Contract, contract } from '#shared/contract/index.ts';
import { isAppError } from '#shared/model/errors.ts';

/** One renderer, browser tab or test that talks to the engine. */
export interface Connection {
  readonly id: string;
  /** Aborts when the other side is gone. */
  readonly closed: AbortSignal;
}

/** Where failures that nobody foresaw are written down. */
export interface FailureLog {
  error(message: string, data?: unknown): void;
}

export interface EngineContext {
  connection: Connection;
  log: FailureLog;
}

/**
 * Rethrows a failure as the typed error of the contract; what nobody foresaw is logged and becomes `INTERNAL`.
 * No status is set: an error whose status is not the one oRPC derives from its code crosses as an undefined one.
 */
function toContractError(error: unknown, log: FailureLog): unknown {
  if (isAppError(error)) return new ORPCError(error.code, { defined: true, data: error.parameters, message: error.message, cause: error });
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST') {
    return new ORPCError('BAD_INPUT', { defined: true, data: { detail: String(error.cause ?? error.message) } });
  }
  if (error instanceof ORPCError || (error instanceof Error && error.name === 'AbortError')) return error;
  const reference = randomUUID().slice(0, 8);
  log.error('Unexpected failure', { reference, error: error instanceof Error ? { message: error.message, stack: error.stack } : error });
  return new ORPCError('INTERNAL', { defined: true, data: { reference } });
}

async function* withContractErrors(events: AsyncIterable<unknown>, log: FailureLog): AsyncGenerator<unknown> {
  try {
    yield* events;
  } catch (error) {
    throw toContractError(error, log);
  }
}

function isAsyncIterable(value: unknown): value is AsyncIterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** The handlers of one domain of the contract. */
export type DomainRouter<Domain extends keyof Contract> = Router<Contract[Domain], EngineContext>;

/** The handlers of every domain. */
export type EngineRouter = { [Domain in keyof Contract]: DomainRouter<Domain> };

/** The contract, ready to be implemented: `rpc.<domain>.<procedure>.handler(…)`. */
export const rpc: ImplementerInternalWithMiddlewares<Contract, EngineContext, EngineContext> = implement(contract)
  .$context<EngineContext>()
  .use(async ({ context, next }) => {
    try {
      const result = await next();
      return isAsyncIterable(result.output) ? { ...result, output: withContractErrors(result.output, context.log) } : result;
    } catch (error) {
      throw toContractError(error, context.log);
    }
  });
