import type { MainServices, ServiceAnswer, ServiceCall } from './messages.ts';

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Main's side of {@link MainServices}: does what a message asks for. Never rejects. */
export async function answerCall(services: MainServices, { method, input }: ServiceCall): Promise<ServiceAnswer> {
  try {
    if (!Object.hasOwn(services, method)) throw new Error(`Main has no service ${JSON.stringify(method)}`);
    const service = services[method] as (value: unknown) => Promise<unknown>;
    return { kind: 'value', value: await service(input) };
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error), code: errorCode(error) };
  }
}
