import { CopyMinus, FilePlus, FolderPlus, RefreshCw, Smartphone, X } from 'lucide-react';
import { runCommand, useCommandTitle } from '#renderer/client/commands/index.ts';
import { attempt, useWords } from '#renderer/client/index.ts';
import { useMerchant } from '#renderer/features/account/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import { IconButton, initialsOf, Monogram } from '#renderer/ui/index.ts';
import styles from './explorer-pane.module.css';
import { setFilter, useExplorer } from './explorer-store.ts';
import { ExplorerTree } from './explorer-tree.tsx';

const buttons = [
  { command: 'explorer.newFile', icon: FilePlus },
  { command: 'explorer.newFolder', icon: FolderPlus },
  { command: 'explorer.newPage', icon: Smartphone },
  { command: 'explorer.refresh', icon: RefreshCw },
  { command: 'explorer.collapseAll', icon: CopyMinus },
] as const;

function Filter() {
  const words = useWords();
  const filter = useExplorer((state) => state.filter);
  const found = useExplorer((state) => state.found);
  if (filter === '') return null;
  return (
    <div className={styles.filter} role="status">
      <span className={styles.filterText}>
        {found?.complete && found.items.length === 0
          ? words('explorer.nothingFound', { text: filter })
          : words('explorer.filtering', { text: filter, count: found?.items.length ?? 0 })}
      </span>
      <IconButton icon={X} size={12} label={words('explorer.clearFilter')} onPress={() => attempt(() => setFilter(''))} />
    </div>
  );
}

/** Where the project comes from and whom it belongs to. */
function Origin() {
  const words = useWords();
  const binding = useWorkspace((state) => state.project?.binding);
  const merchant = useMerchant(binding?.merchantId);
  if (binding == null) return null;
  return (
    <section aria-label={words('explorer.origin')} className={styles.origin}>
      <h3 className={styles.originTitle}>{words('explorer.origin')}</h3>
      <div className={styles.originBody}>
        <Monogram text={merchant?.monogram ?? initialsOf(binding.merchantName)} colour={merchant?.colour} size={28} />
        <div className={styles.originText}>
          <bdi className={styles.originName}>{binding.merchantName}</bdi>
          <span className={styles.originFrom}>{binding.template ? words('explorer.fromTemplate', binding.template) : words('explorer.linked')}</span>
        </div>
      </div>
    </section>
  );
}

function Problems() {
  const words = useWords();
  const project = useWorkspace((state) => state.project);
  const gone = useWorkspace((state) => state.gone);
  const name = useWorkspace((state) => state.workspace?.name);
  const problems = project?.problems ?? [];
  return (
    <>
      {gone && (
        <p role="alert" className={styles.alert}>
          {words('explorer.gone', { name: name ?? '' })}
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem.path} role="alert" className={styles.alert}>
          {words('errors.JSON_INVALID', problem)}
        </p>
      ))}
    </>
  );
}

export function ExplorerPane() {
  const words = useWords();
  const title = useCommandTitle();
  return (
    <section className={styles.pane} aria-label={words('workbench.views.explorer')}>
      <header className={styles.head}>
        <h2 className={styles.title}>{words('workbench.views.explorer')}</h2>
        {buttons.map(({ command, icon }) => (
          <IconButton key={command} icon={icon} size={15} label={title(command)} onPress={() => runCommand(command)} />
        ))}
      </header>
      <Problems />
      <Filter />
      <ExplorerTree />
      <Origin />
    </section>
  );
}
