import { useVirtualizer } from '@tanstack/react-virtual';
import { CircleAlert, CircleCheck, Equal } from 'lucide-react';
import { useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { useMerchant } from '#renderer/features/account/index.ts';
import { Badge, type BadgeTone, Button, initialsOf, Monogram, Segmented } from '#renderer/ui/index.ts';
import type { GeneratedProject } from '#shared/model/templates.ts';
import { openProject } from './generate-store.ts';
import { countResults, filterResults, type ResultFilter, resultFilters } from './result-rows.ts';
import styles from './result-table.module.css';

const tones: Record<GeneratedProject['status'], { tone: BadgeTone; icon: typeof Equal }> = {
  created: { tone: 'ok', icon: CircleCheck },
  identical: { tone: 'idle', icon: Equal },
  failed: { tone: 'err', icon: CircleAlert },
};

function Reason({ project }: { project: GeneratedProject }) {
  const words = useWords();
  if (project.reason === undefined) return <bdi className={styles.path}>{project.display}</bdi>;
  const reason = words(`templates.reason.${project.reason as 'exists'}`, { defaultValue: project.reason });
  return (
    <span className={styles.reason} title={project.detail}>
      {reason}
      {project.detail && ` (${project.detail})`}
    </span>
  );
}

function ResultRow({ project, run, dryRun }: { project: GeneratedProject; run: string; dryRun: boolean }) {
  const words = useWords();
  const merchant = useMerchant(project.merchantId);
  const { tone, icon } = tones[project.status];
  const word = dryRun && project.status === 'created' ? words('gallery.results.wouldCreate') : words(`gallery.results.${project.status}`);
  const exists = !dryRun && project.status !== 'failed';
  return (
    <>
      <span role="cell" className={styles.merchant}>
        <Monogram text={merchant?.monogram ?? initialsOf(project.name)} colour={merchant?.colour} size={20} />
        <bdi className={styles.name}>{project.name}</bdi>
        <code className={styles.id}>{project.merchantId}</code>
      </span>
      <span role="cell">
        <Badge tone={tone} icon={icon}>
          {word}
        </Badge>
      </span>
      <span role="cell" className={styles.detail}>
        <Reason project={project} />
      </span>
      <span role="cell" className={styles.action}>
        {exists && (
          <Button
            size="small"
            aria-label={words('gallery.results.openNamed', { name: project.name })}
            onPress={() => attempt(() => openProject(run, project.merchantId))}
          >
            {words('gallery.results.open')}
          </Button>
        )}
      </span>
    </>
  );
}

interface ResultTableProps {
  run: string;
  dryRun: boolean;
  projects: readonly GeneratedProject[];
}

/** What became of every row; only the rows in sight are drawn. */
export function ResultTable({ run, dryRun, projects }: ResultTableProps) {
  const words = useWords();
  const [filter, setFilter] = useState<ResultFilter>('all');
  const scroll = useRef<HTMLDivElement>(null);
  const shown = filterResults(projects, filter);
  const counts = countResults(projects);
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => scroll.current, estimateSize: () => 36, overscan: 12 });
  return (
    <div className={styles.results}>
      <Segmented<ResultFilter>
        label={words('gallery.results.filter')}
        value={filter}
        onChange={setFilter}
        options={resultFilters.map((value) => ({ value, label: `${words(`gallery.results.${value}`)} ${counts[value]}` }))}
      />
      <div role="table" aria-label={words('gallery.results.label')} aria-rowcount={shown.length + 1} className={styles.table}>
        {/* biome-ignore lint/a11y/useFocusableInteractive: rows of a table are not controls */}
        <div role="row" aria-rowindex={1} className={`${styles.row} ${styles.headRow}`}>
          {(['merchant', 'status', 'detail', 'action'] as const).map((column) => (
            // biome-ignore lint/a11y/useFocusableInteractive: it names a column and cannot be pressed
            <span key={column} role="columnheader">
              {words(`gallery.results.${column}`)}
            </span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <div role="rowgroup" ref={scroll} className={styles.body} tabIndex={0}>
          <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
            {virtual.getVirtualItems().map((item) => {
              const project = shown[item.index];
              return (
                project && (
                  // biome-ignore lint/a11y/useFocusableInteractive: rows of a table are not controls
                  <div
                    key={item.key}
                    role="row"
                    aria-rowindex={item.index + 2}
                    className={`${styles.row} ${styles.bodyRow}`}
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <ResultRow project={project} run={run} dryRun={dryRun} />
                  </div>
                )
              );
            })}
          </div>
        </div>
      </div>
      {shown.length === 0 && <p className={styles.nothing}>{words('gallery.results.nothing')}</p>}
    </div>
  );
}
