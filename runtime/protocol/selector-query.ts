/** One step of a `createSelectorQuery()` chain. A null selector is the viewport. */
export interface SelectorQueryStep {
  selector: string | null;
  all: boolean;
  /** `fields` says what of an element is wanted. */
  want: 'boundingClientRect' | 'scrollOffset' | 'fields';
  fields?: SelectorQueryFields;
}

export interface SelectorQueryFields {
  id?: boolean;
  dataset?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  computedStyle?: string[];
  /** Answered with the canvas id, of which the worker makes a `Canvas`. */
  node?: boolean;
  context?: boolean;
}
