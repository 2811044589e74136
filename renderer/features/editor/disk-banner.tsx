import { CircleAlert, FileX2, TriangleAlert } from 'lucide-react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import styles from './disk-banner.module.css';
import { keepMine, saveDocument, type TextDocument, takeDisk } from './documents/index.ts';
import { showTab } from './editor-store.ts';

/** Says that file and text have parted, and offers every way on; nothing happens by itself. */
export function DiskBanner({ document }: { document: TextDocument }) {
  const words = useWords();
  const { id, disk, edit, title } = document;
  if (disk === 'missing') {
    return (
      <div role="alert" className={styles.banner} data-kind="warning">
        <FileX2 size={16} aria-hidden="true" />
        <span className={styles.text}>{words('editor.missing', { name: title })}</span>
        <Button size="small" onPress={() => attempt(() => saveDocument(id))}>
          {words('editor.saveAgain')}
        </Button>
      </div>
    );
  }
  if (disk === 'changed') {
    return (
      <div role="alert" className={styles.banner} data-kind="warning">
        <TriangleAlert size={16} aria-hidden="true" />
        <span className={styles.text}>{words('editor.changedOnDisk', { name: title })}</span>
        <Button size="small" onPress={() => showTab({ kind: 'compare', documentId: id })}>
          {words('editor.compare')}
        </Button>
        <Button size="small" onPress={() => attempt(() => keepMine(id))}>
          {words('editor.keepMine')}
        </Button>
        <Button size="small" onPress={() => attempt(() => takeDisk(id))}>
          {words('editor.takeDisk')}
        </Button>
      </div>
    );
  }
  if (edit === 'failed') {
    return (
      <div role="alert" className={styles.banner} data-kind="error">
        <CircleAlert size={16} aria-hidden="true" />
        <span className={styles.text}>{words('editor.notSaved', { name: title })}</span>
        <Button size="small" onPress={() => attempt(() => saveDocument(id))}>
          {words('editor.tryAgain')}
        </Button>
      </div>
    );
  }
  return null;
}
