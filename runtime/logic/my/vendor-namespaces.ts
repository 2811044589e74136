/** Namespaces of other mini-program platforms: reading one is not an error, so that programs can ask with `typeof`. */
const vendorNamespaces = ['wx', 'tt', 'swan', 'qq', 'ks', 'dd', 'jd', 'xhs'] as const;

const missingMember = /^Cannot (?:read|set) properties of undefined \((?:reading|setting) '([^']+)'\)$/;

/**
 * Remembers which namespace was read last, so that the error that follows can name the call: `wx.request`, where the
 * engine only says that undefined has no `request`.
 */
export class VendorNamespaces {
  #last: string | null = null;

  /** Getters for the global object; each gives undefined. */
  get descriptors(): Record<string, PropertyDescriptor> {
    return Object.fromEntries(vendorNamespaces.map((name) => [name, this.#descriptor(name)]));
  }

  #descriptor(name: string): PropertyDescriptor {
    return {
      configurable: true,
      get: () => this.#read(name),
      set(this: object, value: unknown) {
        Object.defineProperty(this, name, { value, writable: true, configurable: true });
      },
    };
  }

  #read(name: string): undefined {
    this.#last = name;
    return undefined;
  }

  /** What to say instead of the engine's message; null when the error has another cause. */
  explain(error: unknown): string | null {
    const name = this.#last;
    this.#last = null;
    if (name === null || !(error instanceof TypeError)) return null;
    const member = missingMember.exec(error.message)?.[1];
    return member === undefined ? null : `${name}.${member} belongs to another platform; in this mini program the namespace is my`;
  }
}
