/** A string literal that is safe inside any script, also one inside HTML. */
export function literal(text: string): string {
  return JSON.stringify(text).replace(/[<>\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** An own property of an object literal, also when it is called `__proto__`. */
export function property(name: string, code: string): string {
  return `[${literal(name)}]: ${code}`;
}

export function camelCase(name: string): string {
  return name.replace(/-+([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

export function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => (at > 0 ? '-' : '') + letter.toLowerCase());
}
