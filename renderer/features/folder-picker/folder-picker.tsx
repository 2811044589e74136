import { CornerLeftUp, Folder, FolderPlus, Smartphone } from 'lucide-react';
import { type KeyboardEvent, useCallback, useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { attempt, client, explainError, useWords } from '#renderer/client/index.ts';
import { Button, Dialog, IconButton, TextField } from '#renderer/ui/index.ts';
import type { HostFolder } from '#shared/model/host.ts';
import styles from './folder-picker.module.css';
import { answerPicker, useFolderPicker } from './folder-picker-store.ts';

interface Browsing {
  folder: HostFolder | null;
  typed: string;
  problem: string | undefined;
}

function useBrowsing() {
  const [state, setState] = useState<Browsing>({ folder: null, typed: '', problem: undefined });
  const show = useCallback((folder: HostFolder) => setState({ folder, typed: folder.path, problem: undefined }), []);
  const visit = useCallback(
    async (path: string | null) => {
      try {
        show(await client.host.listFolders({ path }));
      } catch (error) {
        setState((now) => ({ ...now, problem: explainError(error) }));
      }
    },
    [show],
  );
  // The first listing may come after the person began to type: it must not replace what was typed.
  const begin = useCallback(
    (folder: HostFolder) => setState((now) => (now.typed === '' ? { folder, typed: folder.path, problem: undefined } : { ...now, folder })),
    [],
  );
  useEffect(() => attempt(async () => begin(await client.host.listFolders({ path: null }))), [begin]);
  return { ...state, visit, show, type: (typed: string) => setState((now) => ({ ...now, typed })) };
}

function NewFolder({ parent, onMade }: { parent: string; onMade(folder: HostFolder): void }) {
  const words = useWords();
  const [name, setName] = useState<string | null>(null);
  if (name === null) return <IconButton icon={FolderPlus} label={words('folderPicker.newFolder')} onPress={() => setName('')} />;
  function make(): void {
    attempt(async () => onMade(await client.host.makeFolder({ parent, name: name ?? '' })));
    setName(null);
  }
  return (
    <TextField
      label={words('folderPicker.newFolderName')}
      labelHidden
      autoFocus
      value={name}
      onChange={setName}
      placeholder={words('folderPicker.newFolderName')}
      onKeyDown={(event) => {
        if (event.key === 'Enter') make();
      }}
    />
  );
}

function OpenFolderPicker({ title }: { title: string }) {
  const words = useWords();
  const { folder, typed, problem, visit, show, type } = useBrowsing();
  const shown = folder?.folders.filter((entry) => !entry.hidden) ?? [];

  function choose(path: string): void {
    attempt(async () => answerPicker(await client.host.grantFolder({ path })));
  }

  function onKeyDown(event: KeyboardEvent | { key: string }): void {
    if (event.key === 'Enter' && folder?.path !== typed) void visit(typed);
    else if (event.key === 'Enter') choose(typed);
  }

  return (
    <Dialog
      title={title}
      width={560}
      onClose={() => answerPicker(null)}
      closeLabel={words('dialogs.cancel')}
      footer={
        <>
          <Button onPress={() => answerPicker(null)}>{words('dialogs.cancel')}</Button>
          <Button variant="primary" isDisabled={folder === null} onPress={() => choose(typed)}>
            {words('folderPicker.choose')}
          </Button>
        </>
      }
    >
      <div className={styles.path}>
        <IconButton
          icon={CornerLeftUp}
          label={words('folderPicker.up')}
          isDisabled={!folder?.parent}
          onPress={() => folder?.parent && void visit(folder.parent)}
        />
        <div className={styles.field}>
          <TextField label={words('folderPicker.path')} labelHidden value={typed} onChange={type} onKeyDown={onKeyDown} error={problem} autoFocus />
        </div>
        {folder && <NewFolder parent={folder.path} onMade={show} />}
      </div>
      <ListBox
        aria-label={words('folderPicker.folders')}
        className={styles.list ?? ''}
        items={shown.map((entry) => ({ ...entry, id: entry.path }))}
        onAction={(key) => void visit(String(key))}
        selectionMode="none"
        renderEmptyState={() => <p className={styles.empty}>{words('folderPicker.noFolders')}</p>}
      >
        {(entry) => (
          <ListBoxItem id={entry.id} textValue={entry.name} className={styles.row ?? ''}>
            {entry.miniProgram ? <Smartphone size={14} aria-hidden="true" className={styles.mini} /> : <Folder size={14} aria-hidden="true" />}
            <span dir="auto" className={styles.name}>
              {entry.name}
            </span>
            {entry.miniProgram && <span className={styles.note}>{words('folderPicker.miniProgram')}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Dialog>
  );
}

/** The browser shell's own dialog for folders; the only place that shows paths outside the open folder. */
export function FolderPicker() {
  const request = useFolderPicker((state) => state.request);
  return request && <OpenFolderPicker title={request.title} />;
}
