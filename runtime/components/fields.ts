/** A form field, as forms, labels and groups know it. */
export interface Field {
  /** The `name` attribute; empty fields send nothing. */
  name(): string;
  value(): unknown;
  reset(): void;
  /** What a tap on its label does. */
  activate(): void;
}

const fields = new WeakMap<Element, Field>();

export function registerField(host: Element, field: Field): void {
  fields.set(host, field);
}

export function fieldOf(element: Element): Field | undefined {
  return fields.get(element);
}

/** Every field below an element, in document order. */
export function fieldsBelow(element: Element): Field[] {
  return [...element.querySelectorAll('*')].flatMap((descendant) => fields.get(descendant) ?? []);
}
