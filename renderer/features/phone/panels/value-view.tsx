import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import styles from './value-view.module.css';

function entriesOf(value: object): [string, unknown][] {
  return Array.isArray(value) ? value.map((item, index) => [String(index), item]) : Object.entries(value);
}

/** How an `Error` arrives from the phone. */
function isFailure(value: unknown): value is { name: string; message: string; stack: string } {
  return typeof value === 'object' && value !== null && 'stack' in value && 'message' in value && 'name' in value;
}

/** What has no JSON arrives as its name in brackets. */
const named = /^\[(undefined|Function .*|Promise|Circular|throws|ArrayBuffer \d+)\]$/s;

/** One line that stands for a value: `{id: 1, name: "Oat latte", …}`. */
export function summaryOf(value: unknown, limit = 120): string {
  const text = isFailure(value) ? `${value.name}: ${value.message}` : (JSON.stringify(value) ?? String(value));
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

function Entry({ name, value }: { name: string; value: unknown }) {
  return (
    <li className={styles.entry}>
      <span className={styles.name}>{name}</span>
      <span aria-hidden="true">: </span>
      <ValueView value={value} />
    </li>
  );
}

/** A JSON-able value; objects and lists unfold. */
export function ValueView({ value, quoted = true, unfolded = false }: { value: unknown; quoted?: boolean; unfolded?: boolean }) {
  const [open, setOpen] = useState(unfolded);
  if (typeof value === 'string' && named.test(value)) return <span className={styles.quiet}>{value.slice(1, -1)}</span>;
  if (typeof value === 'string') return <span className={quoted ? styles.string : undefined}>{quoted ? JSON.stringify(value) : value}</span>;
  if (typeof value !== 'object' || value === null) return <span className={styles.scalar}>{String(value)}</span>;
  const entries = entriesOf(value);
  if (entries.length === 0 && !isFailure(value)) return <span className={styles.scalar}>{Array.isArray(value) ? '[]' : '{}'}</span>;
  return (
    <span className={styles.value}>
      <button type="button" className={styles.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        <ChevronRight size={12} aria-hidden="true" className={open ? styles.turned : undefined} />
        {open ? (Array.isArray(value) ? `[${entries.length}]` : '{…}') : summaryOf(value)}
      </button>
      {open && (
        <ul className={styles.entries}>
          {entries.map(([name, item]) => (
            <Entry key={name} name={name} value={item} />
          ))}
        </ul>
      )}
    </span>
  );
}
