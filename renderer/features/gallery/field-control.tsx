import { CheckboxGroup, Label, Text } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import { TextField } from '#renderer/ui/index.ts';
import styles from './field-control.module.css';
import { type FieldProblem, readField } from './read-field.ts';
import { type FormField, textOf } from './schema-fields.ts';
import { SelectField } from './select-field.tsx';
import { Tick } from './tick.tsx';

interface FieldControlProps {
  field: FormField;
  text: string;
  problem: FieldProblem | undefined;
  onChange(text: string): void;
}

function parseList(text: string): unknown[] {
  try {
    const value: unknown = JSON.parse(text === '' ? '[]' : text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

function Choices({ field, text, problem, onChange }: FieldControlProps) {
  const words = useWords();
  const chosen = parseList(text).map(String);
  return (
    <CheckboxGroup
      className={styles.choices ?? ''}
      value={chosen}
      isInvalid={problem !== undefined}
      onChange={(values) => onChange(JSON.stringify(field.options.filter((option) => values.includes(String(option)))))}
    >
      <Label className={styles.label ?? ''}>{field.title}</Label>
      <span className={styles.options}>
        {field.options.map((option) => (
          <Tick key={String(option)} value={String(option)}>
            {String(option)}
          </Tick>
        ))}
      </span>
      {field.description && (
        <Text slot="description" className={styles.description ?? ''}>
          {field.description}
        </Text>
      )}
      {problem && (
        <span role="alert" className={styles.problem}>
          {words(`gallery.problems.${problem.code}`, { limit: problem.limit, actual: problem.actual })}
        </span>
      )}
    </CheckboxGroup>
  );
}

function useDescription(field: FormField, text: string): string | undefined {
  const words = useWords();
  const standard = textOf(field, field.default);
  const parts = [field.description, field.kind === 'list' ? words('gallery.form.listHint') : null];
  if (text === '' && standard !== '' && readField(field, '').kind === 'default') parts.push(words('gallery.form.emptyMeansDefault', { value: standard }));
  return parts.filter((part) => part !== null).join(' ') || undefined;
}

function TextControl({ field, text, problem, onChange }: FieldControlProps) {
  const words = useWords();
  const description = useDescription(field, text);
  const isHex = /^#[0-9a-f]{6}$/i.test(text);
  return (
    <TextField
      label={field.title}
      description={description}
      value={text}
      onChange={onChange}
      isRequired={field.required}
      error={problem && words(`gallery.problems.${problem.code}`, { limit: problem.limit, actual: problem.actual })}
      placeholder={readField(field, '').kind === 'default' ? textOf(field, field.default) : ''}
      leading={
        field.kind === 'colour' && (
          <input
            type="color"
            className={styles.swatch}
            // The text beside it says and takes the same; this is only for the mouse.
            aria-hidden="true"
            tabIndex={-1}
            value={isHex ? text.toLowerCase() : '#000000'}
            onChange={(event) => onChange(event.target.value.toUpperCase())}
          />
        )
      }
    />
  );
}

/** The control for one parameter, by its type. */
export function FieldControl(props: FieldControlProps) {
  const { field, text, onChange } = props;
  const words = useWords();
  switch (field.kind) {
    case 'boolean':
      return (
        <div className={styles.boolean}>
          <Tick isSelected={text === 'true'} onChange={(value) => onChange(String(value))}>
            {field.title}
          </Tick>
          {field.description && <span className={styles.description}>{field.description}</span>}
        </div>
      );
    case 'choice': {
      const options = field.options.map((option) => ({ value: String(option), label: String(option) }));
      const none = field.default === undefined ? [{ value: '', label: words('gallery.detail.noDefault') }] : [];
      return <SelectField label={field.title} description={field.description ?? undefined} value={text} options={[...none, ...options]} onChange={onChange} />;
    }
    case 'choices':
      return <Choices {...props} />;
    default:
      return <TextControl {...props} />;
  }
}
