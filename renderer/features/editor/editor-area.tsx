import { Columns2 } from 'lucide-react';
import { Fragment, Suspense, useEffect } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { displayChord, keyFor, runCommand } from '#renderer/client/commands/index.ts';
import { useSettings, useWords } from '#renderer/client/index.ts';
import { KeybindingsPage, SettingsPage } from '#renderer/features/settings/index.ts';
import { IconButton } from '#renderer/ui/index.ts';
import { Breadcrumbs } from './breadcrumbs.tsx';
import { ClosePrompt } from './close-prompt.tsx';
import { CodeEditor } from './code-editor.tsx';
import { CompareView } from './compare-view.tsx';
import { DiskBanner } from './disk-banner.tsx';
import { useDocuments } from './documents/index.ts';
import styles from './editor-area.module.css';
import { editorOptions } from './editor-options.ts';
import { activateGroup, type EditorGroup, type Tab, useEditors } from './editor-store.ts';
import { EditorTabs } from './editor-tabs.tsx';
import { EmptyEditor } from './empty-editor.tsx';
import { loadMonaco, warmUpEditor } from './monaco/index.ts';
import { OtherDocument } from './other-documents.tsx';

function DocumentView({ groupId, documentId }: { groupId: number; documentId: string }) {
  const words = useWords();
  const document = useDocuments((state) => state.byId[documentId]);
  if (document === undefined)
    return (
      <div className={styles.loading} role="status">
        {words('editor.opening')}
      </div>
    );
  return (
    <>
      <Breadcrumbs document={document} />
      {document.kind === 'text' ? (
        <>
          <DiskBanner document={document} />
          <CodeEditor groupId={groupId} document={document} />
        </>
      ) : (
        <OtherDocument document={document} />
      )}
    </>
  );
}

function TabContentView({ groupId, tab }: { groupId: number; tab: Tab }) {
  switch (tab.content.kind) {
    case 'document':
      return <DocumentView groupId={groupId} documentId={tab.content.documentId} />;
    case 'compare':
      return <CompareView key={tab.content.documentId} documentId={tab.content.documentId} />;
    case 'page':
      return <Suspense fallback={null}>{tab.content.page === 'settings' ? <SettingsPage /> : <KeybindingsPage />}</Suspense>;
  }
}

function EditorGroupView({ group }: { group: EditorGroup }) {
  const words = useWords();
  const tab = group.tabs.find((candidate) => candidate.id === group.activeTabId);
  const splitKey = keyFor('editor.splitRight');
  if (tab === undefined) return <EmptyEditor />;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: focusing anything inside makes the group the active one
    <div className={styles.editorGroup} onFocus={() => activateGroup(group.id)}>
      <div className={styles.head}>
        <EditorTabs group={group} />
        <span className={styles.actions}>
          <IconButton
            icon={Columns2}
            label={words('editor.split')}
            shortcut={splitKey && displayChord(splitKey)}
            onPress={() => {
              activateGroup(group.id);
              runCommand('editor.splitRight');
            }}
          />
        </span>
      </div>
      <div role="tabpanel" aria-labelledby={`tab-${group.id}-${tab.id}`} className={styles.content}>
        <TabContentView groupId={group.id} tab={tab} />
      </div>
    </div>
  );
}

/** Tabs and what they show, side by side in groups. */
export function EditorArea() {
  const words = useWords();
  const groups = useEditors((state) => state.groups);
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadMonaco().then(({ monaco }) => warmUpEditor(monaco, editorOptions(useSettings.getState().values))), {
      timeout: 1500,
    });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <>
      <Group orientation="horizontal" className={styles.groups ?? ''}>
        {groups.map((group, index) => (
          <Fragment key={group.id}>
            {index > 0 && <Separator className={styles.separator ?? ''} aria-label={words('editor.resizeGroups')} />}
            <Panel id={`group-${group.id}`} minSize="160px">
              <EditorGroupView group={group} />
            </Panel>
          </Fragment>
        ))}
      </Group>
      <ClosePrompt />
    </>
  );
}
