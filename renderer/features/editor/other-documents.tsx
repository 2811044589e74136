import { useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button } from '#renderer/ui/index.ts';
import { type OpenDocument, openDocument } from './documents/index.ts';
import styles from './other-documents.module.css';

type Other = Exclude<OpenDocument, { kind: 'text' }>;

function formatSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function ImagePreview({ document }: { document: Extract<Other, { kind: 'image' }> }) {
  const words = useWords();
  const [size, setSize] = useState<string | null>(null);
  if (document.dataUrl === undefined) return <p className={styles.note}>{words('editor.imageTooLarge', { size: formatSize(document.size) })}</p>;
  return (
    <figure className={styles.figure}>
      <img
        src={document.dataUrl}
        alt={document.title}
        className={styles.image}
        onLoad={(event) => setSize(`${event.currentTarget.naturalWidth} × ${event.currentTarget.naturalHeight}`)}
      />
      <figcaption className={styles.note}>{[size, formatSize(document.size)].filter(Boolean).join(' · ')}</figcaption>
    </figure>
  );
}

/** Documents that are not text: images, binary files, very large files and files that could not be opened. */
export function OtherDocument({ document }: { document: Other }) {
  const words = useWords();
  const path = document.path ?? '';
  switch (document.kind) {
    case 'image':
      return (
        <div className={styles.page}>
          <ImagePreview document={document} />
          {document.source && <Button onPress={() => attempt(() => openDocument(path, { encoding: 'utf8' }))}>{words('editor.openAsText')}</Button>}
        </div>
      );
    case 'binary':
      return (
        <div className={styles.page}>
          <p className={styles.note}>{words('editor.binary', { name: document.title, size: formatSize(document.size) })}</p>
        </div>
      );
    case 'large':
      return (
        <div className={styles.page}>
          <p className={styles.note}>{words('editor.large', { name: document.title, size: formatSize(document.size) })}</p>
          <Button onPress={() => attempt(() => openDocument(path, { large: true }))}>{words('editor.openAnyway')}</Button>
        </div>
      );
    case 'failed':
      return (
        <div className={styles.page} role="alert">
          <p className={styles.note}>{document.reason}</p>
          <Button onPress={() => attempt(() => openDocument(path))}>{words('editor.tryAgain')}</Button>
        </div>
      );
  }
}
