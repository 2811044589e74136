import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { runCommand } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { openFile } from '#renderer/features/editor/index.ts';
import styles from './problems-pane.module.css';
import type { Problem } from './problems-store.ts';
import { useProblemList } from './use-problem-list.ts';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };

function count(items: Problem[], severity: Problem['severity']): number {
  return items.filter((item) => item.severity === severity).length;
}

/** Errors and warnings as shape and number, for the panel's tab. */
export function ProblemsCount() {
  const items = useProblemList();
  return items.length === 0 ? null : <span className={styles.count}>{items.length}</span>;
}

export function ProblemsStatus() {
  const words = useWords();
  const items = useProblemList();
  const errors = count(items, 'error');
  const warnings = count(items, 'warning');
  return (
    <button
      type="button"
      className={styles.status}
      aria-label={words('problems.status', { errors, warnings })}
      onClick={() => runCommand('workbench.showProblems')}
    >
      <CircleAlert size={12} aria-hidden="true" className={errors > 0 ? styles.error : undefined} />
      <span className={styles.number} data-text={errors} />
      <TriangleAlert size={12} aria-hidden="true" className={warnings > 0 ? styles.warning : undefined} />
      <span className={styles.number} data-text={warnings} />
    </button>
  );
}

function Row({ problem }: { problem: Problem }) {
  const words = useWords();
  const Icon = icons[problem.severity];
  return (
    <>
      <Icon size={14} className={styles[problem.severity]} aria-label={words(`problems.${problem.severity}`)} />
      <span className={styles.message}>{problem.message}</span>
      <span className={styles.source}>{problem.source}</span>
      <span className={styles.place} dir="auto">{`${problem.path} [${problem.line}, ${problem.column}]`}</span>
    </>
  );
}

export function ProblemsPane() {
  const words = useWords();
  const items = useProblemList().map((problem, index) => ({ id: index, problem }));
  return (
    <ListBox
      aria-label={words('problems.title')}
      className={styles.list ?? ''}
      items={items}
      selectionMode="none"
      onAction={(key) => {
        const problem = items[Number(key)]?.problem;
        if (problem) attempt(() => openFile(problem.path, { position: { line: problem.line, column: problem.column, endColumn: problem.endColumn } }));
      }}
      renderEmptyState={() => <p className={styles.empty}>{words('problems.none')}</p>}
    >
      {({ id, problem }) => (
        <ListBoxItem id={id} textValue={problem.message} className={styles.row ?? ''}>
          <Row problem={problem} />
        </ListBoxItem>
      )}
    </ListBox>
  );
}
