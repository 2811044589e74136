import { ChevronRight } from 'lucide-react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { classes } from '#renderer/ui/index.ts';
import { openFile } from './actions.ts';
import styles from './breadcrumbs.module.css';
import type { OpenDocument } from './documents/index.ts';

const roles = ['axml', 'acss', 'js', 'json'] as const;

/** For one file of a page or component: the other three, one press away. */
function Siblings({ path }: { path: string }) {
  const words = useWords();
  const dot = path.lastIndexOf('.');
  const role = path.slice(dot + 1);
  if (!(roles as readonly string[]).includes(role) || !path.includes('/')) return null;
  return (
    <span className={styles.siblings} role="group" aria-label={words('editor.siblings')}>
      {roles.map((other) => (
        <button
          key={other}
          type="button"
          className={classes(styles.sibling, other === role && styles.current)}
          aria-current={other === role ? 'page' : undefined}
          onClick={() => attempt(() => openFile(`${path.slice(0, dot)}.${other}`))}
        >
          {other}
        </button>
      ))}
    </span>
  );
}

/** Where the document is in the folder. */
export function Breadcrumbs({ document }: { document: OpenDocument }) {
  const words = useWords();
  if (document.path === null) return null;
  const parts = document.path.split('/');
  return (
    <nav className={styles.bar} aria-label={words('editor.breadcrumbs')}>
      <ol className={styles.list}>
        {parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may hold the same name twice
          <li key={index} className={classes(styles.part, index === parts.length - 1 && styles.last)} dir="auto">
            {index > 0 && <ChevronRight size={12} aria-hidden="true" />}
            {part}
          </li>
        ))}
      </ol>
      <Siblings path={document.path} />
    </nav>
  );
}
