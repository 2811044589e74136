import { FileSpreadsheet, X } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { attempt, useWords } from '#renderer/client/index.ts';
import { Button, IconButton } from '#renderer/ui/index.ts';
import { readMerchantsFile, useGenerate } from './generate-store.ts';
import styles from './merchants-file-field.module.css';

function Summary() {
  const words = useWords();
  const file = useGenerate((state) => state.file);
  if (file === null) return <p className={styles.hint}>{words('gallery.generate.fileHint')}</p>;
  const { rows, problems, unknownColumns } = file.content;
  return (
    <div role="status" className={styles.summary}>
      <bdi className={styles.name}>{file.name}</bdi>
      <span>
        {words('gallery.generate.fileRows', { count: rows.length })}
        {problems.length > 0 && `, ${words('gallery.generate.fileProblems', { count: problems.length })}`}
      </span>
      {unknownColumns.length > 0 && <span className={styles.unknown}>{words('gallery.generate.unknownColumns', { columns: unknownColumns.join(', ') })}</span>}
    </div>
  );
}

/** A CSV or JSON of merchants that bring their own values. */
export function MerchantsFileField() {
  const words = useWords();
  const file = useGenerate((state) => state.file);
  return (
    <section className={styles.field} aria-label={words('gallery.generate.file')}>
      <h3 className={styles.title}>{words('gallery.generate.file')}</h3>
      <Summary />
      <div className={styles.actions}>
        <FileTrigger
          acceptedFileTypes={['.csv', '.json', 'text/csv', 'application/json']}
          onSelect={(files) => {
            const chosen = files?.[0];
            if (chosen) attempt(() => readMerchantsFile(chosen));
          }}
        >
          <Button size="small">
            <FileSpreadsheet size={13} aria-hidden="true" />
            {words(file === null ? 'gallery.generate.chooseFile' : 'gallery.generate.replaceFile')}
          </Button>
        </FileTrigger>
        {file && <IconButton icon={X} size={14} label={words('gallery.generate.removeFile')} onPress={() => useGenerate.setState({ file: null })} />}
      </div>
    </section>
  );
}
