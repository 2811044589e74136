import { useWords } from '#renderer/client/index.ts';
import type { JsonSchema } from '#shared/model/templates.ts';
import styles from './parameters-table.module.css';
import { type FormField, fieldsOf, textOf } from './schema-fields.ts';

function DefaultValue({ field }: { field: FormField }) {
  const words = useWords();
  if (field.default === undefined) return <span className={styles.none}>{words('gallery.detail.noDefault')}</span>;
  if (field.default === '') return <span className={styles.none}>{words('gallery.detail.empty')}</span>;
  const text = Array.isArray(field.default) ? field.default.join(', ') : textOf(field, field.default);
  return (
    <code className={styles.default} title={text}>
      {field.kind === 'colour' && <span className={styles.swatch} style={{ background: text }} />}
      {text}
    </code>
  );
}

/** The parameters of a template: what they are called, what they take, and what they are when left out. */
export function ParametersTable({ parameters }: { parameters: JsonSchema }) {
  const words = useWords();
  return (
    <table className={styles.table} aria-label={words('gallery.detail.parameters')}>
      <thead>
        <tr>
          <th scope="col">{words('gallery.detail.parameter')}</th>
          <th scope="col">{words('gallery.detail.type')}</th>
          <th scope="col">{words('gallery.detail.default')}</th>
        </tr>
      </thead>
      <tbody>
        {fieldsOf(parameters).map((field) => (
          <tr key={field.name}>
            <th scope="row" title={field.description ?? field.title}>
              <code>{field.name}</code>
              {field.required && <span className={styles.required}>{words('gallery.detail.required')}</span>}
            </th>
            <td>{words(`gallery.kinds.${field.kind}`)}</td>
            <td>
              <DefaultValue field={field} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
