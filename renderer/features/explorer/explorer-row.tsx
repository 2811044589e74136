import { Box, ChevronDown, ChevronRight, Folder, FolderOpen, Link2, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { attempt, useWords } from '#renderer/client/index.ts';
import { classes, FileGlyph } from '#renderer/ui/index.ts';
import { type FileRole, fileRole, type Unit } from '#shared/model/workspace.ts';
import { cancelEdit, finishEdit } from './explorer-actions.ts';
import styles from './explorer-row.module.css';
import type { Row } from './explorer-rows.ts';

const chipNames: Record<FileRole, string> = { axml: 'ax', acss: 'cs', js: 'js', json: '{}' };

/** Which of the four files a page or component has. */
function Chips({ unit }: { unit: Unit }) {
  const present = new Set(unit.files.map((file) => file.role));
  return (
    <span className={styles.chips} aria-hidden="true">
      {fileRole.options.map((role) => (
        <span key={role} className={classes(styles.chip, !present.has(role) && styles.absent)} data-text={present.has(role) ? chipNames[role] : ''} />
      ))}
    </span>
  );
}

function UnitIcon({ unit }: { unit: Unit }) {
  const Icon = unit.kind === 'page' ? Smartphone : Box;
  return <Icon size={14} strokeWidth={1.5} aria-hidden="true" className={unit.kind === 'page' ? styles.page : styles.component} />;
}

/** Shows control and direction characters of a name as marks, so that no name can pose as another. */
function visibleName(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return name.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '\u2423');
}

/** The field for a new or changed name; the part before the suffix is selected. */
export function NameInput({ value, label }: { value: string; label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  const [name, setName] = useState(value);
  useEffect(() => {
    const dot = value.lastIndexOf('.');
    input.current?.focus();
    input.current?.setSelectionRange(0, dot > 0 ? dot : value.length);
  }, [value]);
  function finish(): void {
    if (done.current) return;
    done.current = true;
    attempt(() => finishEdit(name));
  }
  return (
    <input
      ref={input}
      className={styles.input}
      aria-label={label}
      value={name}
      spellCheck={false}
      onChange={(event) => setName(event.target.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        const tree = event.currentTarget.closest<HTMLElement>('[role="tree"]');
        if (event.key === 'Enter') finish();
        else {
          done.current = true;
          cancelEdit();
        }
        tree?.focus();
      }}
    />
  );
}

function RowIcon({ row }: { row: Exclude<Row, { kind: 'input' }> }) {
  if (row.kind === 'file') return <FileGlyph name={row.name} />;
  const unit = row.unit;
  if (unit) return <UnitIcon unit={unit} />;
  const Icon = row.open ? FolderOpen : Folder;
  return <Icon size={14} strokeWidth={1.5} aria-hidden="true" className={styles.icon} />;
}

/** What one row of the tree shows; the tree around it has the roles and keys. */
export function RowContent({ row }: { row: Row }) {
  const words = useWords();
  if (row.kind === 'input') {
    return (
      <NameInput
        value={row.value}
        label={words(row.edit.kind === 'rename' ? 'explorer.newName' : row.edit.kind === 'new-file' ? 'explorer.newFileName' : 'explorer.newFolderName')}
      />
    );
  }
  const Chevron = row.kind !== 'file' && row.open ? ChevronDown : ChevronRight;
  const ignored = row.kind !== 'unit' && row.entry.ignored === true;
  const link = row.kind !== 'unit' ? row.entry.link : undefined;
  const unit = row.kind === 'file' ? null : row.unit;
  return (
    <>
      {row.kind === 'file' ? <span className={styles.noChevron} /> : <Chevron size={14} aria-hidden="true" className={styles.chevron} />}
      <RowIcon row={row} />
      <bdi className={classes(styles.name, ignored && styles.ignored)}>{visibleName(row.name)}</bdi>
      {link && <Link2 size={12} aria-label={words(`explorer.links.${link}`)} className={styles.link} />}
      {unit &&
        (row.kind !== 'file' && row.open ? (
          <span className={styles.count} data-text={words('explorer.files', { count: unit.files.length })} />
        ) : (
          <Chips unit={unit} />
        ))}
    </>
  );
}
