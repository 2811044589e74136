import { Label, ProgressBar } from 'react-aria-components';
import { useWords } from '#renderer/client/index.ts';
import type { Run } from './generate-store.ts';
import styles from './run-progress.module.css';

/** How far a run is. */
export function RunProgress({ run }: { run: Extract<Run, { kind: 'running' }> }) {
  const words = useWords();
  const label = words(run.dryRun ? 'gallery.generate.progressDry' : 'gallery.generate.progress');
  const text = words('gallery.generate.progressText', { done: run.done, total: run.total });
  return (
    <ProgressBar value={run.done} maxValue={run.total} valueLabel={text} className={styles.progress ?? ''}>
      {({ percentage = 0 }) => (
        <>
          <span className={styles.line}>
            <Label>{label}</Label>
            <span aria-live="polite">{text}</span>
          </span>
          <span className={styles.track}>
            <span className={styles.fill} style={{ width: `${percentage}%` }} />
          </span>
        </>
      )}
    </ProgressBar>
  );
}
