import { Component, type ReactNode } from 'react';
import { attempt, client, translate } from '#renderer/client/index.ts';
import { saveLog } from '#renderer/features/output/index.ts';
import { Button } from '#renderer/ui/index.ts';
import styles from './crash-page.module.css';

/** What is left when drawing the workbench failed: nothing is lost, and the way back is one press. */
export class CrashPage extends Component<{ children: ReactNode }, { failure: Error | null }> {
  override state: { failure: Error | null } = { failure: null };

  static getDerivedStateFromError(failure: Error): { failure: Error } {
    return { failure };
  }

  override componentDidCatch(failure: Error): void {
    const data = { message: failure.message, stack: failure.stack };
    client.log
      .append({ level: 'error', source: 'workbench', message: 'The workbench could not be drawn', data })
      .catch((error: unknown) => console.warn('The log does not answer', error));
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return (
      <main className={styles.page} role="alert">
        <h1 className={styles.title}>{translate('workbench.crash.title')}</h1>
        <p className={styles.text}>{translate('workbench.crash.text')}</p>
        <code className={styles.detail}>{this.state.failure.message}</code>
        <div className={styles.actions}>
          <Button variant="primary" onPress={() => window.location.reload()}>
            {translate('workbench.crash.reload')}
          </Button>
          <Button onPress={() => attempt(saveLog)}>{translate('workbench.crash.saveLog')}</Button>
        </div>
      </main>
    );
  }
}
