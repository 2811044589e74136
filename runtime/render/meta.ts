import type { BuiltIn } from '../components/built-in.ts';
import type { Instance } from './instance.ts';

/** What the renderer knows of an AXML element; kept on its DOM node. */
export class Meta {
  /** As written in AXML. */
  readonly name: string;
  /** File index and line, see `sourceFileFactor` of the compiler. */
  readonly source: number;
  /** The page or component whose template the element stands in: handlers are looked up there. */
  readonly instance: Instance;
  /** By phase and lower-case type: `on:tap`, `capture-catch:touchmove`. */
  handlers: Record<string, unknown> | null = null;
  data: Record<string, unknown> | null = null;
  marks: Record<string, unknown> | null = null;
  /** Attributes other than class, style, id, hidden, data and events, as last set. */
  attributes: Record<string, unknown> | null = null;
  builtIn: BuiltIn | null = null;
  /** SJS functions that listen to attributes, by attribute. */
  listeners: Record<string, { listener: unknown; value: unknown }> | null = null;
  /** Whether `handlers` belongs to this element alone. */
  ownsHandlers = false;

  /** Classes as the template says, and as they stand on the element for it. */
  classes = '';
  shownClasses = '';

  constructor(name: string, source: number, instance: Instance) {
    this.name = name;
    this.source = source;
    this.instance = instance;
  }
}

export interface AxmlElementNode extends HTMLElement {
  axml: Meta;
}

/** What is known of a node, or undefined for nodes that no template made. */
export function metaOf(node: Node | null): Meta | undefined {
  return node !== null && 'axml' in node && node.axml instanceof Meta ? node.axml : undefined;
}
