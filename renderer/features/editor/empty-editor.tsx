import { displayChord, keyFor, useCommandTitle } from '#renderer/client/commands/index.ts';
import type { CommandId } from '#shared/model/commands.ts';
import styles from './empty-editor.module.css';

const hints: CommandId[] = ['workbench.quickOpen', 'workbench.commandPalette', 'workbench.showSearch', 'identity.actAs'];

/** What to do when no file is open. */
export function EmptyEditor() {
  const title = useCommandTitle();
  return (
    <div className={styles.page} tabIndex={-1} data-empty="true">
      <dl className={styles.hints}>
        {hints.map((id) => {
          const key = keyFor(id);
          return (
            <div key={id} className={styles.hint}>
              <dt>{title(id)}</dt>
              <dd>{key && <kbd className={styles.key}>{displayChord(key)}</kbd>}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
