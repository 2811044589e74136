import { literal } from './literal.ts';
import type { Dependency } from './scope.ts';

/** Between the parts of a key of {@link Dependencies}; what it is made of is code and names of data, which do not contain it. */
const separator = '\0';

/** Paths without duplicates and without those that a shorter one covers. */
export class Dependencies {
  private readonly paths = new Map<string, Dependency>();

  static of(...dependencies: Iterable<Dependency>[]): Dependencies {
    const result = new Dependencies();
    for (const group of dependencies) result.addAll(group);
    return result;
  }

  addAll(dependencies: Iterable<Dependency>): void {
    for (const dependency of dependencies) this.add(dependency);
  }

  add(dependency: Dependency): void {
    const { change, keys } = dependency;
    let key = change;
    if (this.paths.has(key)) return;
    for (const part of keys) {
      key += separator + part;
      if (this.paths.has(key)) return;
    }
    // Those that are longer begin with the same key.
    const below = key + separator;
    for (const other of this.paths.keys()) if (other.startsWith(below)) this.paths.delete(other);
    this.paths.set(key, dependency);
  }

  /** Those that do not live in the variable `owner`. */
  without(owner: string): Dependency[] {
    return [...this].filter((dependency) => dependency.owner !== owner);
  }

  [Symbol.iterator](): IterableIterator<Dependency> {
    return this.paths.values();
  }

  /** Code that is true when one of the paths was touched, or null when there is none. */
  touched(): string | null {
    const tests = [...this].map(touchedCode);
    return tests.length === 0 ? null : tests.join(' || ');
  }
}

function touchedCode({ change, keys }: Dependency): string {
  const parts = keys.map(literal);
  if (parts.length === 0) return `${change} !== void 0`;
  if (parts.length <= 2) return `$.t${parts.length}(${[change, ...parts].join(', ')})`;
  return `$.tn(${change}, [${parts.join(', ')}])`;
}

/** Code of the change node at the end of a path: true, a map of what is below, or undefined. */
export function changeNode({ change, keys }: Dependency): string {
  const parts = keys.map(literal);
  if (parts.length === 0) return change;
  if (parts.length === 1) return `$.n1(${change}, ${parts[0]})`;
  return `$.nn(${change}, [${parts.join(', ')}])`;
}
