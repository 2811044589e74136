const missingApi = /^(my\.[\w.$]+) is not a function$/;

export function unknownApi(name: string): never {
  throw new Error(`my.${name} is not an API of mini programs`);
}

/**
 * What to say of a call of a name that `my` does not have; null when the error has another cause. Reading such a name is
 * no error, so that programs can ask for it first.
 */
export function explainUnknownApi(error: unknown): string | null {
  const name = error instanceof TypeError ? missingApi.exec(error.message)?.[1] : undefined;
  return name === undefined ? null : `${name} is not an API of mini programs`;
}
