import type { FunctionProp } from '../protocol/messages.ts';

export function isFunctionProp(value: unknown): value is FunctionProp {
  if (typeof value !== 'object' || value === null || !('$function' in value)) return false;
  const marker = value.$function;
  return (
    typeof marker === 'object' &&
    marker !== null &&
    'owner' in marker &&
    typeof marker.owner === 'number' &&
    'method' in marker &&
    typeof marker.method === 'string'
  );
}

export function sameFunction(one: unknown, other: unknown): boolean {
  if (!isFunctionProp(one) || !isFunctionProp(other)) return one === other;
  return one.$function.owner === other.$function.owner && one.$function.method === other.$function.method;
}
