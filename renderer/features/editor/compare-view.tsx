import { useEffect, useRef } from 'react';
import { attempt, client, useTheme, useWords } from '#renderer/client/index.ts';
import { currentWorkspaceId } from '#renderer/features/workspace/index.ts';
import { Button } from '#renderer/ui/index.ts';
import styles from './compare-view.module.css';
import { keepMine, takeDisk, textDocument, workingCopy } from './documents/index.ts';
import { activeGroup, removeTab } from './editor-store.ts';
import { loadMonaco } from './monaco/index.ts';

async function diskText(path: string): Promise<string> {
  const opened = await client.documents.open({ workspaceId: currentWorkspaceId(), path, large: true });
  return opened.kind === 'text' ? opened.text : '';
}

/** The file on disk beside the unsaved text. */
export function CompareView({ documentId }: { documentId: string }) {
  const words = useWords();
  const theme = useTheme((state) => state.theme);
  const container = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const disposables: { dispose(): void }[] = [];
    let ended = false;
    attempt(async () => {
      const path = textDocument(documentId)?.path;
      const copy = workingCopy(documentId);
      if (path == null || copy === undefined) return;
      const [{ monaco }, text] = await Promise.all([loadMonaco(), diskText(path)]);
      if (ended || container.current === null) return;
      const original = monaco.editor.createModel(text, copy.model.getLanguageId());
      const editor = monaco.editor.createDiffEditor(container.current, {
        automaticLayout: true,
        readOnly: false,
        originalEditable: false,
        theme: `minifoundry-${theme}`,
        renderSideBySide: true,
        accessibilityVerbose: false,
      });
      editor.setModel({ original, modified: copy.model });
      disposables.push(editor, original);
    });
    return () => {
      ended = true;
      for (const disposable of disposables) disposable.dispose();
    };
  }, [documentId, theme]);

  function settle(choice: (id: string) => Promise<void>): void {
    attempt(async () => {
      await choice(documentId);
      removeTab(activeGroup().id, `compare:${documentId}`);
    });
  }

  return (
    <section className={styles.view} aria-label={words('editor.compare')}>
      <header className={styles.head}>
        <span>{words('editor.onDisk')}</span>
        <span>{words('editor.yours')}</span>
        <span className={styles.gap} />
        <Button size="small" onPress={() => settle(keepMine)}>
          {words('editor.keepMine')}
        </Button>
        <Button size="small" onPress={() => settle(takeDisk)}>
          {words('editor.takeDisk')}
        </Button>
      </header>
      <div ref={container} className={styles.diff} />
    </section>
  );
}
