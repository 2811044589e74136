import { literal } from './literal.ts';

/** A path that an expression reads, below something whose changes are known at run time. */
export interface Dependency {
  /** Generated variable that the value lives in: `i`, `t`, or that of a loop's row or a slot's props. */
  owner: string;
  /** Code of the change node at the start of the path. */
  change: string;
  keys: string[];
}

export interface Variable {
  /** Code that reads the value. */
  value: string;
  /** Null for what never changes: SJS modules. */
  dependency: Dependency | null;
}

/** Names visible to expressions, innermost first; all are resolved while compiling. */
export class Scope {
  private readonly names = new Map<string, Variable>();
  private readonly parent: Scope | null;
  private readonly root: { owner: string; value: string; change: string };

  private constructor(parent: Scope | null, root: { owner: string; value: string; change: string }) {
    this.parent = parent;
    this.root = root;
  }

  /** The data of a page or component. */
  static ofInstance(): Scope {
    return new Scope(null, { owner: 'i', value: 'i.scope', change: 'i.changes' });
  }

  /** The isolated scope of a `<template name>`. */
  static ofTemplate(): Scope {
    return new Scope(null, { owner: 't', value: 't.scope', change: 't.changes' });
  }

  child(names: Iterable<[string, Variable]>): Scope {
    const scope = new Scope(this, this.root);
    for (const [name, variable] of names) scope.names.set(name, variable);
    return scope;
  }

  lookup(name: string): Variable {
    const found = this.names.get(name);
    if (found) return found;
    if (this.parent) return this.parent.lookup(name);
    const { owner, value, change } = this.root;
    return { value: `${value}[${literal(name)}]`, dependency: { owner, change, keys: [name] } };
  }
}

/** The variables of an `a:for` row that lives in `row`. */
export function rowVariables(row: string, item: string, index: string): [string, Variable][] {
  return [
    [index, { value: `${row}.index`, dependency: { owner: row, change: `${row}.indexChange`, keys: [] } }],
    [item, { value: `${row}.value`, dependency: { owner: row, change: `${row}.change`, keys: [] } }],
  ];
}
