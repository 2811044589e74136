import type { ApiMock } from '#shared/model/phone.ts';

/** One thing a person does, and what must follow from it. */
export type Step =
  | { do: 'tap'; on: string; then: readonly string[] }
  | { do: 'type'; on: string; value: string; confirm: boolean; then: readonly string[] }
  | { do: 'drag'; on: string; by: readonly [number, number]; then: readonly string[] }
  | { do: 'wait'; then: readonly string[] };

/**
 * A page of ours that uses one component of a library (or several that belong together) with its main properties, events and slots.
 * Components are written `<c-NAME>`, where the name is the path below `es/` in small letters with dashes.
 */
export interface LibraryCase {
  /** Paths of the components below `es/`, without `/index`. */
  proves: readonly string[];
  axml: string;
  data?: Readonly<Record<string, unknown>>;
  /** Text of further members of `Page({…})`. */
  script?: string;
  /** Text before `Page(…)`. */
  head?: string;
  /** Selectors of what must be seen and have a size. */
  sees?: readonly string[];
  /** Texts that must be seen at first. */
  shows?: readonly string[];
  steps?: readonly Step[];
  /** Parts of errors on the console that the library itself is to blame for. */
  ownErrors?: readonly string[];
  /** For the table of results. */
  note?: string;
  /** Scripted answers of `my`, for what a test has no network or device for. They hold for the whole project. */
  mocks?: readonly ApiMock[];
}

export interface LibraryPackage {
  name: string;
  cases: readonly LibraryCase[];
}

/**
 * What follows from a step: `@name` a handler of the page was called, `@name text` with this text among its values;
 * `-text` this text is not seen any more; anything else is a text that is seen. The handler's name is the first word.
 */
export type Expectation = string;

export function tap(on: string, ...then: Expectation[]): Step {
  return { do: 'tap', on, then };
}

export function type(on: string, value: string, ...then: Expectation[]): Step {
  return { do: 'type', on, value, confirm: false, then };
}

/** Types and then presses the key that confirms. */
export function confirm(on: string, value: string, ...then: Expectation[]): Step {
  return { do: 'type', on, value, confirm: true, then };
}

/** Presses, moves by so many pixels and lets go. */
export function drag(on: string, by: readonly [number, number], ...then: Expectation[]): Step {
  return { do: 'drag', on, by, then };
}

/** Something that happens by itself. */
export function wait(...then: Expectation[]): Step {
  return { do: 'wait', then };
}

/** The page's folder and the name of its screenshot. */
export function slugOf({ proves }: LibraryCase): string {
  return (proves[0] ?? '').replaceAll('/', '-').toLowerCase();
}
