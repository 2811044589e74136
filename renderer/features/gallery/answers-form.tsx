import styles from './answers-form.module.css';
import { FieldControl } from './field-control.tsx';
import { useGenerate } from './generate-store.ts';
import type { FieldProblem } from './read-field.ts';
import type { FormField } from './schema-fields.ts';

function setText(name: string, text: string): void {
  useGenerate.setState(({ texts }) => ({ texts: { ...texts, [name]: text } }));
}

/** The parameters as a form. */
export function AnswersForm({ label, fields, problems }: { label: string; fields: readonly FormField[]; problems: Record<string, FieldProblem> }) {
  const texts = useGenerate((state) => state.texts);
  return (
    <fieldset className={styles.form}>
      <legend className={styles.legend}>{label}</legend>
      {fields.map((field) => (
        <FieldControl
          key={field.name}
          field={field}
          text={texts[field.name] ?? ''}
          problem={problems[field.name]}
          onChange={(text) => setText(field.name, text)}
        />
      ))}
    </fieldset>
  );
}
