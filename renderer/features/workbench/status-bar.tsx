import { Unplug } from 'lucide-react';
import { useConnection, useWords } from '#renderer/client/index.ts';
import { ActingStatus, PlatformStatus } from '#renderer/features/account/index.ts';
import { EditorStatus } from '#renderer/features/editor/index.ts';
import { ProblemsStatus } from '#renderer/features/problems/index.ts';
import { useWorkspace } from '#renderer/features/workspace/index.ts';
import styles from './status-bar.module.css';

function ConnectionStatus() {
  const words = useWords();
  const state = useConnection((connection) => connection.state);
  if (state === 'connected') return null;
  return (
    <span className={styles.item} role="status">
      <Unplug size={12} aria-hidden="true" />
      {words(state === 'lost' ? 'workbench.connectionLost' : 'workbench.reconnecting')}
    </span>
  );
}

export function StatusBar() {
  const words = useWords();
  const open = useWorkspace((state) => state.workspace !== null);
  return (
    <footer className={styles.bar} data-part="status-bar" role="contentinfo" aria-label={words('workbench.statusBar')}>
      <ActingStatus />
      <div className={styles.group}>
        <ConnectionStatus />
        {open && <ProblemsStatus />}
      </div>
      <span className={styles.gap} />
      <div className={styles.group}>
        {open ? <EditorStatus /> : <span className={styles.item}>{words('workbench.noFolder')}</span>}
        <PlatformStatus />
      </div>
    </footer>
  );
}
